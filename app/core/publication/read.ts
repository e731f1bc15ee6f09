import { z } from 'zod';
import { sha256Of } from '../digest.ts';
import { modes } from '../mode.ts';
import { parseJson } from '../text/json.ts';
import type { PublicationDocument } from './document.ts';
import { mentionBands, mentionStandings } from './published-mention-cell.ts';
import { weighting } from './read-weighting.ts';

const text = z.string().max(4000);
const localised = z.strictObject({ pl: text, en: text, uk: text });
const share = z.number().min(0).max(1);
const count = z.number().int().min(0);
const day = z.iso.date();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const severity = z.enum(['alert', 'watch', 'none', 'insufficient']);
const status = z.enum(['new', 'confirmed', 'persistent', 'recovering']);

const waveId = z.string().regex(/^\d{4}-[12]$/);
const modeShares = z.array(z.strictObject({ mode: z.enum(modes), share }));
const wave = z.strictObject({
  waveId,
  year: z.number().int(),
  season: z.enum(['spring', 'autumn']),
  fieldworkFrom: day,
  fieldworkTo: day,
  fieldworkPlannedTo: day.optional(),
  publishedOn: day,
  questionnaireVersion: text,
  methodVersion: text.optional(),
  sampleSizePerDistrict: count,
  respondents: count,
  modes: modeShares,
  otherScales: z.array(text).optional(),
  synthetic: z.boolean(),
});

const run = z.strictObject({ run: count, inputSha256: hash, outputSha256: hash });

const study = z.strictObject({ name: text, fileSha256: hash, mappingSha256: hash });

const method = z.strictObject({
  methodVersion: text,
  frameSha256: hash.nullable(),
  seed: text,
  study: study.optional(),
  responsesSha256: hash,
  weighting,
  runs: z.strictObject({ weights: run, analysis: run }).optional(),
  rule: z.strictObject({
    version: text,
    levelMargin: share,
    changeMargin: share,
    gapMargin: share,
    absoluteThreshold: z.record(text, share),
    falseDiscoveryRate: share,
    differenceAlertRate: share,
    gapWatchFalseDiscoveryRate: share,
    minimumN: count,
    absoluteWatchLevel: share,
    minimumEffectiveN: z.number().min(0),
    rollingYearBelow: count,
    maximumModeShift: share,
    headlineIndicators: z.array(text),
  }),
  placeRule: z.strictObject({
    version: text,
    resolution: z.number().int().min(0).max(15),
    minimumPairs: count,
    minimumUnsafeRespondents: count,
    falseDiscoveryRate: share,
    minimumForReasons: count,
  }),
  suppression: z.strictObject({ minimumN: count, suppressed: count, complementary: count }),
});

const indicator = z.strictObject({
  id: text,
  kind: z.enum(['share', 'mean']),
  direction: z.enum(['high-is-bad', 'high-is-good', 'neutral']),
  headline: z.boolean(),
  trend: z.boolean(),
  page: text,
  topic: localised,
  derivedFrom: z
    .strictObject({ variable: text, codes: z.array(z.number()), baseCodes: z.array(z.number()) })
    .nullable(),
  name: localised,
  question: localised,
  base: localised,
  result: localised,
});

const interval = { difference: z.number(), lower: z.number(), upper: z.number() };
const estimate = z.strictObject({
  indicator: text,
  domain: text,
  quality: z.enum(['good', 'use-with-care', 'suppressed']),
  reason: z
    .enum([
      'few-respondents',
      'few-answers',
      'complementary',
      'differencing',
      'wide-interval',
      'few-effective',
    ])
    .nullable(),
  value: z.number().nullable(),
  standardError: z.number().min(0).nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  n: count.nullable(),
  designEffect: z.number().min(0).nullable(),
  intervalMethod: z.enum(['logit', 'korn-graubard', 'student']).nullable().optional(),
  versusRest: z.strictObject({ ...interval, q: share, qMargin: share }).nullable(),
  change: z.strictObject({ ...interval, against: text, qMargin: share }).nullable(),
  rankRange: z.strictObject({ from: count, to: count }).nullable(),
});

const choice = { code: z.number().int(), label: localised };
const choices = z.array(z.strictObject(choice));
const distribution = z.strictObject({
  variable: text,
  domain: text,
  title: localised,
  n: count.nullable(),
  answers: z.array(
    z.strictObject({
      ...choice,
      share: share.nullable(),
      lower: share.nullable().optional(),
      upper: share.nullable().optional(),
    }),
  ),
});

const rollingYear = z.strictObject({
  pooledWith: waveId,
  leads: z.boolean(),
  estimates: z.array(estimate),
});

const testOf = {
  kind: z.enum(['level', 'absolute', 'deterioration', 'gap']),
  basis: z.enum(['wave', 'rolling-year']),
  leads: z.boolean(),
};
const comparisons = z.strictObject({
  ...testOf,
  made: count,
  insufficient: count,
  withoutComparison: count,
});

const flag = z.strictObject({
  ...testOf,
  severity,
  status: status.nullable(),
  needsIntervention: z.boolean(),
  indicator: text,
  district: z.number().int().min(1).max(99),
  group: text.nullable(),
  estimate: z.number().nullable(),
  size: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  n: count.nullable(),
  q: share.nullable(),
  familySize: count,
  against: text,
  pooledWith: waveId.nullable(),
  againstPooledWith: waveId.nullable(),
  rollingYearQ: share.nullable(),
  conservativeBurden: z.number().min(0).nullable(),
  history: z.array(z.strictObject({ waveId: text, severity })),
});

const cell = z.string().regex(/^[0-9a-f]{15}$/);
const place = z.strictObject({
  placeId: text,
  name: text,
  district: z.number().int().nullable(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  cells: z.array(cell),
  unsafeRespondents: count.nullable(),
  totalRespondents: count.nullable(),
  q: share,
  familySize: count,
  reasons: z.array(z.number().int()),
  times: z.array(z.number().int()),
  status,
});

const mentionCell = z.strictObject({
  cell,
  people: z.literal(mentionBands),
  standing: z.enum(mentionStandings),
});

const outcome = z.strictObject({
  domain: text,
  issued: count,
  complete: count,
  partial: count,
  eligibilityRate: share,
  responseRate2: share,
  responseRate3: share,
  cooperationRate2: share,
  refusalRate2: share,
  contactRate2: share,
});

const parallelSample = z.strictObject({
  study,
  fieldworkFrom: day,
  fieldworkTo: day,
  questionnaireVersion: text,
  modes: modeShares,
  respondents: count,
  designEffect: z.number().min(0),
  converged: z.boolean(),
  warnings: z.array(text),
  run,
  effects: z.array(
    z.strictObject({
      indicator: text,
      ...interval,
      standardError: z.number().min(0),
      n: z.strictObject({ to: count, from: count }),
    }),
  ),
});

const publication = z.strictObject({
  format: z.literal('poczucie-publication/2'),
  publicationId: z.string().regex(/^\d{4}-[12]\.\d{1,4}$/),
  number: z.number().int().min(1),
  replaces: text.nullable(),
  correctionNote: text.nullable(),
  wave,
  method,
  indicators: z.array(indicator),
  estimates: z.array(estimate),
  rollingYear: rollingYear.nullable(),
  distributions: z.array(distribution),
  flags: z.array(flag),
  comparisons: z.array(comparisons),
  places: z.array(place),
  placeAnswers: z.strictObject({ reasons: choices, times: choices }),
  mentionCells: z.array(mentionCell).optional(),
  outcomes: z.array(outcome),
  parallelSamples: z.array(parallelSample).optional(),
});

/** A publication that can be taken in, or why it cannot: `where` is the path of the first value that does not belong there. */
export type ReadPublication =
  | { ok: true; document: PublicationDocument; text: string; sha256: string }
  | { ok: false; reason: 'not-json' }
  | { ok: false; reason: 'not-a-publication'; where: string };

/**
 * Reads a publication that came as a file or from the firm's side: every field is checked and nothing else may be in it, so
 * that no answer can travel along. `where` names the first field that is wrong.
 */
export function readPublication(source: string): ReadPublication {
  const parsed = parseJson(source);
  if (!parsed.ok) return { ok: false, reason: 'not-json' };
  const checked = publication.safeParse(parsed.value);
  if (!checked.success) {
    return { ok: false, reason: 'not-a-publication', where: checked.error.issues[0]?.path.join('.') ?? '' };
  }
  // A byte order mark that a program put before it on the way is none of it.
  const text = source.replace(/^\ufeff/, '');
  return { ok: true, document: checked.data, text, sha256: sha256Of(text) };
}
