const tolerance = 1e-9;
const maximumPivots = 5_000;

/**
 * The polytope of `createBoundedSystem`, to be asked for the extremes of its variables. It remembers where
 * the last search ended.
 */
export interface BoundedSystem {
  /**
   * The largest (`direction` 1) or smallest (-1) value of one variable over the polytope; ±Infinity when
   * unbounded, NaN when the search does not end. Afterwards `point` is a vertex where that value is reached.
   */
  extreme(variable: number, direction: 1 | -1): number;
  /** The current feasible point. */
  readonly point: readonly number[];
}

/**
 * The polytope {y : A y = 0, lower ≤ y ≤ upper}, which must contain y = 0, explored by the primal simplex
 * method with bounded variables (Dantzig 1963, ch. 18). Bland's rule (1977) keeps it from cycling. Each
 * search starts where the last one ended, so that many objectives over one polytope cost few pivots each.
 *
 * @param rows  A, one array a row; dependent rows are dropped
 */
export function createBoundedSystem(
  rows: readonly (readonly number[])[],
  lower: readonly number[],
  upper: readonly number[],
): BoundedSystem {
  const size = lower.length;
  const point = new Array<number>(size).fill(0);
  const { tableau, basis } = reducedRowEchelon(rows, size);
  const rowOf = new Array<number>(size).fill(-1);
  basis.forEach((variable, row) => {
    rowOf[variable] = row;
  });

  const at = (values: readonly number[], index: number): number => values[index] as number;
  const canMove = (variable: number, direction: number): boolean =>
    direction > 0
      ? at(point, variable) < at(upper, variable) - tolerance
      : at(point, variable) > at(lower, variable) + tolerance;

  /**
   * A variable outside the basis whose move improves the objective, and the way it moves: the steepest one,
   * or the first one (Bland's rule) while steps have length zero.
   */
  function entering(
    variable: number,
    direction: 1 | -1,
    first: boolean,
  ): { index: number; way: 1 | -1 } | null {
    const row = at(rowOf, variable);
    if (row < 0) return canMove(variable, direction) ? { index: variable, way: direction } : null;
    const coefficients = (tableau[row] as Row).entries;
    let best: { index: number; way: 1 | -1 } | null = null;
    let steepest = tolerance;
    for (let index = 0; index < size; index += 1) {
      const gain = -(coefficients[index] as number) * direction;
      if (Math.abs(gain) <= steepest || at(rowOf, index) >= 0) continue;
      const way = gain > 0 ? 1 : -1;
      if (!canMove(index, way)) continue;
      best = { index, way };
      if (first) break;
      steepest = Math.abs(gain);
    }
    return best;
  }

  /** Rows whose basic variable moves with the entering one, and how fast it falls. */
  const moving: number[] = [];
  const slopes: number[] = [];

  /**
   * How far the entering variable can move, and the row of the basic variable that stops it (-1: its own
   * bound).
   */
  function longestStep(index: number, way: 1 | -1): { step: number; row: number } {
    let step = way > 0 ? at(upper, index) - at(point, index) : at(point, index) - at(lower, index);
    let leaving = -1;
    moving.length = 0;
    slopes.length = 0;
    for (let row = 0; row < basis.length; row += 1) {
      const slope = ((tableau[row] as Row).entries[index] as number) * way;
      if (slope === 0) continue;
      moving.push(row);
      slopes.push(slope);
      if (Math.abs(slope) < tolerance) continue;
      const variable = at(basis, row);
      const room =
        slope > 0 ? at(point, variable) - at(lower, variable) : at(upper, variable) - at(point, variable);
      const limit = Math.max(0, room) / Math.abs(slope);
      const isTie = leaving >= 0 && Math.abs(limit - step) <= tolerance;
      if (isTie ? variable < at(basis, leaving) : limit < step) {
        step = Math.min(step, limit);
        leaving = row;
      }
    }
    return { step, row: leaving };
  }

  function pivot(row: number, index: number): void {
    const pivotRow = tableau[row] as Row;
    tableau[row] = divide(pivotRow, pivotRow.entries[index] as number);
    eliminate(tableau, row, index);
    rowOf[at(basis, row)] = -1;
    rowOf[index] = row;
    basis[row] = index;
  }

  return {
    point,
    extreme(variable, direction) {
      let stalled = 0;
      for (let count = 0; count < maximumPivots; count += 1) {
        const move = entering(variable, direction, stalled > 20);
        if (!move) return at(point, variable);
        const { step, row } = longestStep(move.index, move.way);
        if (step === Number.POSITIVE_INFINITY) return direction * step;
        stalled = step > tolerance ? 0 : stalled + 1;
        for (let i = 0; i < moving.length; i += 1) {
          const variable = at(basis, at(moving, i));
          point[variable] = at(point, variable) - at(slopes, i) * step;
        }
        point[move.index] = at(point, move.index) + move.way * step;
        if (row >= 0) pivot(row, move.index);
      }
      return Number.NaN;
    },
  };
}

/** A row of the tableau; `residue` says whether rounding has left entries in it that should be zero. */
interface Row {
  entries: Float64Array;
  residue: boolean;
}

const negligible = 1e-12;

function divide({ entries }: Row, divisor: number): Row {
  let residue = false;
  for (let i = 0; i < entries.length; i += 1) {
    const value = (entries[i] as number) / divisor;
    entries[i] = value;
    if (value !== 0 && Math.abs(value) < negligible) residue = true;
  }
  return { entries, residue };
}

/**
 * Clears a column in all rows but one. Most entries of that one are zero, and what they meet stays as it is.
 */
function eliminate(tableau: Row[], row: number, column: number): void {
  const pivotRow = (tableau[row] as Row).entries;
  const filled: number[] = [];
  for (let i = 0; i < pivotRow.length; i += 1) if (pivotRow[i] !== 0) filled.push(i);
  for (let index = 0; index < tableau.length; index += 1) {
    const { entries, residue } = tableau[index] as Row;
    const factor = entries[column] as number;
    if (index === row || factor === 0) continue;
    const count = residue ? entries.length : filled.length;
    for (let at = 0; at < count; at += 1) {
      const i = residue ? at : (filled[at] as number);
      const value = (entries[i] as number) - factor * (pivotRow[i] as number);
      entries[i] = Math.abs(value) < negligible ? 0 : value;
    }
    entries[column] = 0;
    (tableau[index] as Row).residue = false;
  }
}

function reducedRowEchelon(
  rows: readonly (readonly number[])[],
  size: number,
): { tableau: Row[]; basis: number[] } {
  const tableau: Row[] = [];
  const basis: number[] = [];
  for (const source of rows) {
    const row = Float64Array.from(source);
    tableau.forEach(({ entries }, index) => {
      const factor = row[basis[index] as number] as number;
      if (factor === 0) return;
      for (let i = 0; i < size; i += 1) row[i] = (row[i] as number) - factor * (entries[i] as number);
    });
    let column = 0;
    for (let i = 1; i < size; i += 1) {
      if (Math.abs(row[i] as number) > Math.abs(row[column] as number)) column = i;
    }
    const divisor = row[column] ?? 0;
    if (Math.abs(divisor) < tolerance) continue;
    tableau.push(divide({ entries: row, residue: false }, divisor));
    basis.push(column);
    eliminate(tableau, tableau.length - 1, column);
  }
  return { tableau, basis };
}
