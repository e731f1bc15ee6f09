import type { ComposedSample } from '#core/analysis/exact-parallel-sample.ts';
import { publishedWarning } from '#core/publication/run-warnings.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { parallelFiguresOf, weightingReportOf } from './stored-runs.server.ts';

/**
 * Samples in other modes beside a wave, as the composing of its publication takes them; of each mode the
 * newest.
 */
export function composedSamples(database: FieldworkDatabase, waveId: string): ComposedSample[] {
  return database.studies.parallelSamples(waveId).map((row) => {
    const { designEffect, converged, warnings } = weightingReportOf(row);
    const { study: name, fileSha256, mappingSha256, inputSha256, outputSha256 } = row;
    return {
      about: {
        study: { name, fileSha256, mappingSha256 },
        fieldworkFrom: row.firstDay,
        fieldworkTo: row.lastDay,
        questionnaireVersion: row.askedWith,
        designEffect,
        converged,
        warnings: warnings.map(publishedWarning),
        run: { run: row.runId, inputSha256, outputSha256 },
      },
      figures: parallelFiguresOf(row),
    };
  });
}
