import type { MarginCell } from '#core/weighting/population-margin.ts';
import type { CategoryColumn, PopulationStratum } from '../folder.ts';

/** The combinations of some strata variables in a population, in the order of their levels, with the cell of each stratum. */
export interface Combinations {
  cells: MarginCell[];
  cellOfStratum: Int32Array;
}

/** Adds strata up to the combinations of `variables`, which are some of the `strataVariables`. */
export function combinationsOf(
  strata: readonly PopulationStratum[],
  strataVariables: readonly string[],
  variables: readonly string[],
  levels: ReadonlyMap<string, readonly string[]>,
): Combinations {
  const positions = variables.map((variable) => strataVariables.indexOf(variable));
  const cells = new Map<string, MarginCell>();
  const keys = strata.map((stratum) => {
    const own = positions.map((position) => stratum.levels[position] as number);
    const key = own.map((level, v) => levels.get(variables[v] as string)?.[level] ?? '').join('|');
    const cell = cells.get(key) ?? { key, levels: own, population: 0 };
    cell.population += stratum.population;
    cells.set(key, cell);
    return key;
  });
  const inOrder = [...cells.values()].sort(byLevels);
  const indexOf = new Map(inOrder.map(({ key }, index) => [key, index]));
  return { cells: inOrder, cellOfStratum: Int32Array.from(keys, (key) => indexOf.get(key) as number) };
}

/** The variables with the district before the others: cells that share the outer variables are neighbours, and no district borders on another. */
export function districtFirst(variables: readonly string[], district: string): string[] {
  return [...variables].sort((a, b) => Number(b === district) - Number(a === district));
}

function byLevels(a: MarginCell, b: MarginCell): number {
  const differs = a.levels.findIndex((level, variable) => level !== b.levels[variable]);
  return differs < 0 ? 0 : (a.levels[differs] as number) - (b.levels[differs] as number);
}

/** The chosen rows of a column. */
export function rowsOf({ levels, codes }: CategoryColumn, rows: Int32Array): CategoryColumn {
  return { levels, codes: rows.map((row) => codes[row] as number) };
}
