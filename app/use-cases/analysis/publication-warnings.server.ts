import { gazetteer } from '#city/gazetteer.ts';
import type { CopiedPattern } from '#core/places/copied-mentions.ts';
import { copyWarnings, type RunWarning, unacceptedCodes } from '#core/publication/run-warnings.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { Outcome } from '../staff-act.ts';
import { analysisOf, weightingReportOf } from './stored-runs.server.ts';

/**
 * What the runs warn of that the next publication of a wave would rest on: its newest weights, those of
 * its parallel samples, and what looks copied among the places that residents named.
 */
export function publicationWarnings(database: FieldworkDatabase, waveId: string): RunWarning[] {
  const run = database.analysis.newestWeightRun(waveId);
  const runs = [
    ...(run ? [{ study: null, runId: run.runId, report: run.report }] : []),
    ...database.studies.parallelSamples(waveId),
  ];
  return [
    ...runs.flatMap(({ study, ...kept }) =>
      weightingReportOf(kept).warnings.map((warning): RunWarning => ({ study, warning })),
    ),
    ...copyWarnings(copiedMentions(database, waveId), gazetteer),
  ];
}

/** Patterns of mentions that look copied, of the newest analysis if it rests on the newest weights. */
export function copiedMentions(database: FieldworkDatabase, waveId: string): CopiedPattern[] {
  const run = database.analysis.newestAnalysis(waveId);
  const isNewest = run !== undefined && run.weightRunId === database.analysis.newestWeightRun(waveId)?.runId;
  return isNewest ? analysisOf(run).copiedPatterns : [];
}

/**
 * Refuses a publication while a warning of its runs is not accepted by its code; the detail lists the codes
 * that lack.
 */
export function warningsAccepted(
  database: FieldworkDatabase,
  waveId: string,
  accepted: readonly string[],
): Outcome<{ warnings: RunWarning[] }, 'warnings-not-accepted'> {
  const warnings = publicationWarnings(database, waveId);
  return unacceptedRefusal(warnings, accepted) ?? { ok: true, warnings };
}

/** The refusal of warnings of which not every one is accepted; null when all are. */
export function unacceptedRefusal(warnings: RunWarning[], accepted: readonly string[]) {
  const lacking = unacceptedCodes(warnings, accepted);
  if (lacking.length === 0) return null;
  return {
    ok: false as const,
    reason: 'warnings-not-accepted' as const,
    detail: { codes: lacking.join(', ') },
    warnings,
  };
}
