import { describe, expect, it } from 'vitest';
import type { Estimate } from '#core/estimation/estimate.ts';
import { estimateWave } from '#core/estimation/estimate-wave.ts';
import { kornGraubardInterval, logitInterval } from '#core/estimation/intervals/interval.ts';
import { waveDomains } from '#core/estimation/wave-sample.ts';
import { ageBands, sexes, stratumKey } from '#core/sampling/stratum.ts';

const keys = ageBands.flatMap((ageBand) => sexes.map((sex) => stratumKey(1, ageBand, sex)));

/**
 * Seven people in each of the 14 strata of one district, with equal weights, of whom the first so many say
 * yes.
 */
function shareOf(yes: number): Estimate {
  const n = 7 * keys.length;
  const weights = new Float64Array(n).fill(10);
  const domains = waveDomains({
    strata: keys.map((key) => ({ key, population: 70 })),
    stratum: Array.from({ length: n }, (_, i) => keys[i % keys.length] as string),
    district: new Int32Array(n).fill(1),
    nonresponse: weights,
    final: weights,
    margins: [],
  });
  const values = Float64Array.from({ length: n }, (_, i) => Number(i < yes));
  const { estimates } = estimateWave(domains, [{ id: 'yes', kind: 'share', values, gaps: [] }]);
  const ofCity = estimates.find(({ domain }) => domain === 'city');
  if (!ofCity) throw new Error('a city with respondents has an estimate');
  return ofCity;
}

describe('the published interval of a share', () => {
  it.each([1, 5, 93, 97])('is the exact one where %i of 98 say yes', (yes) => {
    const estimate = shareOf(yes);
    const { value, standardError, n, degreesOfFreedom } = estimate;
    const { lower, upper } = kornGraubardInterval(value, standardError, n, degreesOfFreedom);
    expect(estimate).toMatchObject({ intervalMethod: 'korn-graubard', lower, upper });
  });

  it.each([20, 49, 78])('is the logit one where %i of 98 say yes', (yes) => {
    const estimate = shareOf(yes);
    const { value, standardError, degreesOfFreedom } = estimate;
    expect(estimate).toMatchObject({
      intervalMethod: 'logit',
      ...logitInterval(value, standardError, degreesOfFreedom),
    });
  });

  it('changes at ten effective people of the rarer answer, on either side', () => {
    const methods = (counts: number[]) => counts.map((yes) => shareOf(yes).intervalMethod);
    // From ten to thirteen the strata decide how many effective people they are.
    expect(methods([8, 9, 89, 90])).toEqual(Array(4).fill('korn-graubard'));
    expect(methods([14, 15, 83, 84])).toEqual(Array(4).fill('logit'));
  });
});
