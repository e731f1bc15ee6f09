import type { ComposedSample } from '#core/analysis/exact-parallel-sample.ts';
import type { ParallelFigures } from '#core/analysis/parallel-figures.ts';
import { publishedWarning } from '#core/publication/run-warnings.ts';
import type { WeightingReport } from '#core/weighting/weight-wave.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';

/** Samples in other modes beside a wave, as the composing of its publication takes them; of each mode the newest. */
export function composedSamples(database: FieldworkDatabase, waveId: string): ComposedSample[] {
  return database.studies.parallelSamples(waveId).map((row) => {
    const { designEffect, converged, warnings } = JSON.parse(row.report) as WeightingReport;
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
      figures: JSON.parse(row.figures) as ParallelFigures,
    };
  });
}
