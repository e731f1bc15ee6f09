/**
 * The regression of linearised scores on the margins: B = (Σ d x xᵀ)⁻¹ Σ d x u with one indicator variable
 * per group of every margin (Deville & Särndal 1992; Särndal, Swensson & Wretman 1992, section 6.4).
 * Factorised once.
 */
export interface NormalEquations {
  /** Column of each cell in each margin: `columns[margin][cell]`. */
  columns: Int32Array[];
  size: number;
  /** Lower Cholesky factor of Σ d x xᵀ, whose pivot is zero for a redundant variable. */
  factor: SparseTriangle;
}

/**
 * A lower triangular matrix by rows, without its zeros, which are most of it: groups of one margin never meet
 * in a respondent, nor do groups of different districts.
 */
interface SparseTriangle {
  diagonal: Float64Array;
  /** Row i has the entries from `start[i]` to before `start[i + 1]`, to the left of the diagonal. */
  start: Int32Array;
  column: Int32Array;
  value: Float64Array;
}

/**
 * `groups[margin][cell]` is the group of a cell, `sizes` the number of groups of each margin, `baseWeight` Σd
 * of each cell. Indicators of several margins are linearly dependent; the redundant ones get coefficient 0,
 * which leaves residuals as they are.
 */
export function normalEquations(
  groups: readonly Int32Array[],
  sizes: readonly number[],
  baseWeight: Float64Array,
): NormalEquations {
  const size = sizes.reduce((sum, groupCount) => sum + groupCount, 0);
  const columns = equationColumns(groups, sizes);
  const matrix = new Float64Array(size * size);
  for (let cell = 0; cell < baseWeight.length; cell += 1) {
    const d = baseWeight[cell] as number;
    for (const row of columns) {
      for (const column of columns) {
        const at = (row[cell] as number) * size + (column[cell] as number);
        matrix[at] = (matrix[at] as number) + d;
      }
    }
  }
  return { columns, size, factor: sparseTriangle(choleskyWithRedundancy(matrix, size), size) };
}

/** The column of each cell in the equations, by margin: groups of all margins are numbered through. */
export function equationColumns(groups: readonly Int32Array[], sizes: readonly number[]): Int32Array[] {
  const offsets = sizes.map((_, margin) => sizes.slice(0, margin).reduce((sum, size) => sum + size, 0));
  return groups.map((group, margin) => group.map((value) => value + (offsets[margin] as number)));
}

/** Cholesky factor of a positive semidefinite matrix; a pivot that is zero up to rounding is left out. */
function choleskyWithRedundancy(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    const diagonal = matrix[j * size + j] as number;
    let pivot = diagonal;
    for (let k = 0; k < j; k += 1) pivot -= (factor[j * size + k] as number) ** 2;
    if (pivot <= diagonal * 1e-10) continue;
    const root = Math.sqrt(pivot);
    factor[j * size + j] = root;
    for (let i = j + 1; i < size; i += 1) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k += 1)
        sum -= (factor[i * size + k] as number) * (factor[j * size + k] as number);
      factor[i * size + j] = sum / root;
    }
  }
  return factor;
}

function sparseTriangle(matrix: Float64Array, size: number): SparseTriangle {
  const start = new Int32Array(size + 1);
  const column: number[] = [];
  const value: number[] = [];
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) {
      const entry = matrix[i * size + k] as number;
      if (entry === 0) continue;
      column.push(k);
      value.push(entry);
    }
    start[i + 1] = column.length;
  }
  return {
    diagonal: Float64Array.from({ length: size }, (_, i) => matrix[i * size + i] as number),
    start,
    column: Int32Array.from(column),
    value: Float64Array.from(value),
  };
}

/** Solves for B by forward and back substitution; a redundant variable gets 0. */
export function solveNormalEquations(
  { factor, size }: NormalEquations,
  right: Float64Array,
  solution: Float64Array,
): void {
  const { diagonal, start, column, value } = factor;
  for (let i = 0; i < size; i += 1) {
    const pivot = diagonal[i] as number;
    let sum = right[i] as number;
    const end = start[i + 1] as number;
    for (let at = start[i] as number; at < end; at += 1) {
      sum -= (value[at] as number) * (solution[column[at] as number] as number);
    }
    solution[i] = pivot === 0 ? 0 : sum / pivot;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    const pivot = diagonal[i] as number;
    if (pivot === 0) continue;
    const coefficient = (solution[i] as number) / pivot;
    solution[i] = coefficient;
    const end = start[i + 1] as number;
    for (let at = start[i] as number; at < end; at += 1) {
      const k = column[at] as number;
      solution[k] = (solution[k] as number) - (value[at] as number) * coefficient;
    }
  }
}
