/** Triangular factors of a covariance, row after row, in float64. */

/**
 * L of L·Lᵀ = matrix (Golub and Van Loan, Matrix Computations, 4.2).
 * @param matrix // (n, n), symmetric
 * @returns lower triangle, zeros above // (n, n)
 * @throws RangeError when the matrix is not positive definite.
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      if (i > j) lower[i * n + j] = sum / lower[j * n + j]!;
      else if (sum > 0) lower[i * n + i] = Math.sqrt(sum);
      else throw new RangeError(`cholesky: got ${sum} left of row ${i}, wanted a positive definite matrix`);
    }
  }
  return lower;
}

/** X of L·X = B, by forward substitution. @param b // (n, columns) @returns // (n, columns) */
export function solveLower(lower: Float64Array, n: number, b: Float64Array): Float64Array {
  const columns = b.length / n;
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) subtractRow(x, columns, i, k, lower[i * n + k]!);
    divideRow(x, columns, i, lower[i * n + i]!);
  }
  return x;
}

/** X of Lᵀ·X = B, by back substitution. @param b // (n, columns) @returns // (n, columns) */
export function solveUpper(lower: Float64Array, n: number, b: Float64Array): Float64Array {
  const columns = b.length / n;
  const x = Float64Array.from(b);
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) subtractRow(x, columns, i, k, lower[k * n + i]!);
    divideRow(x, columns, i, lower[i * n + i]!);
  }
  return x;
}

function subtractRow(x: Float64Array, columns: number, from: number, row: number, factor: number): void {
  for (let c = 0; c < columns; c++) x[from * columns + c]! -= factor * x[row * columns + c]!;
}

function divideRow(x: Float64Array, columns: number, row: number, by: number): void {
  for (let c = 0; c < columns; c++) x[row * columns + c]! /= by;
}
