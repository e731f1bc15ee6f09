import type { RakingMargin } from '../../sampling/raking-margin.ts';

/** One combination of the variables of a margin, with its residents. */
export interface MarginCell {
  key: string;
  /**
   * What the cell lies in: no cell stands for one of another district. The same for all where a margin is of
   * the whole city.
   */
  district: string;
  /**
   * Position of the cell's level in the order of each variable beside the district, outermost first. Null for
   * people whose level is unknown, or none that the population is counted by: they have no residents of their
   * own.
   */
  levels: readonly number[] | null;
  population: number;
}

/** A cell of a margin that nobody answered in, and the cell that stands for it. */
export interface CellMerge {
  from: string;
  into: string;
  reason: 'no-respondents';
}

/**
 * A margin over the combinations of any variables. A cell with residents and no respondents is merged with
 * its nearest neighbour in the same district that has some, which is reported: one that shares as many of the
 * outer variables as possible, then the nearest in the first that differs, the next before the previous.
 * Respondents of no level form a group of their own in their district, which keeps the share that it has
 * there under `start`; the others share out the rest in the proportions of the population.
 *
 * @param cells  district by district: those of no level first, then the others in the order of their levels,
 *   the last variable fastest
 * @param cellOf  index into `cells` of each respondent
 * @param start  weights before calibration
 * @throws when a district has residents and no respondents at all
 */
export function cellMargin(
  name: string,
  cells: readonly MarginCell[],
  cellOf: Int32Array,
  start: Float64Array,
  merges: CellMerge[],
): RakingMargin {
  const answered = new Set(cellOf);
  const target = new Map<number, number>();
  for (const own of byDistrict(cells).values()) {
    const levelled = own.filter((index) => cells[index]?.levels !== null);
    for (const index of own) if (cells[index]?.levels === null) target.set(index, index);
    const present = levelled.filter((index) => answered.has(index));
    if (present.length === 0 && own.some((index) => answered.has(index))) continue;
    for (const index of levelled) {
      const { key, district, population } = cells[index] as MarginCell;
      if (population === 0 && !answered.has(index)) continue;
      const into = answered.has(index) ? index : nearestCell(cells, index, present);
      if (into === undefined)
        throw new Error(`\`cellMargin\` requires respondents in every district: ${district} has none`);
      if (into !== index) merges.push({ from: key, into: cells[into]?.key ?? '', reason: 'no-respondents' });
      target.set(index, into);
    }
  }
  const groupIndex = new Map([...new Set(target.values())].map((into, group) => [into, group]));
  const totals = new Float64Array(groupIndex.size);
  const groupOfCell = cells.map((_, index) => groupIndex.get(target.get(index) ?? -1) ?? -1);
  cells.forEach(({ population }, index) => {
    const group = groupOfCell[index] as number;
    if (group >= 0) totals[group] = (totals[group] as number) + population;
  });
  const group = cellOf.map((index) => groupOfCell[index] as number);
  keepSharesOfUnknown(cells, cellOf, start, group, totals);
  return { name, group, totals };
}

function byDistrict(cells: readonly MarginCell[]): Map<string, number[]> {
  const districts = new Map<string, number[]>();
  for (const [index, { district }] of cells.entries()) {
    const own = districts.get(district);
    if (own) own.push(index);
    else districts.set(district, [index]);
  }
  return districts;
}

/**
 * Start weights and residents of one district, with the groups of its levels and the weights of those apart
 * from them.
 */
interface DistrictSums {
  all: number;
  unknown: number;
  population: number;
  groups: Set<number>;
  apart: Map<number, number>;
}

/** Takes from each district's levels what its respondents of no level stand for. */
function keepSharesOfUnknown(
  cells: readonly MarginCell[],
  cellOf: Int32Array,
  start: Float64Array,
  group: Int32Array,
  totals: Float64Array,
): void {
  const sums = new Map<string, DistrictSums>();
  for (const { district, population } of cells) {
    const own = sums.get(district);
    if (own) own.population += population;
    else sums.set(district, { all: 0, unknown: 0, population, groups: new Set(), apart: new Map() });
  }
  for (const [i, index] of cellOf.entries()) {
    const { district, levels } = cells[index] as MarginCell;
    const own = sums.get(district) as DistrictSums;
    const [weight, to] = [start[i] as number, group[i] as number];
    own.all += weight;
    if (levels !== null) {
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

/** Of the cells that are present the one most like an empty one; undefined when there is none. */
function nearestCell(
  cells: readonly MarginCell[],
  empty: number,
  present: readonly number[],
): number | undefined {
  const own = cells[empty]?.levels ?? [];
  const unlikeness = (index: number): readonly number[] => {
    const other = cells[index]?.levels ?? [];
    const differs = own.findIndex((level, variable) => other[variable] !== level);
    const distance = differs < 0 ? 0 : (other[differs] as number) - (own[differs] as number);
    const unshared = differs < 0 ? 0 : own.length - differs;
    return [unshared, Math.abs(distance), Number(distance < 0), Math.abs(index - empty), -index];
  };
  return present.reduce<number | undefined>((best, index) => {
    if (best === undefined) return index;
    const [a, b] = [unlikeness(index), unlikeness(best)];
    const differs = a.findIndex((value, i) => value !== b[i]);
    return differs >= 0 && (a[differs] as number) < (b[differs] as number) ? index : best;
  }, undefined);
}
