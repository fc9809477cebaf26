import type { Scratch } from '../arena/scratch.ts';
import type { Mlp } from './mlp.ts';

/**
 * The last layer's outputs for each row, before any squashing.
 * @param rows // (count, stride), of which the first `mlp.inputs` are read
 * @param out // (count, outputs)
 */
export function runMlp(
  mlp: Mlp,
  rows: Float32Array,
  count: number,
  stride: number,
  out: Float32Array,
  scratch: Scratch,
): void {
  const widest = Math.max(...mlp.layers.map((layer) => layer.outputs));
  const last = mlp.layers[mlp.layers.length - 1]!;
  let hidden = scratch.float32(widest);
  let next = scratch.float32(widest);
  for (let row = 0; row < count; row++) {
    let input = rows;
    let at = row * stride;
    for (const layer of mlp.layers) {
      const { inputs, outputs, weights, bias } = layer;
      const isLast = layer === last;
      const to = isLast ? out : next;
      const first = isLast ? row * outputs : 0;
      let o = 0;
      // Four outputs share each load of an input; the sum of each keeps its order.
      for (; o + 4 <= outputs; o += 4) {
        let s0 = bias[o]!,
          s1 = bias[o + 1]!,
          s2 = bias[o + 2]!,
          s3 = bias[o + 3]!;
        for (let i = 0, w = o * inputs; i < inputs; i++, w++) {
          const x = input[at + i]!;
          s0 += weights[w]! * x;
          s1 += weights[w + inputs]! * x;
          s2 += weights[w + 2 * inputs]! * x;
          s3 += weights[w + 3 * inputs]! * x;
        }
        to[first + o] = isLast || s0 > 0 ? s0 : 0;
        to[first + o + 1] = isLast || s1 > 0 ? s1 : 0;
        to[first + o + 2] = isLast || s2 > 0 ? s2 : 0;
        to[first + o + 3] = isLast || s3 > 0 ? s3 : 0;
      }
      for (; o < outputs; o++) {
        let sum = bias[o]!;
        for (let i = 0, w = o * inputs; i < inputs; i++, w++) sum += weights[w]! * input[at + i]!;
        to[first + o] = isLast || sum > 0 ? sum : 0;
      }
      input = next;
      at = 0;
      next = hidden;
      hidden = input;
    }
  }
}
