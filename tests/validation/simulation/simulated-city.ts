import type { Contrast, Estimate } from '#core/estimation/estimate.ts';
import { kornGraubardInterval, logitInterval } from '#core/estimation/interval.ts';
import type { EarlierWave } from '#core/flagging/wave-figures.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { normalQuantile } from '#core/statistics/distributions.ts';
import type { Random } from '#db/seed/random.ts';

export const districts = Array.from({ length: 18 }, (_, index) => index + 1);
export const indicators = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export const gapOfGroups = 'women-men';

/** The sample that the method's figures are given for: 1,800 respondents a district, design effect 1.3. */
export const n = 1800;
export const designEffect = 1.3;
const effective = Math.round(n / designEffect / 2);

/** Correlation of the latent answers of one respondent: they feel safe or unsafe in everything alike. */
const loading = Math.sqrt(0.5);

/** True share of one indicator among the women or the men of a district. */
export type TrueShare = (indicator: string, district: number, sex: 'F' | 'M') => number;

interface Part {
  share: number;
  variance: number;
}

/**
 * The figures of one wave of a city with 18 districts of one size and six indicators, from the answers of as many
 * respondents as the sample is worth. Each person's six answers go together.
 */
export function simulateFigures(waveId: string, truth: TrueShare, random: Random): EarlierWave {
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
        parts.set(`${indicator} ${district} ${sex}`, { share, variance: (share * (1 - share)) / effective });
      });
    }
  }
  const [year = 0, half] = waveId.split('-').map(Number);
  return {
    waveId,
    year,
    season: half === 1 ? 'spring' : 'autumn',
    modes: [{ mode: 'web', share: 1 }],
    methodVersion: '1.0',
    questionnaireVersion: 'krakow-1',
    estimates: indicators.flatMap((indicator) =>
      districts.map((district) => estimateOf(indicator, district, wholeOf(parts, indicator, district))),
    ),
    contrasts: indicators.flatMap((indicator) =>
      districts.flatMap((district) => contrastsOf(parts, indicator, district)),
    ),
    flags: [],
  };
}

const partOf = (
  parts: ReadonlyMap<string, Part>,
  indicator: string,
  district: number,
  sex: 'F' | 'M',
): Part => {
  const part = parts.get(`${indicator} ${district} ${sex}`);
  if (!part) throw new Error(`simulateFigures requires ${indicator} in district ${district}`);
  return part;
};

const combine = (parts: readonly { part: Part; sign: number }[]): Part => ({
  share: parts.reduce((sum, { part, sign }) => sum + sign * part.share, 0),
  variance: parts.reduce((sum, { part, sign }) => sum + sign * sign * part.variance, 0),
});

const wholeOf = (parts: ReadonlyMap<string, Part>, indicator: string, district: number): Part =>
  combine(
    (['F', 'M'] as const).map((sex) => ({ part: partOf(parts, indicator, district, sex), sign: 1 / 2 })),
  );

const gapIn = (parts: ReadonlyMap<string, Part>, indicator: string, district: number): Part =>
  combine([
    { part: partOf(parts, indicator, district, 'F'), sign: 1 },
    { part: partOf(parts, indicator, district, 'M'), sign: -1 },
  ]);

/** A district's figure minus the mean of the other seventeen. */
function versusRest(figure: (district: number) => Part, district: number): Part {
  const others = districts.filter((other) => other !== district);
  return combine([
    { part: figure(district), sign: 1 },
    ...others.map((other) => ({ part: figure(other), sign: -1 / others.length })),
  ]);
}

function estimateOf(indicator: string, district: number, { share, variance }: Part): Estimate {
  const standardError = Math.sqrt(variance);
  const degreesOfFreedom = n - 14;
  const exact = kornGraubardInterval(share, standardError, n, degreesOfFreedom);
  const { lower, upper } = logitInterval(share, standardError, degreesOfFreedom) ?? exact;
  return {
    indicator,
    domain: districtKey(district),
    value: share,
    standardError,
    degreesOfFreedom,
    lower,
    upper,
    n,
    baseShare: 1,
    intervalMethod: 'logit',
    rarerCount: Math.round(n * Math.min(share, 1 - share)),
    effectiveN: n / designEffect,
    designEffect,
    kornGraubardWidth: exact.upper - exact.lower,
  };
}

function contrastsOf(parts: ReadonlyMap<string, Part>, indicator: string, district: number): Contrast[] {
  const domain = districtKey(district);
  const contrast = (kind: Contrast['kind'], against: string | null, { share, variance }: Part): Contrast => ({
    indicator,
    domain,
    kind,
    against,
    difference: share,
    standardError: Math.sqrt(variance),
    degreesOfFreedom: 18 * (n - 14),
  });
  const gap = (of: number) => gapIn(parts, indicator, of);
  return [
    contrast(
      'vs-rest',
      null,
      versusRest((of) => wholeOf(parts, indicator, of), district),
    ),
    contrast('gap', gapOfGroups, gap(district)),
    contrast('gap-vs-rest', gapOfGroups, versusRest(gap, district)),
  ];
}
