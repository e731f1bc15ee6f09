import { marginDeviation, requireRespondents, requireSameTotal, sumGroups } from './margins/margin-totals.ts';
import type { RakeResult } from './rake.ts';

/**
 * Post-stratification: the weights of each post-stratum are multiplied by N/Σw, so that they add up to its
 * population (Holt & Smith 1979). It is raking to one margin, done in one step. Agrees with R's
 * `survey::postStratify`.
 *
 * @param start  weights before the adjustment
 * @param stratumOf  index of each respondent's post-stratum
 * @param totals  population of each post-stratum
 * @throws when a post-stratum of the population has no respondents
 */
export function postStratify(start: Float64Array, stratumOf: Int32Array, totals: Float64Array): RakeResult {
  const margin = { name: 'post-strata', group: stratumOf, totals };
  requireSameTotal('postStratify', [margin]);
  requireRespondents('postStratify', [margin], start);
  const sums = new Float64Array(totals.length);
  sumGroups(start, margin, sums);
  const weights = start.map((weight, i) => {
    const stratum = stratumOf[i] as number;
    return (weight * (totals[stratum] as number)) / (sums[stratum] as number);
  });
  return { weights, iterations: 1, converged: true, largestDeviation: marginDeviation(weights, [margin]) };
}
