/**
 * Solves A X = B for a symmetric positive definite A (n × n, row by row) and B (n × columns) by Cholesky's
 * factorisation. Null when A is not positive definite up to rounding.
 */
export function solvePositiveDefinite(
  matrix: Float64Array,
  right: Float64Array,
  size: number,
): Float64Array | null {
  const factor = choleskyFactor(matrix, size);
  if (!factor) return null;
  const columns = right.length / size;
  const solution = Float64Array.from(right);
  const at = (values: Float64Array, row: number, column: number, width: number) =>
    values[row * width + column] as number;
  for (let column = 0; column < columns; column += 1) {
    for (let i = 0; i < size; i += 1) {
      let sum = at(solution, i, column, columns);
      for (let k = 0; k < i; k += 1) sum -= at(factor, i, k, size) * at(solution, k, column, columns);
      solution[i * columns + column] = sum / at(factor, i, i, size);
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      let sum = at(solution, i, column, columns);
      for (let k = i + 1; k < size; k += 1) sum -= at(factor, k, i, size) * at(solution, k, column, columns);
      solution[i * columns + column] = sum / at(factor, i, i, size);
    }
  }
  return solution;
}

function choleskyFactor(matrix: Float64Array, size: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    for (let i = j; i < size; i += 1) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k += 1)
        sum -= (factor[i * size + k] as number) * (factor[j * size + k] as number);
      if (i > j) {
        factor[i * size + j] = sum / (factor[j * size + j] as number);
      } else {
        if (!(sum > 1e-12 * (matrix[j * size + j] as number))) return null;
        factor[j * size + j] = Math.sqrt(sum);
      }
    }
  }
  return factor;
}
