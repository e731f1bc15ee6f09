import type { FactorBounds } from './bounded-logit.ts';

/** The bounds of a respondent's weight, as multiples of the mean weight of the respondent's group. */
export type BoundsOf = (respondent: number) => FactorBounds;

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

/**
 * Weights outside the bounds by more than 1e-9: how many, and the share of all weight that lies beyond the
 * bounds.
 */
export function outside(
  weights: Float64Array,
  mean: Float64Array,
  boundsOf: BoundsOf,
): { count: number; share: number } {
  let count = 0;
  let beyond = 0;
  let all = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const { lower, upper } = boundsOf(i);
    const weight = weights[i] as number;
    const own = mean[i] as number;
    all += weight;
    if (weight <= upper * own * (1 + 1e-9) && weight >= lower * own * (1 - 1e-9)) continue;
    count += 1;
    beyond += Math.max(weight - upper * own, lower * own - weight);
  }
  return { count, share: beyond / all };
}

/** Weights cut to their bounds. */
export function clippedTo(weights: Float64Array, mean: Float64Array, boundsOf: BoundsOf): Float64Array {
  return weights.map((weight, i) => {
    const { lower, upper } = boundsOf(i);
    return Math.min(upper * (mean[i] as number), Math.max(lower * (mean[i] as number), weight));
  });
}
