import { z } from 'zod';
import { canonicalJson } from '../../digest.ts';
import { waveIdForm } from '../../fieldwork/published-wave.ts';
import { parseJson } from '../../text/json.ts';
import { count, day, text } from '../../text/json-fields.ts';
import { repeatedKey } from '../../text/repeated-key.ts';
import type { PublicationSignature } from '../signed-file.ts';

/** The form of a fieldwork report: nothing else may be in it. */
export const fieldworkReportForm = z.strictObject({
  format: z.literal('poczucie-fieldwork-report/1'),
  waveId: waveIdForm,
  year: z.number().int(),
  season: z.enum(['spring', 'autumn']),
  /** Days in the wave's time zone: until when people may answer, and of which day the counts are. */
  answersUntil: day,
  asOf: day,
  /** Responses that are wanted in each district. */
  target: count,
  /** Responses by district, complete and partial: counts of cases, none of them of an answer. */
  districts: z.array(z.strictObject({ district: z.number().int().min(1).max(99), responses: count })),
  synthetic: z.boolean(),
  /** The questionnaire that is being answered. */
  questionnaireVersion: text,
});

/**
 * How far the fieldwork of a wave is, for city hall while the wave is open: totals by district. No cell is
 * hidden, because nobody's answer stands behind any of them.
 */
export type FieldworkReport = z.infer<typeof fieldworkReportForm>;

const fileForm = z.strictObject({
  format: z.literal('poczucie-signed-fieldwork-report/1'),
  report: fieldworkReportForm,
  signature: z.strictObject({
    algorithm: z.literal('Ed25519'),
    publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    value: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  }),
});

/** Whether a file says of itself that it carries such a report, whatever is in it. */
export function saysFieldworkReport(source: string): boolean {
  return /^\s*\{\s*"format"\s*:\s*"poczucie-signed-fieldwork-report\//.test(source);
}

/** The file that carries a report: one line of JSON with sorted keys, the report in it as it was signed. */
export function signedReport(report: string, { publicKey, value }: PublicationSignature): string {
  const signature = canonicalJson({ algorithm: 'Ed25519', publicKey, value });
  return `{"format":"poczucie-signed-fieldwork-report/1","report":${report},"signature":${signature}}`;
}

/** A report that was read and not yet believed; `text` is what its signature is over. */
export type ReadReport =
  | { ok: true; report: FieldworkReport; text: string; signature: PublicationSignature }
  | { ok: false; reason: 'not-json' | 'repeated-key' | 'not-a-report' };

/** Reads what `signedReport` wrote; the report is made canonical again. */
export function readReport(source: string): ReadReport {
  const parsed = parseJson(source);
  if (!parsed.ok) return { ok: false, reason: 'not-json' };
  if (repeatedKey(source) !== null) return { ok: false, reason: 'repeated-key' };
  const read = fileForm.safeParse(parsed.value);
  if (!read.success) return { ok: false, reason: 'not-a-report' };
  const { report, signature } = read.data;
  const { publicKey, value } = signature;
  return { ok: true, report, text: canonicalJson(report), signature: { publicKey, value } };
}
