import { seededRandom } from '../../../base/seededRandom.ts';
import { storedVector } from '../../../network/vectors/photoVectors.ts';
import type { CachedMap } from '../../features/featureCache.ts';
import { covariance, meanRow, principalDirections, product, project } from '../../quantisation/principalDirections.ts';

/** Numbers kept of a photo; what is kept of it must fit in few bytes. */
export const VECTOR_NUMBERS = 64;

/**
 * The map that a photo's vector is made from, by backbone. On NanoDet-g, 64 numbers, one draw a category, AP after 5 and 20 examples: means of
 * stride 16 and 32 .562, .675; of stride 32 alone .596, .708.
 */
export const TEACH_TAPS: Readonly<Record<string, readonly string[]>> = {
  'nanodet-g': ['stride32'],
  googlenet: ['inception_5b'],
};

/**
 * How far directions are drawn towards equal strength. Means and maxima at .5 and .75, AP after 5 and 20 examples, one draw a category:
 * NanoDet-g .598, .727 and .593, .741; GoogLeNet .673, .774 and .645, .766.
 */
export const WHITENING = 0.5;

/** Mean, then maximum of each channel over a whole map. // (2d,) */
export function pooledMap(map: CachedMap): Float32Array {
  return pooledWindow(map, 0, 0, map.h, map.w);
}

/** The same over rows `top` to `bottom` and columns `left` to `right`, exclusive. */
function pooledWindow({ w, d, values }: CachedMap, top: number, left: number, bottom: number, right: number) {
  const pooled = new Float32Array(2 * d).fill(-Infinity, d);
  const cells = (bottom - top) * (right - left);
  for (let y = top; y < bottom; y++) {
    for (let at = (y * w + left) * d; at < (y * w + right) * d; at += d) {
      for (let k = 0; k < d; k++) {
        const value = values[at + k]!;
        pooled[k]! += value / cells;
        if (value > pooled[d + k]!) pooled[d + k] = value;
      }
    }
  }
  return pooled;
}

/** Sides of the windows of a grid, three by three of each, as shares of the photo's. */
const WINDOW_SIDES = [0.6, 0.34];

/** Windows of a grid, which stand for the regions that the page keeps of a photo where there are maps alone. // 18 times (2d,) */
export function pooledGrid(map: CachedMap): Float32Array[] {
  const edge = (side: number, step: number, size: number): readonly [number, number] => {
    const from = Math.round((((1 - side) * step) / 2) * size);
    return [from, Math.max(from + 1, Math.round((((1 - side) * step) / 2 + side) * size))];
  };
  const steps = [0, 1, 2];
  return WINDOW_SIDES.flatMap((side) =>
    steps.flatMap((i) =>
      steps.map((j) => {
        const [[top, bottom], [left, right]] = [edge(side, i, map.h), edge(side, j, map.w)];
        return pooledWindow(map, top, left, bottom, right);
      }),
    ),
  );
}

/**
 * Brings each tap's means and maxima to one scale, so that none drowns another: divided by the deviation of all its numbers and by the root of their count.
 * @param features // (count, Σ channels), changed in place @param channels of each part of a row
 * @returns what each part was multiplied by
 */
export function balanceTaps(features: Float32Array, channels: readonly number[]): number[] {
  const row = channels.reduce((sum, d) => sum + d, 0);
  let from = 0;
  const scales: number[] = [];
  for (const d of channels) {
    let sum = 0,
      squares = 0,
      count = 0;
    for (let start = from; start < features.length; start += row) {
      for (let i = start; i < start + d; i++, count++) {
        sum += features[i]!;
        squares += features[i]! ** 2;
      }
    }
    const scale = 1 / (Math.sqrt((squares - sum ** 2 / count) / count) * Math.sqrt(d));
    for (let start = from; start < features.length; start += row)
      for (let i = start; i < start + d; i++) features[i]! *= scale;
    scales.push(scale);
    from += d;
  }
  return scales;
}

/** From a photo's balanced features to its vector: weight is applied to features, then bias is added. */
export interface VectorLayer {
  /** // (dimensions, VECTOR_NUMBERS) */
  readonly weight: Float64Array;
  /** // (VECTOR_NUMBERS,) */
  readonly bias: Float64Array;
}

/**
 * Principal directions of the fitting rows, drawn towards equal strength. No label is read, so a category left out of the labels is left out
 * of this.
 * @param features // (count, dimensions) @param fitted how many of the first rows the directions are fitted on
 * @param whitening 0 leaves the strengths as they are, 1 makes all equal
 */
export function vectorLayer(
  features: Float32Array,
  dimensions: number,
  fitted: number,
  whitening: number,
): VectorLayer {
  const fit = features.subarray(0, fitted * dimensions);
  const mean = meanRow(fit, fitted, dimensions);
  const spread = covariance(fit, fitted, mean);
  const columns = Math.min(VECTOR_NUMBERS, dimensions);
  const weight = principalDirections(spread, dimensions, columns, seededRandom(131));
  const turned = product(spread, weight, dimensions, columns);
  const bias = new Float64Array(columns);
  for (let k = 0; k < columns; k++) {
    let variance = 0;
    for (let i = 0; i < dimensions; i++) variance += weight[i * columns + k]! * turned[i * columns + k]!;
    for (let i = 0; i < dimensions; i++) weight[i * columns + k]! *= variance ** (-whitening / 2);
    for (let i = 0; i < dimensions; i++) bias[k]! -= mean[i]! * weight[i * columns + k]!;
  }
  return { weight, bias };
}

/** Photos or regions as few numbers, as they are stored. @param features // (count, dimensions) @returns // (count, VECTOR_NUMBERS) */
export function photoVectors(features: Float32Array, dimensions: number, { weight, bias }: VectorLayer): Int8Array {
  const columns = bias.length;
  const vectors = project(features, features.length / dimensions, new Float64Array(dimensions), weight, columns);
  for (let at = 0; at < vectors.length; at++) vectors[at]! += bias[at % columns]!;
  const stored = new Int8Array(vectors.length);
  for (let start = 0; start < vectors.length; start += columns)
    storedVector(vectors.subarray(start, start + columns), stored, start);
  return stored;
}
