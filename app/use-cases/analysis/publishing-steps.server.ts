import { flagCounts } from '#core/analysis/flag-counts.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { JobOutcome } from '../fieldwork/wave-jobs.server.ts';
import type { ReasonOf, StaffAct } from '../staff-act.ts';
import { analyseWave } from './analyse-wave.server.ts';
import { handOverPublication } from './hand-over-publication.server.ts';
import { warningsAccepted } from './publication-warnings.server.ts';
import { type Publishing, publishWave } from './publish-wave.server.ts';
import { weightRun } from './weight-run.server.ts';

export interface WorkDatabases {
  fieldwork: FieldworkDatabase;
  /** City hall's database; null where it is not served and the publication is carried as a file. */
  results: ResultsDatabase | null;
}

/**
 * Weights and then estimates, so that the page of the publication can say in numbers what it will publish.
 */
export function weightAndAnalyse(database: FieldworkDatabase, waveId: string, act: StaffAct): JobOutcome {
  const weighed = weightRun(database, waveId, act);
  if (!weighed.ok) return weighed;
  const analysed = analyseWave(database, waveId, act);
  if (!analysed.ok) return analysed;
  const { designEffect, warnings, districts } = weighed.report;
  return {
    ok: true,
    figures: {
      responses: districts.reduce((sum, { respondents }) => sum + respondents, 0),
      designEffect,
      warnings: warnings.length,
    },
  };
}

/** Makes the publication and hands it over. A correction is computed anew before it is published. */
export function publishAndHandOver(
  databases: WorkDatabases,
  { waveId, correctionNote = null, accepted = [] }: Publishing,
  act: StaffAct & { secret: Buffer },
): JobOutcome<
  | 'correction-note-missing'
  | ReasonOf<typeof warningsAccepted>
  | ReasonOf<typeof analyseWave>
  | ReasonOf<typeof publishWave>
  | ReasonOf<typeof handOver>
> {
  const { fieldwork, results } = databases;
  if (fieldwork.waves.wave(waveId)?.status === 'published') {
    if (!correctionNote) return { ok: false, reason: 'correction-note-missing' };
    const acceptance = warningsAccepted(fieldwork, waveId, accepted);
    if (!acceptance.ok) return acceptance;
    const analysed = analyseWave(fieldwork, waveId, act);
    if (!analysed.ok) return analysed;
  }
  const published = publishWave(fieldwork, { waveId, correctionNote, accepted }, act);
  if (!published.ok) return published;
  const { estimates, flags, places, method } = published.document;
  const { suppressed, complementary } = method.suppression;
  const handed = results ? handOver(databases, waveId, act) : null;
  if (handed && !handed.ok) return handed;
  return {
    ok: true,
    figures: {
      estimates: estimates.length,
      suppressed,
      complementary,
      ...flagCounts(flags),
      places: places.length,
    },
  };
}

export function handOver(
  { fieldwork, results }: WorkDatabases,
  waveId: string,
  act: StaffAct,
): JobOutcome<'city-elsewhere' | ReasonOf<typeof handOverPublication>> {
  if (!results) return { ok: false, reason: 'city-elsewhere' };
  const handed = handOverPublication(fieldwork, results, waveId, act);
  return handed.ok ? { ok: true, figures: {} } : handed;
}
