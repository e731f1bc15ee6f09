import type { RakingMargin } from '../../sampling/raking-margin.ts';
import type { AskedSex } from '../../sampling/respondent-cell.ts';
import { districtKey } from '../../sampling/stratum.ts';
import { type CellMerge, cellMargin, type MarginCell } from './cell-margin.ts';

/**
 * A cell that respondents are of, with its residents. A stratum of the population has both age and sex; where
 * a study does not know one, or someone is of another gender than a register counts, the cell is none of the
 * population's and has no residents of its own.
 */
export interface WeightedCell {
  district: number;
  /** An age band, or several joined (`55+`). */
  ageBand: string | null;
  sex: AskedSex | null;
  population: number;
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
 * The margin district × `dimension` by the rules of `cellMargin`, those whose level is unknown, or none of
 * the population's, being of none. `cells` are those of the districts that have respondents; `cellOf` is the
 * index of each respondent's cell.
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
  const levels = levelsOf(dimension, cells);
  const keyOf = (cell: WeightedCell) => `${districtKey(cell.district)}|${cell[dimension] ?? 'unknown'}`;
  const byKey = new Map<string, MarginCell>();
  for (const district of new Set(cells.map((cell) => cell.district))) {
    const own = cells.filter((cell) => cell.district === district);
    const add = (cell: WeightedCell, position: readonly number[] | null) => {
      const key = keyOf(cell);
      const known = byKey.get(key);
      if (known) known.population += cell.population;
      else
        byKey.set(key, {
          key,
          district: districtKey(district),
          levels: position,
          population: cell.population,
        });
    };
    for (const cell of own) if (!isOfPopulation(cell[dimension])) add(cell, null);
    for (const [position, level] of levels.entries())
      for (const cell of own) if (cell[dimension] === level) add(cell, [position]);
  }
  const indexOf = new Map([...byKey.keys()].map((key, index) => [key, index]));
  const marginCellOf = cells.map((cell) => indexOf.get(keyOf(cell)) as number);
  return cellMargin(
    dimension === 'ageBand' ? 'district × age' : 'district × sex',
    [...byKey.values()],
    cellOf.map((cell) => marginCellOf[cell] as number),
    start,
    merges,
  );
}
