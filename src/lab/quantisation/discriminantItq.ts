import { seededRandom } from '../../base/seededRandom.ts';
import { cholesky, solveLower, solveUpper } from './cholesky.ts';
import { type ItqModel, type ItqOptions, learnRotation } from './itq.ts';
import { covariance, meanRow, principalDirections, product, project } from './principalDirections.ts';

/** Rows that show one thing stand together: `views` of the first, `views` of the second, … */
export interface Views {
  /** // (things · views, dimensions) */
  readonly features: Float32Array;
  readonly dimensions: number;
  readonly views: number;
}

export interface DiscriminantOptions extends ItqOptions {
  /** Added to the diagonal of the covariance within things, as a share of its mean there: what few rows say of rare directions is not trusted. */
  readonly shrinkage: number;
  /**
   * How much the strongest directions weigh before they are rounded to bits: 0 all alike, 1 as principal components of the whitened rows do.
   * Towards 0 the bits tell things apart, towards 1 they agree for things of one kind.
   */
  readonly strength: number;
}

/**
 * Iterative quantisation of linear discriminants: instead of the directions in which rows vary most (PCA), those in which things vary most
 * for what views of one thing vary (R. Fisher 1936; C. Rao 1948), so that an edit of a photo changes few bits. Rows are whitened by the
 * covariance within things, their principal directions taken and weighted, then turned so that rounding to signs loses least.
 * @returns a model for `itqCodes`; its projection's columns are not orthonormal
 * @throws RangeError when rows, views and dimensions do not fit together or give fewer directions than bits.
 */
export function learnDiscriminantItq(
  { features, dimensions, views }: Views,
  bits: number,
  { seed = 1, iterations = 50, shrinkage, strength }: DiscriminantOptions,
): ItqModel {
  const count = features.length / dimensions;
  if (!Number.isInteger(count / views) || views < 2 || count < bits || dimensions < bits) {
    throw new RangeError(
      `learnDiscriminantItq: got ${features.length} numbers in rows of ${dimensions}, ${views} views each, wanted at least 2 views and ${bits} rows and dimensions`,
    );
  }
  const random = seededRandom(seed);
  const mean = meanRow(features, count, dimensions);
  const lower = cholesky(shrunk(covarianceWithin(features, dimensions, views), dimensions, shrinkage), dimensions);
  const half = solveLower(lower, dimensions, covariance(features, count, mean));
  const whitened = solveLower(lower, dimensions, transposed(half, dimensions));
  const directions = principalDirections(whitened, dimensions, bits, random);
  const spread = product(whitened, directions, dimensions, bits);
  const weighted = solveUpper(lower, dimensions, directions);
  for (let k = 0; k < bits; k++) {
    let variance = 0;
    for (let d = 0; d < dimensions; d++) variance += directions[d * bits + k]! * spread[d * bits + k]!;
    const weight = Math.max(variance, Number.MIN_VALUE) ** ((strength - 1) / 2);
    for (let d = 0; d < dimensions; d++) weighted[d * bits + k]! *= weight;
  }
  const projected = project(features, count, mean, weighted, bits);
  const { rotation, losses } = learnRotation(projected, bits, iterations, random);
  return { dimensions, bits, mean, projection: product(weighted, rotation, dimensions, bits), losses };
}

/** Covariance of views about their thing's mean. // (dimensions, dimensions) */
function covarianceWithin(features: Float32Array, dimensions: number, views: number): Float64Array {
  const apart = Float32Array.from(features);
  for (let at = 0; at < features.length; at += views * dimensions) {
    for (let d = 0; d < dimensions; d++) {
      let sum = 0;
      for (let v = 0; v < views; v++) sum += features[at + v * dimensions + d]!;
      for (let v = 0; v < views; v++) apart[at + v * dimensions + d]! -= sum / views;
    }
  }
  const within = covariance(apart, features.length / dimensions, new Float64Array(dimensions));
  // Of `views` numbers about their own mean only views − 1 are free.
  return within.map((value) => (value * views) / (views - 1));
}

function shrunk(matrix: Float64Array, n: number, shrinkage: number): Float64Array {
  let trace = 0;
  for (let i = 0; i < n; i++) trace += matrix[i * n + i]!;
  const out = Float64Array.from(matrix);
  for (let i = 0; i < n; i++) out[i * n + i]! += (shrinkage * trace) / n;
  return out;
}

function transposed(matrix: Float64Array, n: number): Float64Array {
  return Float64Array.from(matrix, (_, at) => matrix[(at % n) * n + Math.floor(at / n)]!);
}
