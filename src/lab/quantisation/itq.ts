import { normalFrom, seededRandom } from '../../base/seededRandom.ts';
import { type PackedCodes, packAbove } from '../../codes/packedCodes.ts';
import { nearestOrthogonal, orthonormaliseColumns } from './orthogonalMatrix.ts';
import { covariance, meanRow, principalDirections, product, project } from './principalDirections.ts';

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
  const { rotation, losses } = learnRotation(projected, bits, iterations, random);
  return { dimensions, bits, mean, projection: product(directions, rotation, dimensions, bits), losses };
}

/**
 * The rotation after which rounding to signs loses least.
 * @param projected centred // (N, bits)
 * @returns rotation // (bits, bits), orthogonal; losses // (iterations,)
 */
export function learnRotation(
  projected: Float64Array,
  bits: number,
  iterations: number,
  random: () => number,
): { rotation: Float64Array; losses: number[] } {
  let rotation = Float64Array.from({ length: bits * bits }, () => normalFrom(random));
  orthonormaliseColumns(rotation, bits, bits);
  const losses: number[] = [];
  for (let i = 0; i < iterations; i++) {
    const { correlation, loss } = signCorrelation(projected, projected.length / bits, bits, rotation);
    losses.push(loss);
    rotation = Float64Array.from(nearestOrthogonal(correlation, bits));
  }
  return { rotation, losses };
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
