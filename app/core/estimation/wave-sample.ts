import type { RakingMargin } from '../sampling/raking-margin.ts';
import { parseRespondentCell, type RespondentCell } from '../sampling/respondent-cell.ts';
import { ageBands, districtKey, type Stratum } from '../sampling/stratum.ts';
import { domainsOfDesign, type WaveDomains } from './survey-domains.ts';
import { surveyDesign } from './variance/design.ts';
import type { DesignStratum } from './variance/variance-strata.ts';

/** The respondents of a wave with their weights, in one order for every column. */
export interface WaveSample {
  /** Strata of the frame, with their population. */
  strata: readonly { key: string; population: number }[];
  /**
   * Key of each respondent's stratum (the frame's), or of the cell that a study's respondent is known to be
   * of.
   */
  stratum: readonly string[];
  /** District of analysis: the one that the respondent confirmed. */
  district: Int32Array;
  /** Weights before and after calibration. */
  nonresponse: Float64Array;
  final: Float64Array;
  /** What the weights were calibrated to; empty when trimming changed them, which treats them as fixed. */
  margins: readonly RakingMargin[];
  /**
   * How a study drew its sample; without it the strata of the population are those of the sample, and
   * everyone was drawn alone.
   */
  design?: SampleDesign;
}

/** Strata and clusters that a sample was drawn in. */
export interface SampleDesign {
  /**
   * Stratum of each respondent, an index into `strata`; their `population` counts primary units, or people
   * where there are none.
   */
  stratum: Int32Array;
  strata: readonly { name: string; population: number }[];
  /** Primary sampling unit of each respondent. */
  unit?: Int32Array;
  finitePopulation: boolean;
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

/** Whether a respondent belongs to a published group; null when what is known does not say it. */
function groupMembership({ bands, sex }: RespondentCell, group: PublishedGroup): boolean | null {
  if (group === 'sex:F' || group === 'sex:M') return sex === null ? null : group === `sex:${sex}`;
  if (bands.length === 0) return null;
  const within = bands.filter((ageBand) => isInGroup({ sex: 'F', ageBand }, group)).length;
  return within === 0 ? false : within === bands.length ? true : null;
}

/**
 * A cell as the design takes it: neighbouring ages of one sex are alike, inside their district. Unknown ages
 * come last.
 */
export function designStratum({
  key,
  population,
  district,
  bands,
  sex,
}: RespondentCell & { key: string; population: number }): DesignStratum {
  const age = bands[0] ? ageBands.indexOf(bands[0]) : ageBands.length;
  return { name: key, population, district, levels: [age, sexOrder.indexOf(sex)] };
}

/**
 * `city`, each district, each group, and each group within each district. Variances are of a superpopulation:
 * no finite population factor, so margins hold for change and comparison too, and err on the safe side; a
 * study's own design may ask for it. Whose age or sex is unknown is of no group by it, and counts in city and
 * district. A group that joined ages cut through (35–64 where a study knows 55+) is no domain of that study.
 *
 * @throws for a respondent of a stratum that is not the wave's; `sidesOf` throws for a gap that is not
 *   between published groups
 */
export function waveDomains(sample: WaveSample): WaveDomains {
  const cells = knownCells(sample);
  const indexOf = new Map(cells.map(({ key }, index) => [key, index]));
  const cellOf = Int32Array.from(sample.stratum, (key) => indexOf.get(key) as number);
  const { design: drawn } = sample;
  const design = surveyDesign({
    stratum: drawn?.stratum ?? cellOf,
    strata: drawn
      ? strataOfStudy(drawn, (i) => cells[cellOf[i] as number]?.district ?? 0)
      : cells.map(designStratum),
    unit: drawn?.unit,
    base: sample.nonresponse,
    final: sample.final,
    margins: sample.margins,
    classifications: drawn ? [cellOf, sample.district] : [sample.district],
    finitePopulation: drawn?.finitePopulation ?? false,
  });
  const districts = [...new Set(cells.map(({ district }) => district))];
  const groups = publishedGroups.filter((group) =>
    cells.every(
      (cell) => cell.bands.length === 0 || cell.sex === null || groupMembership(cell, group) !== null,
    ),
  );
  const inGroup = (respondent: number, group: PublishedGroup) =>
    groupMembership(cells[cellOf[respondent] as number] as RespondentCell, group);
  const inDistrict = (respondent: number, district: number) => sample.district[respondent] === district;
  const isIn = (group: PublishedGroup) => (respondent: number) => inGroup(respondent, group) === true;
  return domainsOfDesign(design, {
    districts,
    domains: [
      { key: 'city', includes: () => true },
      ...groups.map((group) => ({ key: group, includes: isIn(group) })),
      ...districts.flatMap((district) => [
        { key: districtKey(district), includes: (i: number) => inDistrict(i, district) },
        ...groups.map((group) => ({
          key: `${districtKey(district)}|${group}`,
          includes: (i: number) => inDistrict(i, district) && isIn(group)(i),
        })),
      ]),
    ],
    gap(name) {
      if (name === 'women-men') return { isHigh: isIn('sex:F'), isLow: isIn('sex:M') };
      const group = publishedGroups.find((known) => known === name);
      if (!group) throw new Error(`\`waveDomains\` requires a gap of a published group, not ${name}`);
      if (!groups.includes(group)) return null;
      return { isHigh: isIn(group), isLow: (i) => inGroup(i, group) === false };
    },
  });
}

/**
 * A study's own strata, with the district of those that lie in one: they may be collapsed with others of it.
 */
function strataOfStudy({ stratum, strata }: SampleDesign, districtOf: (respondent: number) => number) {
  const districts = strata.map(() => new Set<number>());
  for (const [respondent, index] of stratum.entries()) districts[index]?.add(districtOf(respondent));
  return strata.map((own, index): DesignStratum => {
    const [district] = districts[index] ?? [];
    return districts[index]?.size === 1 && district !== undefined ? { ...own, district } : own;
  });
}

/**
 * The strata, and the cells of respondents who are of none because their age or sex is unknown or no
 * register's.
 */
function knownCells(sample: WaveSample): (RespondentCell & { key: string; population: number })[] {
  const strata = new Map(sample.strata.map(({ key, population }) => [key, population]));
  const cells = [...new Set([...strata.keys(), ...sample.stratum])].map((key) => {
    const cell = parseRespondentCell(key);
    const isStratum = cell.bands.length > 0 && (cell.sex === 'F' || cell.sex === 'M');
    if (isStratum && !strata.has(key))
      throw new Error(`\`waveDomains\` requires respondents of known strata, not ${key}`);
    return { ...cell, key, population: strata.get(key) ?? 0 };
  });
  // Unknown ages and sexes come last in their district and age.
  const ageOf = ({ bands }: RespondentCell) => (bands[0] ? ageBands.indexOf(bands[0]) : ageBands.length);
  return cells.sort(
    (a, b) =>
      a.district - b.district || ageOf(a) - ageOf(b) || sexOrder.indexOf(a.sex) - sexOrder.indexOf(b.sex),
  );
}

const sexOrder: readonly RespondentCell['sex'][] = ['F', 'M', 'other', null];
