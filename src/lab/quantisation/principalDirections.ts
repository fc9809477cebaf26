import { normalFrom } from '../../base/seededRandom.ts';
import { orthonormaliseColumns } from './orthogonalMatrix.ts';

/** Principal component analysis of rows of numbers, in float64: what quantisation needs of it. */

/** Steps of subspace iteration: enough for the directions that matter to settle; the last ones are near-ties anyway. */
const SUBSPACE_STEPS = 30;

/** Mean of each column. @param features // (count, dimensions) // (dimensions,) */
export function meanRow(features: Float32Array, count: number, dimensions: number): Float64Array {
  const mean = new Float64Array(dimensions);
  for (let n = 0, at = 0; n < count; n++) for (let d = 0; d < dimensions; d++, at++) mean[d]! += features[at]! / count;
  return mean;
}

/** Of rows about `mean`. @param features // (count, dimensions) @returns // (dimensions, dimensions), symmetric */
export function covariance(features: Float32Array, count: number, mean: Float64Array): Float64Array {
  const d = mean.length;
  const out = new Float64Array(d * d);
  const row = new Float64Array(d);
  for (let n = 0; n < count; n++) {
    for (let i = 0; i < d; i++) row[i] = features[n * d + i]! - mean[i]!;
    for (let i = 0; i < d; i++) {
      const x = row[i]! / count;
      for (let j = i, at = i * d + i; j < d; j++, at++) out[at]! += x * row[j]!;
    }
  }
  for (let i = 0; i < d; i++) for (let j = 0; j < i; j++) out[i * d + j] = out[j * d + i]!;
  return out;
}

/** The strongest eigenvectors of a symmetric matrix, by subspace iteration. // (size, columns) */
export function principalDirections(
  matrix: Float64Array,
  size: number,
  columns: number,
  random: () => number,
): Float64Array {
  let basis = Float64Array.from({ length: size * columns }, () => normalFrom(random));
  for (let step = 0; step < SUBSPACE_STEPS; step++) {
    orthonormaliseColumns(basis, size, columns);
    basis = Float64Array.from(product(matrix, basis, size, columns));
  }
  orthonormaliseColumns(basis, size, columns);
  return basis;
}

/** `a` (rows, inner) times `b` (inner, columns). // (rows, columns) */
export function product(a: Float64Array, b: Float64Array, rows: number, columns: number): Float64Array {
  const inner = a.length / rows;
  const out = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const x = a[i * inner + k]!;
      for (let j = 0; j < columns; j++) out[i * columns + j]! += x * b[k * columns + j]!;
    }
  }
  return out;
}

/** Centred features on the directions. // (count, columns) */
export function project(
  features: Float32Array,
  count: number,
  mean: Float64Array,
  directions: Float64Array,
  columns: number,
): Float64Array {
  const d = mean.length;
  const out = new Float64Array(count * columns);
  for (let n = 0; n < count; n++) {
    for (let k = 0; k < d; k++) {
      const x = features[n * d + k]! - mean[k]!;
      for (let j = 0; j < columns; j++) out[n * columns + j]! += x * directions[k * columns + j]!;
    }
  }
  return out;
}
