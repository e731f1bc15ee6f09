import type { SurveyDesign } from './design.ts';

/** The weighted table of two variables; cells go row by row. */
export interface ContingencyTable {
  rows: number;
  columns: number;
  /** Cell of each respondent, −1 outside the base. */
  cellOf: Int32Array;
  /**
   * Respondents in the table, the strata and primary units they come from (each is one where nothing is
   * clustered), and Σw.
   */
  n: number;
  strata: number;
  units: number;
  weight: number;
  /** Weighted shares of the cells, rows and columns. */
  shares: Float64Array;
  rowShares: Float64Array;
  columnShares: Float64Array;
}

/**
 * `rowOf` and `columnOf` hold each respondent's level, −1 outside the base. Levels that nobody has are left
 * out, so that no row and no column is empty.
 *
 * @throws when a column does not hold a level for every respondent
 */
export function contingencyTable(
  design: SurveyDesign,
  rowOf: Int32Array,
  columnOf: Int32Array,
): ContingencyTable {
  if (rowOf.length !== design.respondents || columnOf.length !== design.respondents) {
    throw new Error(
      `\`contingencyTable\` requires a level for each of ${design.respondents} respondents, not ${rowOf.length} and ${columnOf.length}`,
    );
  }
  const isInBase = (i: number) => (rowOf[i] as number) >= 0 && (columnOf[i] as number) >= 0;
  const rowLevels = presentLevels(rowOf, isInBase);
  const columnLevels = presentLevels(columnOf, isInBase);
  const columns = columnLevels.size;
  const cellOf = rowOf.map((row, i) =>
    isInBase(i)
      ? (rowLevels.get(row) as number) * columns + (columnLevels.get(columnOf[i] as number) as number)
      : -1,
  );
  const shares = new Float64Array(rowLevels.size * columns);
  const seen = new Set<number>();
  const seenUnits = new Set<number>();
  let n = 0;
  let weight = 0;
  cellOf.forEach((cell, i) => {
    if (cell < 0) return;
    const w = design.final[i] as number;
    shares[cell] = (shares[cell] as number) + w;
    weight += w;
    n += 1;
    const designCell = design.cells.of[i] as number;
    seen.add(design.stratumOfCell[designCell] as number);
    seenUnits.add(design.units?.ofCell[designCell] ?? i);
  });
  const rowShares = new Float64Array(rowLevels.size);
  const columnShares = new Float64Array(columns);
  for (let cell = 0; cell < shares.length; cell += 1) {
    const share = (shares[cell] as number) / weight;
    shares[cell] = share;
    const row = Math.floor(cell / columns);
    rowShares[row] = (rowShares[row] as number) + share;
    columnShares[cell % columns] = (columnShares[cell % columns] as number) + share;
  }
  return {
    rows: rowLevels.size,
    columns,
    cellOf,
    n,
    strata: seen.size,
    units: seenUnits.size,
    weight,
    shares,
    rowShares,
    columnShares,
  };
}

/**
 * A basis of what is orthogonal to row and column effects: (eₐ − e_last) ⊗ (e_b − e_last), one array over the
 * cells each.
 */
export function interactionContrasts({
  rows,
  columns,
}: Pick<ContingencyTable, 'rows' | 'columns'>): Float64Array[] {
  const contrasts: Float64Array[] = [];
  for (let a = 0; a < rows - 1; a += 1) {
    for (let b = 0; b < columns - 1; b += 1) {
      const contrast = new Float64Array(rows * columns);
      contrast[a * columns + b] = 1;
      contrast[a * columns + columns - 1] = -1;
      contrast[(rows - 1) * columns + b] = -1;
      contrast[rows * columns - 1] = 1;
      contrasts.push(contrast);
    }
  }
  return contrasts;
}

function presentLevels(levels: Int32Array, isInBase: (respondent: number) => boolean): Map<number, number> {
  const present = new Set<number>();
  levels.forEach((level, i) => {
    if (isInBase(i)) present.add(level);
  });
  return new Map([...present].sort((a, b) => a - b).map((level, position) => [level, position]));
}
