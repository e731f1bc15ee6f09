import { normalQuantile } from '../statistics/distributions.ts';

/** The figure of one domain that is ranked among its like. */
export interface RankedValue {
  domain: string;
  value: number;
  standardError: number;
}

/** The ranks that a domain may have, 1 for the highest value. */
export interface RankRange {
  domain: string;
  from: number;
  to: number;
}

/**
 * Simultaneous ranges of ranks, 1 for the highest value: with the stated confidence all ranges hold together.
 * Each value gets an interval at the Šidák level; a rank is as good as the number of intervals that lie
 * wholly above or below (Klein, Wright & Wieczorek 2020).
 */
export function rankRanges(values: readonly RankedValue[], confidence = 0.9): RankRange[] {
  const each = confidence ** (1 / values.length);
  const z = normalQuantile(1 - (1 - each) / 2);
  const intervals = values.map(({ value, standardError }) => ({
    lower: value - z * standardError,
    upper: value + z * standardError,
  }));
  return values.map(({ domain }, i) => {
    const own = intervals[i] as { lower: number; upper: number };
    const above = intervals.filter((other) => other.lower > own.upper).length;
    const below = intervals.filter((other) => other.upper < own.lower).length;
    return { domain, from: 1 + above, to: values.length - below };
  });
}
