import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import {
  importParallelSample,
  type ParallelImport,
} from '../../use-cases/analysis/import-parallel-sample.server.ts';
import { commandAct, refuse, say, table } from '../ending.ts';
import { publicationRefused } from '../hand-over.ts';
import { warningLines } from '../warning-lines.ts';
import { refuseStudy, remarkOnStudy } from './study-faults.ts';
import { sayStudyNotes } from './study-notes.ts';

/**
 * `microdata import --parallel-to`: the mode effects, and for a published wave the correction that carries
 * them to the city.
 */
export async function addParallelSample(
  database: FieldworkDatabase,
  sample: ParallelImport,
  { keep, correction, accept }: { keep: boolean; correction: string | null; accept: readonly string[] },
): Promise<void> {
  const { waveId } = sample;
  const isPublished = database.analysis.publicationHeads(waveId).length > 0;
  if (isPublished && !keep && !correction) return refuse({ reason: 'correction-note-missing' });
  const accepted = isPublished && !keep ? { accepted: accept } : {};
  const imported = await importParallelSample(database, { ...sample, ...accepted }, commandAct());
  if (!imported.ok) return refuseStudy(sample, imported);
  const { respondents, report, effects } = imported;
  remarkOnStudy(sample, imported);
  say(`imported ${respondents} respondents beside wave ${waveId}`);
  sayStudyNotes(imported.notes);
  say(
    `weighted: design effect ${report.designEffect.toFixed(3)}, ${report.converged ? 'converged' : 'NOT converged'}`,
    ...warningLines(report.warnings.map((warning) => ({ study: null, warning }))),
  );
  const rows = effects.map(({ indicator, difference, lower, upper, n }) => [
    indicator,
    difference.toFixed(4),
    `${lower.toFixed(4)} to ${upper.toFixed(4)}`,
    String(n.to),
    String(n.from),
  ]);
  say(...table(['mode effect', 'difference', '95 % interval', 'n of the wave', 'n of the sample'], rows));
  if (!isPublished || keep) return say(`they go out with the next publication of ${waveId}`);
  const refused = publicationRefused(database, { waveId, correction, accept });
  if (refused) refuse(refused);
}
