import type { Random } from '#app/demonstration/seed/random.ts';
import { estimateWave } from '#core/estimation/estimate-wave.ts';
import type { WaveDomains } from '#core/estimation/survey-domains.ts';
import { waveDomains } from '#core/estimation/wave-sample.ts';
import { ageBands, stratumKey } from '#core/sampling/stratum.ts';

export interface CoverageStudy {
  /** True share of the population. */
  share: number;
  /** Respondents of the district. */
  n: number;
  /** Design effect of unequal weights: 1 + cv² of log-normal weights. */
  designEffect: number;
  replicates: number;
}

export interface Coverage extends CoverageStudy {
  /** Part of the replicates whose 95 % interval held the true share. */
  covered: number;
  /** Parts that missed it because the whole interval was too low, and too high. */
  tooLow: number;
  tooHigh: number;
  /** Monte Carlo standard error of `covered`. */
  standardError: number;
}

const strata = ageBands.flatMap((ageBand) => (['F', 'M'] as const).map((sex) => stratumKey(1, ageBand, sex)));
const population = 3_000;

/**
 * How often the published 95 % interval of a district's share holds the truth: stratified samples of
 * respondents with log-normal weights and answers drawn independently of them, estimated as a wave is.
 */
export function intervalCoverage(study: CoverageStudy, random: Random): Coverage {
  const { share, n, designEffect, replicates } = study;
  const spread = Math.sqrt(Math.log(designEffect));
  let [held, tooLow, tooHigh, told] = [0, 0, 0, 0];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const final = Float64Array.from({ length: n }, () => Math.exp(spread * random.normal()));
    const values = Float64Array.from({ length: n }, () => Number(random.chance(share)));
    const { estimates } = estimateWave(cityOf(n, final), [{ id: 'share', kind: 'share', values, gaps: [] }]);
    const [estimate] = estimates;
    if (!estimate) continue;
    told += 1;
    if (estimate.upper < share) tooLow += 1;
    else if (estimate.lower > share) tooHigh += 1;
    else held += 1;
  }
  const covered = held / told;
  return {
    ...study,
    covered,
    tooLow: tooLow / told,
    tooHigh: tooHigh / told,
    standardError: Math.sqrt((covered * (1 - covered)) / told),
  };
}

function cityOf(n: number, final: Float64Array): WaveDomains {
  const domains = waveDomains({
    strata: strata.map((key) => ({ key, population })),
    stratum: Array.from({ length: n }, (_, i) => strata[i % strata.length] as string),
    district: new Int32Array(n).fill(1),
    nonresponse: final,
    final,
    margins: [],
  });
  return { ...domains, keys: ['city'], districts: [] };
}
