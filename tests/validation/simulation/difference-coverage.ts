import type { Random } from '#app/demonstration/seed/random.ts';
import {
  asDifference,
  type Difference,
  differenceInterval,
  independentDifference,
} from '#core/estimation/difference.ts';
import { estimateWave, type WaveEstimates } from '#core/estimation/estimate-wave.ts';
import { studentInterval } from '#core/estimation/intervals/interval.ts';
import { waveDomains } from '#core/estimation/wave-sample.ts';
import { ageBands, districtKey, stratumKey } from '#core/sampling/stratum.ts';
import { type CoverageSummary, coverageSummary, type Miss } from './missed-truths.ts';

/** True shares, the same everywhere. */
export const trueShares = [0.02, 0.05, 0.1, 0.3, 0.5] as const;

/** The differences that pages and flags show. */
export const differenceKinds = [
  'district against the rest',
  'women against men in a district',
  'that gap against the rest’s',
  'change of a district',
  'change against the rest’s',
  'change of the city',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface DifferenceStudy {
  /** Respondents of a district, and the design effect of their log-normal weights. */
  n: number;
  designEffect: number;
  replicates: number;
}

/** How often intervals of one kind of difference held 0, which is true; `symmetric` of Student's t. */
export interface DifferenceCoverage extends Omit<CoverageSummary, 'bias' | 'biasInErrors' | 'toldOverTrue'> {
  share: number;
  kind: DifferenceKind;
  symmetric: number;
}

const districts = Array.from({ length: 18 }, (_, index) => index + 1);
const sexes = ['F', 'M'] as const;
const strata = districts.flatMap((district) =>
  ageBands.flatMap((ageBand) => sexes.map((sex) => stratumKey(district, ageBand, sex))),
);
const perDistrict = ageBands.length * sexes.length;

/**
 * Two waves of 18 equal districts, many times over; each with all shares at once, answers independent of the
 * weights.
 */
export function differenceCoverage(study: DifferenceStudy, random: Random): DifferenceCoverage[] {
  const misses = new Map<string, { mover: Map<string, Miss[]>; symmetric: number[] }>();
  for (let sample = 0; sample < study.replicates; sample += 1) {
    const [now, then] = [waveOf(study, random), waveOf(study, random)];
    for (const { share, kind, domain, difference } of differencesOf(now, then)) {
      const key = `${share} ${kind}`;
      const record = misses.get(key) ?? { mover: new Map<string, Miss[]>(), symmetric: [] };
      misses.set(key, record);
      const { lower, upper } = differenceInterval(difference);
      const own = record.mover.get(domain) ?? [];
      record.mover.set(domain, own);
      own.push({
        sample,
        off: difference.difference,
        error: difference.standardError,
        tooLow: upper < 0,
        tooHigh: lower > 0,
      });
      const t = studentInterval(difference.difference, difference.standardError, difference.degreesOfFreedom);
      record.symmetric.push(Number(t.lower <= 0 && t.upper >= 0));
    }
  }
  return differenceKinds.flatMap((kind) =>
    trueShares.map((share): DifferenceCoverage => {
      const record = misses.get(`${share} ${kind}`);
      if (!record) throw new Error(`differenceCoverage has no ${kind} at ${share}`);
      const { covered, standardError, tooLow, tooHigh } = coverageSummary([...record.mover.values()]);
      const symmetric = record.symmetric.reduce((sum, held) => sum + held, 0) / record.symmetric.length;
      return { share, kind, covered, standardError, tooLow, tooHigh, symmetric };
    }),
  );
}

function waveOf({ n, designEffect }: DifferenceStudy, random: Random): WaveEstimates {
  const spread = Math.sqrt(Math.log(designEffect));
  const people = n * districts.length;
  const districtOf = (i: number) => Math.floor(i / n);
  const weights = Float64Array.from({ length: people }, () => Math.exp(spread * random.normal()));
  const domains = waveDomains({
    strata: strata.map((key) => ({ key, population: 3_000 })),
    stratum: Array.from(
      { length: people },
      (_, i) => strata[districtOf(i) * perDistrict + ((i % n) % perDistrict)] as string,
    ),
    district: Int32Array.from({ length: people }, (_, i) => districtOf(i) + 1),
    nonresponse: weights,
    final: weights,
    margins: [],
  });
  return estimateWave(
    { ...domains, keys: ['city', ...districts.map(districtKey)] },
    trueShares.map((share) => ({
      id: String(share),
      kind: 'share',
      values: Float64Array.from({ length: people }, () => Number(random.chance(share))),
      gaps: ['women-men'],
    })),
  );
}

interface Told {
  share: string;
  kind: DifferenceKind;
  domain: string;
  difference: Difference;
}

function differencesOf(now: WaveEstimates, then: WaveEstimates): Told[] {
  const nameOf = ({ indicator, domain }: { indicator: string; domain: string }) => `${indicator} ${domain}`;
  const before = new Map(then.estimates.map((estimate) => [nameOf(estimate), estimate]));
  const restBefore = new Map(
    then.contrasts.flatMap((contrast) =>
      contrast.kind === 'vs-rest' ? [[nameOf(contrast), contrast] as const] : [],
    ),
  );
  const changes = now.estimates.flatMap((estimate): Told[] => {
    const past = before.get(nameOf(estimate));
    if (!past) return [];
    const kind = estimate.domain === 'city' ? 'change of the city' : 'change of a district';
    const difference = independentDifference(asDifference(estimate), asDifference(past));
    return [{ share: estimate.indicator, kind, domain: estimate.domain, difference }];
  });
  const contrasts = now.contrasts.flatMap((contrast): Told[] => {
    const { indicator: share, domain } = contrast;
    if (contrast.kind === 'gap')
      return [{ share, kind: 'women against men in a district', domain, difference: contrast }];
    if (contrast.kind === 'gap-vs-rest')
      return [{ share, kind: 'that gap against the rest’s', domain, difference: contrast }];
    const past = restBefore.get(nameOf(contrast));
    if (!past) return [];
    return [
      { share, kind: 'district against the rest', domain, difference: contrast },
      { share, kind: 'change against the rest’s', domain, difference: independentDifference(contrast, past) },
    ];
  });
  return [...changes, ...contrasts];
}
