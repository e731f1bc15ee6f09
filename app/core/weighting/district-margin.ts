import type { RakingMargin } from '../sampling/raking-margin.ts';
import type { AskedSex } from '../sampling/respondent-cell.ts';
import { districtKey } from '../sampling/stratum.ts';

/**
 * A cell that respondents are of, with its residents. A stratum of the population has both age and sex; where a study does not know one,
 * or someone is of another gender than a register counts, the cell is none of the population's and has no residents of its own.
 */
export interface WeightedCell {
  district: number;
  /** An age band, or several joined (`55+`). */
  ageBand: string | null;
  sex: AskedSex | null;
  population: number;
}

/** A cell of a margin that nobody answered in, and the cell that stands for it. */
export interface CellMerge {
  from: string;
  into: string;
  reason: 'no-respondents';
}

/** One dimension inside a district. */
type Dimension = 'ageBand' | 'sex';

/** Levels of the population, in the order in which neighbours are merged. */
function levelsOf(dimension: Dimension, cells: readonly WeightedCell[]): string[] {
  const found = new Set(cells.flatMap((cell) => (isOfPopulation(cell[dimension]) ? [cell[dimension]] : [])));
  return [...found].sort((a, b) =>
    dimension === 'sex' ? (a < b ? -1 : 1) : Number.parseInt(a, 10) - Number.parseInt(b, 10),
  );
}

function isOfPopulation(level: string | null): level is string {
  return level !== null && level !== 'other';
}

/**
 * The margin district × `dimension`. A cell of the population without respondents is merged with its neighbour in the
 * same district (the next one that has respondents), which is reported. Respondents whose level is unknown, or none of the population's,
 * form a group of their own in their district, which keeps the share that it has there under `start`; the others share out the rest in the
 * proportions of the population, as `educationMargin` does. `cells` are those of the districts that have
 * respondents; `cellOf` is the index of each respondent's cell.
 *
 * @param start  weights before calibration; needed only where a level is unknown or none of the population's
 * @throws when a district has residents of a level and no respondents at all
 */
export function districtMargin(
  dimension: Dimension,
  cells: readonly WeightedCell[],
  cellOf: Int32Array,
  merges: CellMerge[],
  start: Float64Array = new Float64Array(cellOf.length).fill(1),
): RakingMargin {
  const nameOf = (cell: WeightedCell) => `${districtKey(cell.district)}|${cell[dimension] ?? 'unknown'}`;
  const answered = new Set(Array.from(cellOf, (index) => nameOf(cells[index] as WeightedCell)));
  const target = new Map<string, string>();
  const levels = levelsOf(dimension, cells);
  for (const district of new Set(cells.map((cell) => cell.district))) {
    const own = cells.filter((cell) => cell.district === district);
    for (const cell of own) if (!isOfPopulation(cell[dimension])) target.set(nameOf(cell), nameOf(cell));
    const here = own.filter((cell) => answered.has(nameOf(cell)));
    if (here.length > 0 && !here.some((cell) => isOfPopulation(cell[dimension]))) continue;
    for (const level of levels) {
      const cell = `${districtKey(district)}|${level}`;
      const isInhabited = own.some((one) => nameOf(one) === cell && one.population > 0);
      if (!isInhabited && !answered.has(cell)) continue;
      const into = answered.has(cell) ? cell : nearestWithRespondents(district, level, levels, answered);
      if (into !== cell) merges.push({ from: cell, into, reason: 'no-respondents' });
      target.set(cell, into);
    }
  }
  const groups = [...new Set(target.values())];
  const groupIndex = new Map(groups.map((group, index) => [group, index]));
  const totals = new Float64Array(groups.length);
  const groupOfCell = cells.map((cell) => groupIndex.get(target.get(nameOf(cell)) ?? '') ?? -1);
  cells.forEach((cell, i) => {
    const group = groupOfCell[i] as number;
    if (group >= 0) totals[group] = (totals[group] as number) + cell.population;
  });
  const group = Int32Array.from(cellOf, (index) => groupOfCell[index] as number);
  keepSharesOfUnknown(dimension, { cells, cellOf, start }, group, totals);
  return { name: dimension === 'ageBand' ? 'district × age' : 'district × sex', group, totals };
}

/** Start weights and residents of one district, with the groups of its levels and the weights of those apart from them. */
interface DistrictSums {
  all: number;
  unknown: number;
  population: number;
  groups: Set<number>;
  apart: Map<number, number>;
}

/** Takes from each district's levels what its respondents of no level stand for. */
function keepSharesOfUnknown(
  dimension: Dimension,
  { cells, cellOf, start }: { cells: readonly WeightedCell[]; cellOf: Int32Array; start: Float64Array },
  group: Int32Array,
  totals: Float64Array,
): void {
  const sums = new Map<number, DistrictSums>();
  const ofDistrict = (district: number) => {
    const own = sums.get(district) ?? {
      all: 0,
      unknown: 0,
      population: 0,
      groups: new Set(),
      apart: new Map(),
    };
    sums.set(district, own);
    return own;
  };
  for (const cell of cells) ofDistrict(cell.district).population += cell.population;
  for (const [i, index] of cellOf.entries()) {
    const cell = cells[index] as WeightedCell;
    const own = ofDistrict(cell.district);
    const [weight, to] = [start[i] as number, group[i] as number];
    own.all += weight;
    if (isOfPopulation(cell[dimension])) {
      own.groups.add(to);
      continue;
    }
    own.unknown += weight;
    own.apart.set(to, (own.apart.get(to) ?? 0) + weight);
  }
  for (const { all, unknown, population, groups, apart } of sums.values()) {
    if (unknown === 0) continue;
    for (const to of groups) totals[to] = (totals[to] as number) * (1 - unknown / all);
    for (const [to, weight] of apart) totals[to] = population * (weight / all);
  }
}

function nearestWithRespondents(
  district: number,
  level: string,
  order: readonly string[],
  answered: ReadonlySet<string>,
): string {
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
