import { binCount, spatialPyramidPoolReference } from '../spatialPyramidPool/spatialPyramidPool.reference.ts';

/**
 * Spatial pyramid pooling and the linear layer on it in one: out[box, e] = Σ_k pooled[box, k] · weights[k, e].
 *
 * @param map // (height, width, depth)
 * @param boxes // (N, 4), cells
 * @param weights // (Σ level² · depth, width of the layer)
 * @returns // (N, width of the layer)
 */
export function sppFullyConnectedReference(
  map: Float32Array,
  height: number,
  width: number,
  depth: number,
  boxes: Float32Array,
  levels: readonly number[],
  weights: Float32Array,
  outputs: number,
): Float32Array {
  const pooled = spatialPyramidPoolReference(map, height, width, depth, boxes, levels);
  const inputs = binCount(levels) * depth;
  const count = boxes.length / 4;
  const out = new Float32Array(count * outputs);
  const sums = new Float64Array(outputs);
  for (let box = 0; box < count; box++) {
    sums.fill(0);
    for (let k = 0; k < inputs; k++) {
      for (let e = 0; e < outputs; e++) sums[e]! += pooled[box * inputs + k]! * weights[k * outputs + e]!;
    }
    out.set(sums, box * outputs);
  }
  return out;
}
