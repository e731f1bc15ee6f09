import { minimumAnswers } from '../estimation/intervals/minimum-base.ts';
import type { PublishedEstimate } from '../publication/published-estimate.ts';

/** Bases are published rounded down to ten, so that the difference of two never shows a group below ten. */
export function roundBase(n: number): number {
  return Math.floor(n / minimumAnswers) * minimumAnswers;
}

/**
 * Rounds to so many decimals; what rounds to zero is 0 and never −0, which would be written with its sign.
 */
export function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

/** A share or rate (0–1) to a tenth of a percentage point. */
export function roundShare(value: number): number {
  return roundTo(value, 3);
}

/**
 * False discovery rates keep four decimals, rounded up: 0.0001 means at most that, and none is ever shown as
 * zero.
 */
export function roundQ(q: number): number {
  return Math.min(1, Math.max(1, Math.ceil(roundTo(q * 10_000, 6))) / 10_000);
}

/** Shares to 0.001 and means to 0.1; standard errors with one decimal more. */
export function roundEstimate(estimate: PublishedEstimate, kind: 'share' | 'mean'): PublishedEstimate {
  const decimals = kind === 'share' ? 3 : 1;
  const round = (value: number): number => roundTo(value, decimals);
  const orNull = (value: number | null, rounded: (value: number) => number): number | null =>
    value === null ? null : rounded(value);
  const { versusRest, change } = estimate;
  return {
    indicator: estimate.indicator,
    domain: estimate.domain,
    quality: estimate.quality,
    reason: estimate.reason,
    value: orNull(estimate.value, round),
    standardError: orNull(estimate.standardError, (value) => roundTo(value, decimals + 1)),
    lower: orNull(estimate.lower, round),
    upper: orNull(estimate.upper, round),
    n: orNull(estimate.n, roundBase),
    designEffect: orNull(estimate.designEffect, (value) => roundTo(value, 2)),
    intervalMethod: estimate.intervalMethod,
    versusRest: versusRest && {
      difference: round(versusRest.difference),
      lower: round(versusRest.lower),
      upper: round(versusRest.upper),
      q: roundQ(versusRest.q),
      qMargin: roundQ(versusRest.qMargin),
    },
    change: change && {
      against: change.against,
      difference: round(change.difference),
      lower: round(change.lower),
      upper: round(change.upper),
      qMargin: roundQ(change.qMargin),
    },
    rankRange: estimate.rankRange && { from: estimate.rankRange.from, to: estimate.rankRange.to },
  };
}
