import type { MarginCell } from '#core/weighting/margins/cell-margin.ts';
import type { AnalysisFolder, CategoryColumn, PopulationStratum } from '../folder.ts';

/** A combination of strata variables in a population. */
type CombinedCell = MarginCell & { levels: readonly number[] };

/**
 * The combinations of some strata variables in a population, district by district in the order of their
 * levels, with the cell of each stratum.
 */
export interface Combinations {
  cells: CombinedCell[];
  cellOfStratum: Int32Array;
}

/** Where a margin does not go by district, all cells lie in one. */
const wholeCity = 'city';

/**
 * Adds strata up to the combinations of `variables`, which are some of the strata variables of the folder.
 */
export function combinationsOf(
  { settings, levels }: Pick<AnalysisFolder, 'settings' | 'levels'>,
  strata: readonly PopulationStratum[],
  variables: readonly string[],
): Combinations {
  const inner = variables.filter((variable) => variable !== settings.district);
  const outer = inner.length < variables.length ? [settings.district] : [];
  const ordered = [...outer, ...inner];
  const positions = ordered.map((variable) => settings.strata.indexOf(variable));
  const cells = new Map<string, { cell: CombinedCell; all: readonly number[] }>();
  const keys = strata.map(({ levels: own, population }) => {
    const all = positions.map((position) => own[position] as number);
    const names = all.map((level, v) => levels.get(ordered[v] as string)?.[level] ?? '');
    const key = names.join('|');
    const known = cells.get(key);
    if (known) known.cell.population += population;
    else {
      const district = outer.length > 0 ? (names[0] ?? '') : wholeCity;
      cells.set(key, { all, cell: { key, district, levels: all.slice(outer.length), population } });
    }
    return key;
  });
  const inOrder = [...cells.values()].sort(byLevels).map(({ cell }) => cell);
  const indexOf = new Map(inOrder.map(({ key }, index) => [key, index]));
  return { cells: inOrder, cellOfStratum: Int32Array.from(keys, (key) => indexOf.get(key) as number) };
}

function byLevels({ all: a }: { all: readonly number[] }, { all: b }: { all: readonly number[] }): number {
  const differs = a.findIndex((level, variable) => level !== b[variable]);
  return differs < 0 ? 0 : (a[differs] as number) - (b[differs] as number);
}

/** The chosen rows of a column. */
export function rowsOf({ levels, codes }: CategoryColumn, rows: Int32Array): CategoryColumn {
  return { levels, codes: rows.map((row) => codes[row] as number) };
}
