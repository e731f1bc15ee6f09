import type { RakingMargin } from '../sampling/raking-margin.ts';

/** One combination of the variables of a margin, with its residents. */
export interface MarginCell {
  key: string;
  /** Position of the cell's level in the order of each variable, outermost first. */
  levels: readonly number[];
  population: number;
}

/** A cell without respondents, and the one that stands for it, by their keys. */
export interface EmptyCellMerge {
  from: string;
  into: string;
}

/** The margin to rake to, and what was done to make it reachable. */
export interface PopulationMargin {
  margin: RakingMargin;
  merges: EmptyCellMerge[];
  /** Share of the starting weights that belongs to respondents without an answer. */
  missingShare: number;
}

/**
 * A margin over the combination of any variables. A cell with population and no respondents is merged with its nearest
 * neighbour that has some: one that shares as many of the outer variables as possible, then the nearest by the order of
 * `cells` (the next before the previous). Respondents without an answer (cell −1) form a group of their own that keeps its
 * share of `start`; the others share out the rest in the proportions of the population.
 *
 * @param cells  in the order of their levels, the last variable fastest
 * @param cellOf  index into `cells` of each respondent, −1 without an answer
 * @param start  weights before calibration
 * @param total  what the groups add up to
 * @throws when no cell has respondents
 */
export function populationMargin(
  name: string,
  cells: readonly MarginCell[],
  cellOf: Int32Array,
  start: Float64Array,
  total: number,
): PopulationMargin {
  const respondents = new Int32Array(cells.length);
  let all = 0;
  let missing = 0;
  for (const [i, cell] of cellOf.entries()) {
    const weight = start[i] as number;
    all += weight;
    if (cell < 0) missing += weight;
    else respondents[cell] = (respondents[cell] as number) + 1;
  }
  const present = cells.flatMap((_, index) => ((respondents[index] as number) > 0 ? [index] : []));
  if (present.length === 0) throw new Error(`\`populationMargin\` requires respondents: ${name} has none`);
  const groupOf = new Map(present.map((index, group) => [index, group]));
  const population = new Float64Array(present.length);
  const merges: EmptyCellMerge[] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell.population === 0 && !groupOf.has(index)) continue;
    const into = groupOf.has(index) ? index : nearestCell(cells, index, present);
    if (into !== index) merges.push({ from: cell.key, into: cells[into]?.key ?? '' });
    const group = groupOf.get(into) as number;
    population[group] = (population[group] as number) + cell.population;
  }
  const missingShare = missing > 0 ? missing / all : 0;
  const sum = population.reduce((whole, part) => whole + part, 0);
  const scale = missingShare === 0 && sum === total ? 1 : ((1 - missingShare) * total) / sum;
  const totals = new Float64Array(present.length + (missing > 0 ? 1 : 0));
  population.forEach((part, group) => {
    totals[group] = part * scale;
  });
  if (missing > 0) totals[present.length] = total * missingShare;
  const group = cellOf.map((cell) => (cell < 0 ? present.length : (groupOf.get(cell) as number)));
  return { margin: { name, group, totals }, merges, missingShare };
}

function nearestCell(cells: readonly MarginCell[], empty: number, present: readonly number[]): number {
  const own = cells[empty]?.levels ?? [];
  const shared = (index: number): number => {
    const differs = own.findIndex((level, variable) => cells[index]?.levels[variable] !== level);
    return differs < 0 ? own.length : differs;
  };
  return present.reduce((best, index) => {
    const closer = shared(index) - shared(best) || Math.abs(best - empty) - Math.abs(index - empty);
    return closer >= 0 ? index : best;
  });
}
