import { normalFrom, seededRandom } from '../../../base/seededRandom.ts';
import { type PackedCodes, packAbove } from '../../../codes/packedCodes.ts';
import { nearestOrthogonal, orthonormaliseColumns } from './orthogonalMatrix.ts';

/**
 * Iterative quantisation (Y. Gong, S. Lazebnik, "Iterative Quantization", CVPR 2011): codes of frozen features without any
 * label, the floor that learnt codes are measured against. Features are centred, projected on their first principal
 * directions, and turned so that rounding to signs loses least.
 */
export interface ItqModel {
  readonly dimensions: number;
  readonly bits: number;
  /** // (dimensions,) */
  readonly mean: Float64Array;
  /** Principal directions times rotation. // (dimensions, bits), orthonormal columns */
  readonly projection: Float64Array;
  /** Mean squared quantisation loss ‖B − V·R‖² / N after each iteration; never rises. // (iterations,) */
  readonly losses: readonly number[];
}

export interface ItqOptions {
  readonly seed?: number;
  /** The authors take 50. */
  readonly iterations?: number;
}

/** Steps of subspace iteration: enough for the directions that matter to settle; the last ones are near-ties anyway. */
const SUBSPACE_STEPS = 30;

/**
 * Learns the codes from features alone.
 * @param features // (N, dimensions)
 * @throws RangeError when the features are no whole number of rows or there are fewer dimensions or rows than bits.
 */
export function learnItq(
  features: Float32Array,
  dimensions: number,
  bits: number,
  { seed = 1, iterations = 50 }: ItqOptions = {},
): ItqModel {
  const count = features.length / dimensions;
  if (!Number.isInteger(count) || count < bits || dimensions < bits) {
    throw new RangeError(
      `learnItq: got ${features.length} numbers in rows of ${dimensions}, wanted at least ${bits} whole rows and dimensions for ${bits} bits`,
    );
  }
  const random = seededRandom(seed);
  const mean = meanRow(features, count, dimensions);
  const directions = principalDirections(covariance(features, count, mean), dimensions, bits, random);
  const projected = project(features, count, mean, directions, bits);
  let rotation = Float64Array.from({ length: bits * bits }, () => normalFrom(random));
  orthonormaliseColumns(rotation, bits, bits);
  const losses: number[] = [];
  for (let i = 0; i < iterations; i++) {
    const { correlation, loss } = signCorrelation(projected, count, bits, rotation);
    losses.push(loss);
    rotation = Float64Array.from(nearestOrthogonal(correlation, bits));
  }
  return { dimensions, bits, mean, projection: product(directions, rotation, dimensions, bits), losses };
}

/** Codes of features. `features` // (N, dimensions) */
export function itqCodes(model: ItqModel, features: Float32Array): PackedCodes {
  if (features.length % model.dimensions !== 0) {
    throw new RangeError(`itqCodes: got ${features.length} numbers, wanted rows of ${model.dimensions}`);
  }
  return packAbove(
    model.bits,
    project(features, features.length / model.dimensions, model.mean, model.projection, model.bits),
  );
}

function meanRow(features: Float32Array, count: number, dimensions: number): Float64Array {
  const mean = new Float64Array(dimensions);
  for (let n = 0, at = 0; n < count; n++) for (let d = 0; d < dimensions; d++, at++) mean[d]! += features[at]! / count;
  return mean;
}

/** // (dimensions, dimensions), symmetric */
function covariance(features: Float32Array, count: number, mean: Float64Array): Float64Array {
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
function principalDirections(matrix: Float64Array, size: number, columns: number, random: () => number): Float64Array {
  let basis = Float64Array.from({ length: size * columns }, () => normalFrom(random));
  for (let step = 0; step < SUBSPACE_STEPS; step++) {
    orthonormaliseColumns(basis, size, columns);
    basis = Float64Array.from(product(matrix, basis, size, columns));
  }
  orthonormaliseColumns(basis, size, columns);
  return basis;
}

/** `a` (rows, inner) times `b` (inner, columns). // (rows, columns) */
function product(a: Float64Array, b: Float64Array, rows: number, columns: number): Float64Array {
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
function project(
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

/** Vᵀ·sign(V·R), whose nearest orthogonal matrix is the best next R, and the loss of this R. */
function signCorrelation(
  projected: Float64Array,
  count: number,
  bits: number,
  rotation: Float64Array,
): { correlation: Float64Array; loss: number } {
  const turned = product(projected, rotation, count, bits);
  const correlation = new Float64Array(bits * bits);
  let loss = 0;
  for (let n = 0; n < count; n++) {
    for (let j = 0; j < bits; j++) {
      const value = turned[n * bits + j]!;
      const sign = value > 0 ? 1 : -1;
      loss += (sign - value) ** 2;
      turned[n * bits + j] = sign;
    }
    for (let i = 0; i < bits; i++) {
      const x = projected[n * bits + i]!;
      for (let j = 0; j < bits; j++) correlation[i * bits + j]! += x * turned[n * bits + j]!;
    }
  }
  return { correlation, loss: loss / count };
}
