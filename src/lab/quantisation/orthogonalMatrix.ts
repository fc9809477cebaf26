/** Small dense matrices with orthonormal columns, row after row: what iterative quantisation needs of linear algebra. */

/**
 * Makes the columns of `matrix` orthonormal in place (modified Gram-Schmidt, twice, which is enough for working accuracy:
 * Giraud et al. 2005). A column that depends on those before it is replaced by a unit vector that does not.
 * @param matrix // (rows, columns), columns ≤ rows
 */
export function orthonormaliseColumns(matrix: Float64Array, rows: number, columns: number): void {
  if (columns > rows)
    throw new RangeError(
      `orthonormaliseColumns: got ${columns} columns of ${rows} numbers, wanted at most as many columns`,
    );
  let unit = 0;
  for (let c = 0; c < columns; c++) {
    const before = columnNorm(matrix, rows, columns, c);
    let norm = removeEarlierColumns(matrix, rows, columns, c);
    if (norm <= 1e-10 * before) {
      do {
        for (let r = 0; r < rows; r++) matrix[r * columns + c] = r === unit ? 1 : 0;
        unit++;
        norm = removeEarlierColumns(matrix, rows, columns, c);
      } while (norm < 1e-6);
    }
    for (let r = 0; r < rows; r++) matrix[r * columns + c]! /= norm;
  }
}

function columnNorm(matrix: Float64Array, rows: number, columns: number, c: number): number {
  let sum = 0;
  for (let r = 0; r < rows; r++) sum += matrix[r * columns + c]! ** 2;
  return Math.sqrt(sum);
}

/** @returns the norm of what is left of column c */
function removeEarlierColumns(matrix: Float64Array, rows: number, columns: number, c: number): number {
  for (let pass = 0; pass < 2; pass++) {
    for (let e = 0; e < c; e++) {
      let dot = 0;
      for (let r = 0; r < rows; r++) dot += matrix[r * columns + e]! * matrix[r * columns + c]!;
      for (let r = 0; r < rows; r++) matrix[r * columns + c]! -= dot * matrix[r * columns + e]!;
    }
  }
  return columnNorm(matrix, rows, columns, c);
}

/**
 * The orthogonal matrix nearest to a square one: U·Vᵀ of its singular value decomposition U·Σ·Vᵀ, found by one-sided
 * Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.6.3). It answers the orthogonal Procrustes problem: with
 * M = AᵀB it is the R that makes ‖B − A·R‖ least.
 * @param matrix // (n, n), not changed
 */
export function nearestOrthogonal(matrix: Float64Array, n: number): Float64Array {
  // Columns lie together while they are turned: a = (M·V)ᵀ, v = Vᵀ.
  const a = transposed(matrix, n);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  for (let sweep = 0, turned = true; turned && sweep < 60; sweep++) {
    turned = false;
    for (let p = 0; p < n * n - n; p += n) {
      for (let q = p + n; q < n * n; q += n) {
        let pp = 0,
          qq = 0,
          pq = 0;
        for (let r = 0; r < n; r++) {
          const x = a[p + r]!,
            y = a[q + r]!;
          pp += x * x;
          qq += y * y;
          pq += x * y;
        }
        if (Math.abs(pq) <= 1e-11 * Math.sqrt(pp * qq)) continue;
        turned = true;
        const zeta = (qq - pp) / (2 * pq);
        const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const cosine = 1 / Math.sqrt(1 + tangent * tangent);
        turn(a, n, p, q, cosine, cosine * tangent);
        turn(v, n, p, q, cosine, cosine * tangent);
      }
    }
  }
  // Columns of M·V are now U·Σ; directions without a singular value are free, any completion is as near.
  const u = transposed(a, n);
  orthonormaliseColumns(u, n, n);
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const x = u[i * n + k]!;
      for (let j = 0; j < n; j++) out[i * n + j]! += x * v[k * n + j]!;
    }
  }
  return out;
}

function transposed(matrix: Float64Array, n: number): Float64Array {
  return Float64Array.from(matrix, (_, at) => matrix[(at % n) * n + Math.floor(at / n)]!);
}

/** Turns the vectors that begin at p and at q in their common plane. */
function turn(vectors: Float64Array, n: number, p: number, q: number, cosine: number, sine: number): void {
  for (let r = 0; r < n; r++) {
    const x = vectors[p + r]!,
      y = vectors[q + r]!;
    vectors[p + r] = cosine * x - sine * y;
    vectors[q + r] = sine * x + cosine * y;
  }
}
