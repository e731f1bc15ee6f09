import type { RakingMargin } from '../sampling/raking-margin.ts';
import { type CalibrationDistance, calibrate, defaultCalibrationOptions } from './calibrate.ts';
import type { RakeOptions, RakeResult } from './rake.ts';

/** Smallest and largest factor by which a weight may change; 1 lies between them. */
export interface FactorBounds {
  lower: number;
  upper: number;
}

/**
 * Bounded calibration with the logit distance (Deville & Särndal 1992, case 6): w = d·g with g between L and
 * U, g = L + (U − L)/(1 + (U − 1)/(1 − L)·exp(−A u)), A = (U − L)/((1 − L)(U − 1)). It calibrates and bounds
 * in one step, where trimming takes cycles. Bounds too narrow for the margins give a result that has not
 * converged. Agrees with R's `survey::calibrate(calfun = "logit", bounds = c(L, U))`.
 *
 * @param start  weights before calibration
 * @throws when the bounds do not enclose 1, margins have different totals, or a group has no respondents
 */
export function calibrateBoundedLogit(
  start: Float64Array,
  margins: readonly RakingMargin[],
  bounds: FactorBounds,
  options: RakeOptions = defaultCalibrationOptions,
): RakeResult {
  requireEnclosing('calibrateBoundedLogit', bounds);
  const steepness = steepnessOf(bounds);
  const distance = logitDistance(
    () => bounds,
    () => steepness,
  );
  return calibrate('calibrateBoundedLogit', start, margins, distance, options);
}

/**
 * How near to a bound a weight may begin, as part of the room between the bounds: on it the logit is
 * infinite.
 */
const nearest = 0.01;

/**
 * The same for bounds that are not factors of the weight itself: every weight ends between multiples of a
 * middle of its own, such as the mean weight of its district. The factors L and U then differ by respondent
 * (Folsom & Singh 2000), and the known constants q of Deville & Särndal are chosen so that every weight moves
 * through the room between its bounds as one does that begins in the middle. A weight outside its bounds, or
 * on them, begins just inside.
 *
 * @param start  weights before calibration
 * @param middle  of each respondent
 * @param boundsOf  of a respondent, as multiples of the middle
 * @throws as `calibrateBoundedLogit`
 */
export function calibrateAround(
  start: Float64Array,
  middle: Float64Array,
  margins: readonly RakingMargin[],
  boundsOf: (respondent: number) => FactorBounds,
  options: RakeOptions = defaultCalibrationOptions,
): RakeResult {
  const inside = start.map((weight, i) => {
    const { lower, upper } = requireEnclosing('calibrateAround', boundsOf(i));
    const inset = nearest * (upper - lower);
    const own = middle[i] as number;
    return Math.min((upper - inset) * own, Math.max((lower + inset) * own, weight));
  });
  const factors = Array.from(inside, (weight, i) => {
    const { lower, upper } = boundsOf(i);
    const own = (middle[i] as number) / weight;
    return { lower: lower * own, upper: upper * own };
  });
  const distance = logitDistance(
    (i) => factors[i] as FactorBounds,
    (i) => steepnessOf(boundsOf(i)),
  );
  return calibrate('calibrateAround', inside, margins, distance, options);
}

function requireEnclosing(caller: string, bounds: FactorBounds): FactorBounds {
  const { lower, upper } = bounds;
  if (lower >= 0 && lower < 1 && upper > 1 && Number.isFinite(upper)) return bounds;
  throw new Error(`\`${caller}\` requires bounds with 0 ≤ lower < 1 < upper, not ${lower} and ${upper}`);
}

/** A of Deville & Särndal: with it F′(0) = 1 for a weight that begins at 1. */
function steepnessOf({ lower, upper }: FactorBounds): number {
  return (upper - lower) / ((1 - lower) * (upper - 1));
}

function logitDistance(
  boundsOf: (respondent: number) => FactorBounds,
  steepnessAt: (respondent: number) => number,
): CalibrationDistance {
  const position = (u: number, respondent: number) => {
    const { lower, upper } = boundsOf(respondent);
    return 1 / (1 + ((upper - 1) / (1 - lower)) * Math.exp(-steepnessAt(respondent) * u));
  };
  return {
    factor(u, respondent) {
      const { lower, upper } = boundsOf(respondent);
      return lower + (upper - lower) * position(u, respondent);
    },
    slope(u, respondent) {
      const { lower, upper } = boundsOf(respondent);
      const at = position(u, respondent);
      return (upper - lower) * steepnessAt(respondent) * at * (1 - at);
    },
  };
}
