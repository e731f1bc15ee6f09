import type { RakingMargin } from '../sampling/raking-margin.ts';
import { boundWeights } from './bound-weights.ts';
import type { FactorBounds } from './bounded-logit.ts';
import { marginDeviation } from './margins/margin-totals.ts';
import { defaultRakeOptions, type RakeOptions, rake } from './rake.ts';
import { clippedTo, groupMeans, outside } from './weight-bounds.ts';

/** How far weights may lie apart, and how long to try. */
export interface TrimOptions {
  /** Bounds as multiples of the mean weight of the respondent's group. */
  lower: number;
  upper: number;
  maximumCycles: number;
}

/** Method 3.3. */
export const defaultTrimOptions: TrimOptions = { lower: 0.3, upper: 3, maximumCycles: 100 };

/**
 * How the weights came inside their bounds: none lay outside; in cycles; by bounded calibration, with wider
 * bounds where a group has no weights within those asked for; or not at all, because no set that reaches the
 * margins is better than the raked one, or because the weights of a study are taken as they are.
 */
export const trimMethods = ['none', 'cycles', 'bounded-calibration', 'untrimmed', 'not-asked'] as const;
/** One of the `trimMethods`. */
export type TrimMethod = (typeof trimMethods)[number];

/** The trimmed weights, and how far they keep bounds and margins both. */
export interface TrimResult {
  weights: Float64Array;
  method: TrimMethod;
  /**
   * Groups whose weights keep other bounds than those asked for, because none within those reach the margins.
   */
  widened: ({ group: number } & FactorBounds)[];
  /** Times that weights were clipped and raked again; 0 when none lay outside. */
  cycles: number;
  /** Respondents outside the bounds asked for, before and after. Never more after than before. */
  outsideBefore: number;
  outsideAfter: number;
  /** Whether the weights reach the margins. */
  reachesMargins: boolean;
}

/**
 * A cycle after which more than this part of the weight that lay outside still does will not settle: where it
 * does, each leaves 0.3 to 0.8.
 */
const stillFalling = 0.95;

/**
 * Trimming in cycles: weights are clipped to the bounds around their group's mean weight, raked to the
 * margins again, and so on until nothing is outside (by more than 1e-9). Raking after clipping is what keeps
 * the margins; clipping alone would break them. Where that does not settle (the cycles are used up, or the
 * share of the weight outside no longer falls), bounded calibration of the raked weights to the same margins
 * and bounds takes its place (`boundWeights`; method 3.3). A set with more weights outside the bounds asked
 * for than before trimming is never used; neither are other weights than the raked ones where the margins
 * contradict each other.
 *
 * @param raked  weights that reach the margins
 * @param group  of each respondent, around whose mean weight the bounds lie
 */
export function trimAndRake(
  raked: Float64Array,
  group: Int32Array,
  margins: readonly RakingMargin[],
  trim: TrimOptions = defaultTrimOptions,
  raking: RakeOptions = defaultRakeOptions,
): TrimResult {
  const mean = groupMeans(raked, group);
  const asked = () => trim;
  const outsideBefore = outside(raked, mean, asked).count;
  const isReachable = marginDeviation(raked, margins) <= raking.tolerance;
  const asRaked: TrimResult = {
    weights: raked,
    method: 'none',
    widened: [],
    cycles: 0,
    outsideBefore,
    outsideAfter: outsideBefore,
    reachesMargins: isReachable,
  };
  if (outsideBefore === 0) return asRaked;
  const { isSettled, ...cycled } = trimInCycles(raked, mean, margins, trim, raking);
  if (isSettled) return { ...asRaked, ...cycled, method: 'cycles', outsideAfter: 0 };
  const { cycles } = cycled;
  const bounded = isReachable ? boundWeights(raked, group, margins, trim, raking) : null;
  const outsideAfter = bounded ? outside(bounded.weights, mean, asked).count : outsideBefore;
  if (!bounded || outsideAfter > outsideBefore) return { ...asRaked, method: 'untrimmed', cycles };
  return { ...asRaked, ...bounded, method: 'bounded-calibration', cycles, outsideAfter };
}

/** What trimming in cycles came to, settled or not. */
export interface CycledWeights {
  weights: Float64Array;
  cycles: number;
  /** Whether no weight is outside the bounds. */
  isSettled: boolean;
  outsideAfter: number;
  /** Whether the last raking reached the margins. */
  reachesMargins: boolean;
}

/**
 * The cycles of `trimAndRake` alone, which may leave more weights outside than there were: not to be used
 * where they have not settled.
 *
 * @param mean  the mean weight of each respondent's group after raking
 * @param mostLeft  the part of the weight outside that a cycle may leave for another to follow; infinite: all
 *   the cycles of R
 */
export function trimInCycles(
  raked: Float64Array,
  mean: Float64Array,
  margins: readonly RakingMargin[],
  trim: TrimOptions,
  raking: RakeOptions,
  mostLeft = stillFalling,
): CycledWeights {
  let weights = raked;
  let cycles = 0;
  let reachesMargins = true;
  let left = outside(raked, mean, () => trim);
  let isFalling = true;
  while (left.count > 0 && isFalling && cycles < trim.maximumCycles) {
    const result = rake(
      clippedTo(weights, mean, () => trim),
      margins,
      raking,
    );
    weights = result.weights;
    reachesMargins = result.converged;
    cycles += 1;
    const before = left.share;
    left = outside(weights, mean, () => trim);
    isFalling = mostLeft === Number.POSITIVE_INFINITY || left.share <= mostLeft * before;
  }
  return { weights, cycles, isSettled: left.count === 0, outsideAfter: left.count, reachesMargins };
}
