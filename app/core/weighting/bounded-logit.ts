import { calibrate, defaultCalibrationOptions } from './calibrate.ts';
import type { RakeOptions, RakeResult } from './rake.ts';
import type { RakingMargin } from './raking-margin.ts';

/** Smallest and largest factor by which a weight may change; 1 lies between them. */
export interface FactorBounds {
  lower: number;
  upper: number;
}

/**
 * Bounded calibration with the logit distance (Deville & Särndal 1992, case 6): w = d·g with g between L and U,
 * g = L + (U − L)/(1 + (U − 1)/(1 − L)·exp(−A u)), A = (U − L)/((1 − L)(U − 1)). It calibrates and bounds in one step, where
 * trimming takes cycles. Bounds too narrow for the margins give a result that has not converged. Agrees with R's
 * `survey::calibrate(calfun = "logit", bounds = c(L, U))`.
 *
 * @param start  weights before calibration
 * @throws when the bounds do not enclose 1, margins have different totals, or a group has no respondents
 */
export function calibrateBoundedLogit(
  start: Float64Array,
  margins: readonly RakingMargin[],
  { lower, upper }: FactorBounds,
  options: RakeOptions = defaultCalibrationOptions,
): RakeResult {
  if (!(lower >= 0 && lower < 1 && upper > 1 && Number.isFinite(upper))) {
    throw new Error(
      `\`calibrateBoundedLogit\` requires bounds with 0 ≤ lower < 1 < upper, not ${lower} and ${upper}`,
    );
  }
  const width = upper - lower;
  const steepness = width / ((1 - lower) * (upper - 1));
  const odds = (upper - 1) / (1 - lower);
  const position = (u: number) => 1 / (1 + odds * Math.exp(-steepness * u));
  const distance = {
    factor: (u: number) => lower + width * position(u),
    slope: (u: number) => width * steepness * position(u) * (1 - position(u)),
  };
  return calibrate('calibrateBoundedLogit', start, margins, distance, options);
}
