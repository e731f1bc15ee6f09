const tolerance = 1e-9;
const maximumPivots = 5_000;

export interface BoundedSystem {
  /**
   * The largest (`direction` 1) or smallest (-1) value of one variable over the polytope; ±Infinity when unbounded, NaN
   * when the search does not end. Afterwards `point` is a vertex where that value is reached.
   */
  extreme(variable: number, direction: 1 | -1): number;
  /** The current feasible point. */
  readonly point: readonly number[];
}

/**
 * The polytope {y : A y = 0, lower ≤ y ≤ upper}, which must contain y = 0, explored by the primal simplex method with
 * bounded variables (Dantzig 1963, ch. 18). Bland's rule (1977) keeps it from cycling. Each search starts where the last one
 * ended, so that many objectives over one polytope cost few pivots each.
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
   * A variable outside the basis whose move improves the objective, and the way it moves: the steepest one, or the first
   * one (Bland's rule) while steps have length zero.
   */
  function entering(
    variable: number,
    direction: 1 | -1,
    first: boolean,
  ): { index: number; way: 1 | -1 } | null {
    const row = at(rowOf, variable);
    if (row < 0) return canMove(variable, direction) ? { index: variable, way: direction } : null;
    const coefficients = tableau[row] as Float64Array;
    let best: { index: number; way: 1 | -1 } | null = null;
    let steepest = tolerance;
    for (let index = 0; index < size; index += 1) {
      const gain = -(coefficients[index] as number) * direction;
      if (at(rowOf, index) >= 0 || Math.abs(gain) <= steepest) continue;
      const way = gain > 0 ? 1 : -1;
      if (!canMove(index, way)) continue;
      best = { index, way };
      if (first) break;
      steepest = Math.abs(gain);
    }
    return best;
  }

  /** How far the entering variable can move, and the row of the basic variable that stops it (-1: its own bound). */
  function longestStep(index: number, way: 1 | -1): { step: number; row: number } {
    let step = way > 0 ? at(upper, index) - at(point, index) : at(point, index) - at(lower, index);
    let leaving = -1;
    for (let row = 0; row < basis.length; row += 1) {
      const slope = ((tableau[row] as Float64Array)[index] as number) * way;
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
    const pivotRow = tableau[row] as Float64Array;
    const divisor = pivotRow[index] as number;
    for (let column = 0; column < size; column += 1)
      pivotRow[column] = (pivotRow[column] as number) / divisor;
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
        for (let basic = 0; basic < basis.length; basic += 1) {
          const slope = ((tableau[basic] as Float64Array)[move.index] as number) * move.way;
          if (slope !== 0) point[at(basis, basic)] = at(point, at(basis, basic)) - slope * step;
        }
        point[move.index] = at(point, move.index) + move.way * step;
        if (row >= 0) pivot(row, move.index);
      }
      return Number.NaN;
    },
  };
}

function eliminate(tableau: Float64Array[], row: number, column: number): void {
  const pivotRow = tableau[row] as Float64Array;
  tableau.forEach((other, index) => {
    const factor = other[column] as number;
    if (index === row || factor === 0) return;
    for (let i = 0; i < other.length; i += 1) {
      const value = (other[i] as number) - factor * (pivotRow[i] as number);
      other[i] = Math.abs(value) < 1e-12 ? 0 : value;
    }
    other[column] = 0;
  });
}

function reducedRowEchelon(
  rows: readonly (readonly number[])[],
  size: number,
): { tableau: Float64Array[]; basis: number[] } {
  const tableau: Float64Array[] = [];
  const basis: number[] = [];
  for (const source of rows) {
    const row = Float64Array.from(source);
    tableau.forEach((done, index) => {
      const factor = row[basis[index] as number] as number;
      if (factor === 0) return;
      for (let i = 0; i < size; i += 1) row[i] = (row[i] as number) - factor * (done[i] as number);
    });
    let column = 0;
    for (let i = 1; i < size; i += 1) {
      if (Math.abs(row[i] as number) > Math.abs(row[column] as number)) column = i;
    }
    const divisor = row[column] ?? 0;
    if (Math.abs(divisor) < tolerance) continue;
    for (let i = 0; i < size; i += 1) row[i] = (row[i] as number) / divisor;
    tableau.push(row);
    basis.push(column);
    eliminate(tableau, tableau.length - 1, column);
  }
  return { tableau, basis };
}
