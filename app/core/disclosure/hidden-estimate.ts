import type { PublishedEstimate, QualityReason } from '../publication/published-estimate.ts';

/** A figure that is not shown: which, and why. */
export function hiddenEstimate(indicator: string, domain: string, reason: QualityReason): PublishedEstimate {
  const nothing = { value: null, standardError: null, lower: null, upper: null, n: null, designEffect: null };
  return {
    indicator,
    domain,
    quality: 'suppressed',
    reason,
    ...nothing,
    versusRest: null,
    change: null,
    rankRange: null,
  };
}
