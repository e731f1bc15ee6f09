import { canonicalJson } from '#core/digest.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import { type FieldworkReport, signedReport } from '#core/publication/open-wave/fieldwork-report.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { signText } from '../../signing.server.ts';
import { fieldworkProgress } from '../fieldwork/fieldwork-progress.server.ts';
import {
  type ReportRefusal,
  receiveFieldworkReport,
} from '../results/open-wave/receive-fieldwork-report.server.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { trustOwnKey } from './hand-over-publication.server.ts';
import { createPublicationKey, currentPublicationKey } from './publication-keys.server.ts';

export type ReportMadeRefusal = 'unknown-wave' | 'not-in-field';

/** Signs how far a wave's fieldwork is: totals by district, which rest on cases and on no answer. */
export function makeFieldworkReport(
  database: FieldworkDatabase,
  waveId: string,
  act: StaffAct & { secret: Buffer },
): Outcome<{ file: string; publicKey: string; report: FieldworkReport }, ReportMadeRefusal> {
  const wave = database.waves.wave(waveId);
  const progress = fieldworkProgress(database, waveId, act.now);
  if (!wave || !progress) return { ok: false, reason: 'unknown-wave' };
  if (wave.status !== 'open' && wave.status !== 'closed') return { ok: false, reason: 'not-in-field' };
  const report: FieldworkReport = {
    format: 'poczucie-fieldwork-report/1',
    waveId,
    year: wave.year,
    season: wave.season,
    answersUntil: dayIn(wave.closesAt - 1, wave.timeZone),
    asOf: dayIn(act.now, wave.timeZone),
    target: wave.sampleSize,
    districts: progress.districts.map(({ district, completed, partial }) => ({
      district,
      responses: completed + partial,
    })),
    synthetic: wave.synthetic,
    questionnaireVersion: wave.questionnaireVersion,
  };
  const key = currentPublicationKey(database) ?? createPublicationKey(database, act);
  const text = canonicalJson(report);
  const value = signText(act.secret, key, text);
  database.transact(() => {
    const { asOf } = report;
    database.audit.record(entryOf(act, 'fieldwork-report-made', waveId, { asOf }));
  });
  const { publicKey } = key;
  return { ok: true, file: signedReport(text, { publicKey, value }), publicKey, report };
}

/** Makes a report and hands it to city hall's database of the same process. */
export function handOverFieldworkReport(
  fieldwork: FieldworkDatabase,
  results: ResultsDatabase,
  waveId: string,
  act: StaffAct & { secret: Buffer },
): Outcome<{ report: FieldworkReport }, ReportMadeRefusal | ReportRefusal> {
  const made = makeFieldworkReport(fieldwork, waveId, act);
  if (!made.ok) return made;
  trustOwnKey(fieldwork, results, made.publicKey, act);
  return receiveFieldworkReport(results, made.file, act);
}
