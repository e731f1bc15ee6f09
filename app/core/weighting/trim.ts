import { defaultRakeOptions, type RakeOptions, rake } from './rake.ts';
import type { RakingMargin } from './raking-margin.ts';

/** How far weights may lie apart, and how long to try. */
export interface TrimOptions {
  /** Bounds as multiples of the mean weight of the respondent's group. */
  lower: number;
  upper: number;
  maximumCycles: number;
}

/** Method 3.3. */
export const defaultTrimOptions: TrimOptions = { lower: 0.3, upper: 3, maximumCycles: 100 };

/** The trimmed weights, and whether they keep bounds and margins both. */
export interface TrimResult {
  weights: Float64Array;
  /** Times that weights were clipped and raked again; 0 when none lay outside. */
  cycles: number;
  /** Respondents outside the bounds before the first cycle. */
  outsideBefore: number;
  /** Respondents still outside after the last cycle: 0 when it settled. */
  outsideAfter: number;
  /** Whether the last raking reached the margins. */
  rakingConverged: boolean;
}

/**
 * Trimming in cycles: weights are clipped to the bounds around their group's mean weight, raked to the margins again, and
 * so on until nothing is outside (by more than 1e-9) or the cycles are used up. Raking after clipping is what keeps the
 * margins; clipping alone would break them. `mean` is the mean weight of each respondent's group after raking (`groupMeans`).
 */
export function trimAndRake(
  raked: Float64Array,
  mean: Float64Array,
  margins: readonly RakingMargin[],
  trim: TrimOptions = defaultTrimOptions,
  raking: RakeOptions = defaultRakeOptions,
): TrimResult {
  let weights = raked;
  let cycles = 0;
  let rakingConverged = true;
  const outsideBefore = countOutside(raked, mean, trim);
  let outsideAfter = outsideBefore;
  while (outsideAfter > 0 && cycles < trim.maximumCycles) {
    const clipped = weights.map((weight, i) =>
      Math.min(trim.upper * (mean[i] as number), Math.max(trim.lower * (mean[i] as number), weight)),
    );
    const result = rake(clipped, margins, raking);
    weights = result.weights;
    rakingConverged = result.converged;
    cycles += 1;
    outsideAfter = countOutside(weights, mean, trim);
  }
  return { weights, cycles, outsideBefore, outsideAfter, rakingConverged };
}

/** The mean weight of each respondent's group, in the order of the respondents. */
export function groupMeans(weights: Float64Array, group: Int32Array): Float64Array {
  const sums = new Map<number, { sum: number; n: number }>();
  for (const [i, key] of group.entries()) {
    const entry = sums.get(key) ?? { sum: 0, n: 0 };
    sums.set(key, { sum: entry.sum + (weights[i] as number), n: entry.n + 1 });
  }
  return Float64Array.from(group, (key) => {
    const { sum, n } = sums.get(key) as { sum: number; n: number };
    return sum / n;
  });
}

function countOutside(weights: Float64Array, mean: Float64Array, { lower, upper }: TrimOptions): number {
  let outside = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const ratio = (weights[i] as number) / (mean[i] as number);
    if (ratio > upper * (1 + 1e-9) || ratio < lower * (1 - 1e-9)) outside += 1;
  }
  return outside;
}
