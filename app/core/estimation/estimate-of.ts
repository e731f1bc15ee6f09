import type { DomainKey, Estimate } from './estimate.ts';
import { kornGraubardInterval, studentInterval } from './intervals/interval.ts';
import { binomialSize } from './intervals/share-part.ts';
import { hasVariance, zeroVarianceInterval } from './intervals/zero-variance.ts';
import { shareInterval } from './share-interval.ts';
import type { DomainMean } from './variance/domain-mean.ts';

/** What a mean of points can be. */
const pointRange = { least: 0, greatest: 100 };

/** Which figure it is, and how sure others of the indicator are. */
export interface FigureIdentity {
  indicator: string;
  domain: DomainKey;
  kind: 'share' | 'mean';
  /** The largest of the indicator in the city and its districts. */
  largestDesignEffect: number;
}

/**
 * A mean of a domain as an estimate: with its 95 % interval, its sizes, and what the rules on quality and
 * tests ask for.
 */
export function estimateOf(
  { indicator, domain, kind, largestDesignEffect }: FigureIdentity,
  result: Pick<
    DomainMean,
    'mean' | 'standardError' | 'n' | 'baseShare' | 'positive' | 'degreesOfFreedom' | 'designEffect' | 'kishN'
  >,
): Estimate {
  const { mean, standardError, n, baseShare, positive, degreesOfFreedom, designEffect, kishN } = result;
  const atLeastOne = Math.max(1, degreesOfFreedom);
  const common = {
    indicator,
    domain,
    value: mean,
    standardError,
    degreesOfFreedom,
    n,
    baseShare,
    effectiveN: designEffect > 0 ? n / designEffect : n,
    kishN,
    designEffect,
  };
  if (kind === 'mean') {
    const { lower, upper } = hasVariance(standardError, pointRange)
      ? studentInterval(mean, standardError, atLeastOne)
      : zeroVarianceInterval(mean, n, pointRange);
    return {
      ...common,
      lower: Math.max(0, lower),
      upper: Math.min(100, upper),
      intervalMethod: 'student',
      rarerCount: null,
      binomialN: null,
      kornGraubardWidth: null,
    };
  }
  const exact = kornGraubardInterval(mean, standardError, n, atLeastOne);
  const { lower, upper, method } = shareInterval(result);
  return {
    ...common,
    lower,
    upper,
    intervalMethod: method,
    rarerCount: Math.min(positive, n - positive),
    binomialN: binomialSize(mean, result, largestDesignEffect),
    kornGraubardWidth: exact.upper - exact.lower,
  };
}
