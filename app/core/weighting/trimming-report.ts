import type { FactorBounds } from './bounded-logit.ts';
import type { TrimMethod, TrimOptions, TrimResult } from './trim.ts';

/** What trimming did, in shares of all respondents. */
export interface TrimmingReport {
  method: TrimMethod;
  /** The bounds of the settings, as multiples of the district's mean weight. */
  lower: number;
  upper: number;
  /** Districts whose weights keep wider bounds, because none within those reach the margins. */
  widened: ({ district: number } & FactorBounds)[];
  cycles: number;
  /** Share of respondents outside the bounds of the settings, raked and in the end. */
  outsideBefore: number;
  outsideAfter: number;
}

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
