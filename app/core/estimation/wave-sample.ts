import { ageBands, districtKey, parseStratumKey, type Stratum } from '../sampling/stratum.ts';
import type { RakingMargin } from '../weighting/raking-margin.ts';
import { type SurveyDesign, surveyDesign } from './design.ts';
import { type DomainCells, domainCells } from './domain-mean.ts';
import type { DomainKey } from './estimate.ts';

/** The respondents of a wave with their weights, in one order for every column. */
export interface WaveSample {
  /** Strata of the frame, with their population. */
  strata: readonly { key: string; population: number }[];
  /** Key of each respondent's stratum (the frame's). */
  stratum: readonly string[];
  /** District of analysis: the one that the respondent confirmed. */
  district: Int32Array;
  /** Weights before and after calibration. */
  nonresponse: Float64Array;
  final: Float64Array;
  /** What the weights were calibrated to; empty when trimming changed them, which treats them as fixed. */
  margins: readonly RakingMargin[];
}

/** Groups of people that are published beside everyone, and so the parts of domain keys after a district. */
export const publishedGroups = ['sex:F', 'sex:M', 'age:18-34', 'age:35-64', 'age:65+'] as const;
/** The part of a domain key behind a district, or a domain of the whole city. */
export type PublishedGroup = (typeof publishedGroups)[number];

const youngest = ageBands.indexOf('35-44');
const oldest = ageBands.indexOf('65-74');

/** Whether the people of a stratum belong to a published group. */
export function isInGroup(
  { sex, ageBand }: Pick<Stratum, 'sex' | 'ageBand'>,
  group: PublishedGroup,
): boolean {
  const band = ageBands.indexOf(ageBand);
  if (group === 'sex:F' || group === 'sex:M') return group === `sex:${sex}`;
  if (group === 'age:18-34') return band < youngest;
  return group === 'age:65+' ? band >= oldest : band >= youngest && band < oldest;
}

/** The design of a wave and the cells of every domain that is published. */
export interface WaveDomains {
  design: SurveyDesign;
  /** Districts of the frame, in the order of their numbers. */
  districts: number[];
  cellsOf(domain: DomainKey): DomainCells;
  keys: DomainKey[];
}

/**
 * `city`, each district, each group, and each group within each district. Strata that follow each other are alike
 * (district, then age, then sex), as `surveyDesign` expects of those it may have to collapse. Variances are of a
 * superpopulation: no finite population factor, so margins hold for change and comparison too, and err on the safe side.
 *
 * @throws for a respondent of a stratum that is not the wave's; `cellsOf` throws for a domain that is not published
 */
export function waveDomains(sample: WaveSample): WaveDomains {
  const strata = [...sample.strata].map((stratum) => ({ ...parseStratumKey(stratum.key), ...stratum }));
  strata.sort(
    (a, b) =>
      a.district - b.district ||
      ageBands.indexOf(a.ageBand) - ageBands.indexOf(b.ageBand) ||
      (a.sex < b.sex ? -1 : 1),
  );
  const indexOf = new Map(strata.map(({ key }, index) => [key, index]));
  const stratumOf = Int32Array.from(sample.stratum, (key) => {
    const index = indexOf.get(key);
    if (index === undefined)
      throw new Error(`\`waveDomains\` requires respondents of known strata, not ${key}`);
    return index;
  });
  const design = surveyDesign({
    stratum: stratumOf,
    strata: strata.map(({ key, population }) => ({ name: key, population })),
    base: sample.nonresponse,
    final: sample.final,
    margins: sample.margins,
    classifications: [sample.district],
    finitePopulation: false,
  });
  const districts = [...new Set(strata.map(({ district }) => district))];
  const inGroup = (respondent: number, group: PublishedGroup) =>
    isInGroup(strata[stratumOf[respondent] as number] as Stratum, group);
  const domains = new Map<DomainKey, DomainCells>([['city', domainCells(design, () => true)]]);
  for (const group of publishedGroups)
    domains.set(
      group,
      domainCells(design, (i) => inGroup(i, group)),
    );
  for (const district of districts) {
    const inDistrict = (i: number) => sample.district[i] === district;
    domains.set(districtKey(district), domainCells(design, inDistrict));
    for (const group of publishedGroups) {
      const key = `${districtKey(district)}|${group}`;
      domains.set(
        key,
        domainCells(design, (i) => inDistrict(i) && inGroup(i, group)),
      );
    }
  }
  return {
    design,
    districts,
    keys: [...domains.keys()],
    cellsOf(domain) {
      const cells = domains.get(domain);
      if (!cells) throw new Error(`\`waveDomains\` requires a published domain, not ${domain}`);
      return cells;
    },
  };
}
