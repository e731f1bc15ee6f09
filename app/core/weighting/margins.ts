import { ageBands, districtKey, type Stratum, sexes } from '../sampling/stratum.ts';
import type { RakingMargin } from './raking-margin.ts';

/** A stratum with its residents, to whom respondents are weighted. */
export interface WeightedStratum extends Stratum {
  population: number;
}

/** A cell of a margin that nobody answered in, and the cell that stands for it. */
export interface CellMerge {
  from: string;
  into: string;
  reason: 'no-respondents';
}

/** Levels of one dimension inside a district, in the order in which neighbours are merged. */
type Dimension = 'ageBand' | 'sex';
const levels: Record<Dimension, readonly string[]> = { ageBand: ageBands, sex: sexes };

/**
 * The margin district × `dimension`. A cell of the population without respondents is merged with its neighbour in the
 * same district (the next one that has respondents), which is reported. `strata` are those of the districts that have
 * respondents; `stratumOf` is the index of each respondent's stratum.
 *
 * @throws when a district has residents of a level and no respondents at all
 */
export function districtMargin(
  dimension: Dimension,
  strata: readonly WeightedStratum[],
  stratumOf: Int32Array,
  merges: CellMerge[],
): RakingMargin {
  const cellOf = (stratum: WeightedStratum) => `${districtKey(stratum.district)}|${stratum[dimension]}`;
  const answered = new Set(Array.from(stratumOf, (index) => cellOf(strata[index] as WeightedStratum)));
  const target = new Map<string, string>();
  for (const district of new Set(strata.map((stratum) => stratum.district))) {
    for (const level of levels[dimension]) {
      const cell = `${districtKey(district)}|${level}`;
      const isInhabited = strata.some((stratum) => cellOf(stratum) === cell && stratum.population > 0);
      if (!isInhabited && !answered.has(cell)) continue;
      const into = answered.has(cell) ? cell : nearestWithRespondents(district, level, dimension, answered);
      if (into !== cell) merges.push({ from: cell, into, reason: 'no-respondents' });
      target.set(cell, into);
    }
  }
  const groups = [...new Set(target.values())];
  const groupIndex = new Map(groups.map((group, index) => [group, index]));
  const totals = new Float64Array(groups.length);
  const groupOfStratum = strata.map((stratum) => groupIndex.get(target.get(cellOf(stratum)) ?? '') ?? -1);
  strata.forEach((stratum, i) => {
    const group = groupOfStratum[i] as number;
    if (group >= 0) totals[group] = (totals[group] as number) + stratum.population;
  });
  return {
    name: dimension === 'ageBand' ? 'district × age' : 'district × sex',
    group: Int32Array.from(stratumOf, (index) => groupOfStratum[index] as number),
    totals,
  };
}

function nearestWithRespondents(
  district: number,
  level: string,
  dimension: Dimension,
  answered: ReadonlySet<string>,
): string {
  const order = levels[dimension];
  const position = order.indexOf(level);
  for (let distance = 1; distance < order.length; distance += 1) {
    for (const neighbour of [order[position + distance], order[position - distance]]) {
      const cell = `${districtKey(district)}|${neighbour}`;
      if (neighbour && answered.has(cell)) return cell;
    }
  }
  throw new Error(
    `\`districtMargin\` requires respondents in every district: ${districtKey(district)} has none`,
  );
}

/** Residents with one level of education, by the questionnaire's code; levels are in the order of codes. */
export interface EducationTotal {
  education: number;
  population: number;
}

/**
 * The city-wide margin of education. Respondents who did not answer form a group of their own that keeps the share it
 * has under `weights`; the answered groups share out the rest in the proportions of the population. Education groups
 * without respondents are merged with the next higher one (or the next lower).
 *
 * @throws when nobody gave their education
 */
export function educationMargin(
  totals: readonly EducationTotal[],
  education: readonly (number | null)[],
  weights: Float64Array,
  merges: CellMerge[],
): RakingMargin {
  const present = new Set(education);
  const order = totals.map((total) => total.education).sort((a, b) => a - b);
  const groups = order.filter((value) => present.has(value));
  const target = new Map<number, number>();
  for (const [position, value] of order.entries()) {
    const into = present.has(value)
      ? value
      : (order.slice(position).find((v) => present.has(v)) ?? groups[groups.length - 1]);
    if (into === undefined)
      throw new Error('`educationMargin` requires respondents who gave their education');
    if (into !== value)
      merges.push({ from: `education ${value}`, into: `education ${into}`, reason: 'no-respondents' });
    target.set(value, groups.indexOf(into));
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const missing = education.reduce(
    (total: number, value, i) => total + (value === null ? (weights[i] as number) : 0),
    0,
  );
  const population = totals.reduce((total, { population: part }) => total + part, 0);
  const result = new Float64Array(groups.length + (missing > 0 ? 1 : 0));
  for (const { education: value, population: part } of totals) {
    const group = target.get(value) as number;
    result[group] = (result[group] as number) + (part / population) * (sum - missing);
  }
  if (missing > 0) result[groups.length] = missing;
  const group = Int32Array.from(education, (value) =>
    value === null ? groups.length : (target.get(value) as number),
  );
  return { name: 'education', group, totals: result };
}

/** The same margin for another population total, in the same proportions: margins of one raking must have one total. */
export function scaledMargin(margin: RakingMargin, total: number): RakingMargin {
  const sum = margin.totals.reduce((all, part) => all + part, 0);
  return { ...margin, totals: margin.totals.map((part) => (part / sum) * total) };
}
