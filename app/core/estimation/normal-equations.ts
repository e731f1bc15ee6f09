/**
 * The regression of linearised scores on the margins: B = (Σ d x xᵀ)⁻¹ Σ d x u with one indicator variable per group of
 * every margin (Deville & Särndal 1992; Särndal, Swensson & Wretman 1992, section 6.4). Factorised once.
 */
export interface NormalEquations {
  /** Column of each cell in each margin: `columns[margin][cell]`. */
  columns: Int32Array[];
  size: number;
  /** Inverse of Σ d x xᵀ without the redundant variables, whose rows and columns are zero; symmetric. */
  inverse: Float64Array;
}

/**
 * `groups[margin][cell]` is the group of a cell, `sizes` the number of groups of each margin, `baseWeight` Σd of each
 * cell. Indicators of several margins are linearly dependent; the redundant ones get coefficient 0, which leaves
 * residuals as they are.
 */
export function normalEquations(
  groups: readonly Int32Array[],
  sizes: readonly number[],
  baseWeight: Float64Array,
): NormalEquations {
  const offsets = sizes.map((_, margin) => sizes.slice(0, margin).reduce((sum, size) => sum + size, 0));
  const size = sizes.reduce((sum, groupCount) => sum + groupCount, 0);
  const columns = groups.map((group, margin) => group.map((value) => value + (offsets[margin] as number)));
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
  return { columns, size, inverse: inverseOf(choleskyWithRedundancy(matrix, size), size) };
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

function inverseOf(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = inverse.subarray(column * size, (column + 1) * size);
    unit[column] = 1;
    solveTriangles(factor, size, unit);
  }
  return inverse;
}

function solveTriangles(factor: Float64Array, size: number, right: Float64Array): void {
  for (let i = 0; i < size; i += 1) {
    const pivot = factor[i * size + i] as number;
    if (pivot === 0) {
      right[i] = 0;
      continue;
    }
    let sum = right[i] as number;
    for (let k = 0; k < i; k += 1) sum -= (factor[i * size + k] as number) * (right[k] as number);
    right[i] = sum / pivot;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    const pivot = factor[i * size + i] as number;
    if (pivot === 0) {
      right[i] = 0;
      continue;
    }
    let sum = right[i] as number;
    for (let k = i + 1; k < size; k += 1) sum -= (factor[k * size + i] as number) * (right[k] as number);
    right[i] = sum / pivot;
  }
}

/** Solves for B: the few columns that a domain touches decide how long it takes. */
export function solveNormalEquations(
  { inverse, size }: NormalEquations,
  right: Float64Array,
  solution: Float64Array,
): void {
  solution.fill(0);
  for (let j = 0; j < size; j += 1) {
    const amount = right[j] as number;
    if (amount === 0) continue;
    const row = j * size;
    for (let i = 0; i < size; i += 1) {
      solution[i] = (solution[i] as number) + amount * (inverse[row + i] as number);
    }
  }
}
