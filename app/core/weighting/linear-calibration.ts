import type { RakingMargin } from '../sampling/raking-margin.ts';
import { calibrate, defaultCalibrationOptions } from './calibrate.ts';
import type { RakeOptions, RakeResult } from './rake.ts';

/**
 * Linear calibration, the weights of the generalised regression estimator: w = d·(1 + xᵀλ) (Särndal, Swensson
 * & Wretman 1992, section 6.5). Always reached when the margins do not contradict each other, but weights may
 * become negative: trim or use `calibrateBoundedLogit` then. Agrees with R's `survey::calibrate(calfun =
 * "linear")`.
 *
 * @param start  weights before calibration
 * @throws when margins have different totals, or a group of the population has no respondents
 */
export function calibrateLinear(
  start: Float64Array,
  margins: readonly RakingMargin[],
  options: RakeOptions = defaultCalibrationOptions,
): RakeResult {
  return calibrate('calibrateLinear', start, margins, { factor: (u) => 1 + u, slope: () => 1 }, options);
}
