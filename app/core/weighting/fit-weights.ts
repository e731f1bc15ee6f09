import type { RakingMargin } from '../sampling/raking-margin.ts';
import { type RakeOptions, type RakeResult, rake } from './rake.ts';
import { type TrimOptions, type TrimResult, trimAndRake } from './trim.ts';

/** The weights after raking, and after trimming. */
export interface FittedWeights {
  raked: RakeResult;
  trimmed: TrimResult;
}

const unbounded: TrimOptions = { lower: 0, upper: Number.POSITIVE_INFINITY, maximumCycles: 0 };

/**
 * The last two steps of method 3.3: raking to the margins and trimming around the mean weight of each
 * respondent's district.
 *
 * @param start  weights before calibration
 * @param trim  null for weights that are not to be trimmed
 */
export function fitWeights(
  start: Float64Array,
  margins: readonly RakingMargin[],
  district: Int32Array,
  { raking, trim }: { raking: RakeOptions; trim: TrimOptions | null },
): FittedWeights {
  const raked = rake(start, margins, raking);
  const trimmed: TrimResult = trim
    ? trimAndRake(raked.weights, district, margins, trim, raking)
    : { ...trimAndRake(raked.weights, district, margins, unbounded), method: 'not-asked' };
  return { raked, trimmed };
}
