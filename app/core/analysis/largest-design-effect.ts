import type { PublishedEstimate } from '../publication/published-estimate.ts';

/**
 * The largest design effect that the figures of a domain have, and no less than that of the weights alone: the margin of an
 * answer's share, which is published without one, is told with it. Kish's effect of the weights leaves out that the answers of a
 * stratum are alike, and of a domain that people confirmed, that they come from several.
 */
export function largestDesignEffect(
  ofWeights: number,
  estimates: Iterable<Pick<PublishedEstimate, 'designEffect'>>,
): number {
  let largest = ofWeights;
  for (const { designEffect } of estimates) largest = Math.max(largest, designEffect ?? 0);
  return largest;
}
