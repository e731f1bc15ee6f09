import { meanDifference } from './difference.ts';
import type { Contrast, Estimate } from './estimate.ts';
import { estimateOf } from './estimate-of.ts';

/**
 * The same figure in two independent samples as one: the mean of the two, V = (V₁ + V₂)/4, bases, effective
 * sizes and degrees of freedom added. The interval is that of a figure of one sample. Both waves weigh the
 * same, so that a larger one does not turn a year into its season.
 */
export function meanEstimate(now: Estimate, before: Estimate): Estimate {
  const kind = now.rarerCount === null ? 'mean' : 'share';
  const mean = (now.value + before.value) / 2;
  const standardError = Math.hypot(now.standardError, before.standardError) / 2;
  const n = now.n + before.n;
  // At least so many: which answer is the rarer may differ between the two.
  const rarer = (now.rarerCount ?? 0) + (before.rarerCount ?? 0);
  const spread = mean * (1 - mean);
  return estimateOf(
    {
      indicator: now.indicator,
      domain: now.domain,
      kind,
      largestDesignEffect: n / ((now.binomialN ?? n / 2) + (before.binomialN ?? n / 2)),
    },
    {
      mean,
      standardError,
      n,
      baseShare: (now.baseShare + before.baseShare) / 2,
      positive: mean <= 1 / 2 ? rarer : n - rarer,
      kishN: now.kishN + before.kishN,
      degreesOfFreedom: now.degreesOfFreedom + before.degreesOfFreedom,
      designEffect:
        kind === 'share' && spread > 0
          ? (standardError ** 2 * (n - 1)) / spread
          : (now.designEffect + before.designEffect) / 2,
    },
  );
}

/** The same difference in two independent samples as one; both sides of it are means of two shares. */
export function meanContrast(now: Contrast, before: Contrast): Contrast {
  return { ...now, ...meanDifference(now, before) };
}
