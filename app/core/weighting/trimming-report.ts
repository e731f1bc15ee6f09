import type { TrimOptions, TrimResult } from './trim.ts';
import type { WeightingReport } from './weighting-report.ts';

/** What trimming did, in shares of all respondents. */
export type TrimmingReport = WeightingReport['trimming'];

/** The report on weights that were trimmed around the mean weight of their district. */
export function trimmingReport(
  { weights, method, widened, cycles, outsideBefore, outsideAfter }: TrimResult,
  { lower, upper }: TrimOptions,
): TrimmingReport {
  return {
    method,
    lower,
    upper,
    widened: widened.map(({ group, ...bounds }) => ({ district: group, ...bounds })),
    cycles,
    outsideBefore: outsideBefore / weights.length,
    outsideAfter: outsideAfter / weights.length,
  };
}
