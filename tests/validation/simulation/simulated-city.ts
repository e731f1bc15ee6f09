import type { Random } from '#app/demonstration/seed/random.ts';
import type { Contrast, Estimate } from '#core/estimation/estimate.ts';
import { estimateOf } from '#core/estimation/estimate-of.ts';
import { binomialSize, type SharePart } from '#core/estimation/intervals/share-part.ts';
import type { WaveFigures } from '#core/flagging/wave-figures.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { normalQuantile } from '#core/statistics/distributions.ts';

export const districts = Array.from({ length: 18 }, (_, index) => index + 1);
export const indicators = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export const gapOfGroups = 'women-men';

/** How a city is sampled. */
export interface SimulatedSample {
  /** Respondents of a district, and the design effect of their weights. */
  n: number;
  designEffect: number;
}

/** The sample that the method's figures are given for: 1,800 respondents a district, design effect 1.3. */
export const fullSample: SimulatedSample = { n: 1800, designEffect: 1.3 };

/** Correlation of the latent answers of one respondent: they feel safe or unsafe in everything alike. */
const loading = Math.sqrt(0.5);

/** True share of one indicator among the women or the men of a district. */
export type TrueShare = (indicator: string, district: number, sex: 'F' | 'M') => number;

type Part = Omit<SharePart, 'sign' | 'isExact'>;

/**
 * The figures of one wave of a city with 18 districts of one size and six indicators, from the answers of as
 * many respondents as the sample is worth. Each person's six answers go together.
 */
export function simulateFigures(
  waveId: string,
  truth: TrueShare,
  random: Random,
  sample: SimulatedSample = fullSample,
): WaveFigures {
  const effective = Math.round(sample.n / sample.designEffect / 2);
  const parts = new Map<string, Part>();
  for (const district of districts) {
    for (const sex of ['F', 'M'] as const) {
      const limits = indicators.map((indicator) => normalQuantile(truth(indicator, district, sex)));
      const counts = indicators.map(() => 0);
      for (let person = 0; person < effective; person += 1) {
        const mood = loading * random.normal();
        for (let k = 0; k < limits.length; k += 1) {
          const own = Math.sqrt(1 - loading * loading) * random.normal();
          if (mood + own < (limits[k] as number)) counts[k] = (counts[k] as number) + 1;
        }
      }
      indicators.forEach((indicator, k) => {
        const share = (counts[k] as number) / effective;
        parts.set(`${indicator} ${district} ${sex}`, {
          share,
          standardError: Math.sqrt((share * (1 - share)) / effective),
          degreesOfFreedom: sample.n / 2 - strata / 2,
          n: sample.n / 2,
          kishN: effective,
          binomialN: effective,
        });
      });
    }
  }
  const city: City = { sample, parts };
  const [year = 0, half] = waveId.split('-').map(Number);
  return {
    waveId,
    year,
    season: half === 1 ? 'spring' : 'autumn',
    modes: [{ mode: 'web', share: 1 }],
    methodVersion: '2.0',
    questionnaireVersion: 'krakow-1',
    estimates: indicators.flatMap((indicator) =>
      districts.map((district) => estimateIn(city, indicator, district)),
    ),
    contrasts: indicators.flatMap((indicator) =>
      districts.flatMap((district) => contrastsOf(city, indicator, district)),
    ),
  };
}

interface City {
  sample: SimulatedSample;
  parts: ReadonlyMap<string, Part>;
}

const sexes = ['F', 'M'] as const;

function partOf({ parts }: City, indicator: string, district: number, sex: 'F' | 'M'): Part {
  const part = parts.get(`${indicator} ${district} ${sex}`);
  if (!part) throw new Error(`simulateFigures requires ${indicator} in district ${district}`);
  return part;
}

/** The share of several groups of one size together. */
function together(groups: readonly Part[], { designEffect }: SimulatedSample): Part {
  const sum = (of: (group: Part) => number) => groups.reduce((total, group) => total + of(group), 0);
  const share = sum((group) => group.share) / groups.length;
  const standardError = Math.sqrt(sum((group) => group.standardError ** 2)) / groups.length;
  const n = sum((group) => group.n);
  const degreesOfFreedom = sum((group) => group.degreesOfFreedom);
  return {
    share,
    standardError,
    degreesOfFreedom,
    n,
    kishN: sum(({ kishN }) => kishN),
    binomialN: binomialSize(share, { standardError, n, degreesOfFreedom }, designEffect),
  };
}

function estimateIn(city: City, indicator: string, district: number): Estimate {
  const { designEffect } = city.sample;
  const own = together(
    sexes.map((sex) => partOf(city, indicator, district, sex)),
    city.sample,
  );
  return estimateOf(
    { indicator, domain: districtKey(district), kind: 'share', largestDesignEffect: designEffect },
    {
      mean: own.share,
      standardError: own.standardError,
      n: own.n,
      baseShare: 1,
      positive: Math.round(own.n * own.share),
      kishN: own.kishN,
      degreesOfFreedom: own.n - strata,
      designEffect,
    },
  );
}

/** Of a district, as the product has them. */
const strata = 14;

function contrastsOf(city: City, indicator: string, district: number): Contrast[] {
  const others = districts.filter((other) => other !== district);
  const rest = (of: readonly ('F' | 'M')[]) =>
    together(
      others.flatMap((other) => of.map((sex) => partOf(city, indicator, other, sex))),
      city.sample,
    );
  const own = (of: readonly ('F' | 'M')[]) =>
    together(
      of.map((sex) => partOf(city, indicator, district, sex)),
      city.sample,
    );
  const contrast = (
    kind: Contrast['kind'],
    against: string | null,
    terms: readonly (readonly [1 | -1, boolean, Part])[],
  ): Contrast => ({
    indicator,
    domain: districtKey(district),
    kind,
    against,
    difference: terms.reduce((sum, [sign, , { share }]) => sum + sign * share, 0),
    standardError: Math.hypot(...terms.map(([, , { standardError }]) => standardError)),
    degreesOfFreedom: districts.length * (city.sample.n - strata),
    parts: terms.map(([sign, isExact, part]) => ({ ...part, sign, isExact })),
  });
  const gap = [
    [1, true, own(['F'])],
    [-1, true, own(['M'])],
  ] as const;
  return [
    contrast('vs-rest', null, [
      [1, true, own(sexes)],
      [-1, false, rest(sexes)],
    ]),
    contrast('gap', gapOfGroups, gap),
    contrast('gap-vs-rest', gapOfGroups, [...gap, [-1, false, rest(['F'])], [1, false, rest(['M'])]]),
  ];
}
