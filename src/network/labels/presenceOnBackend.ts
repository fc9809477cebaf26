import type { UnitBoxes } from '../../base/image/box.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';

/**
 * `classPresence` on the backend in force, of a part of the photo. Cells whose middle lies outside the region say nothing, and the mean stays
 * that over all cells of the photo, so no region is surer of a class than the photo that it is a part of.
 */

/** Stands for "nothing here" where a cell is left out: a probability of 0 in every place that float32 has. */
export const SILENT_LOGIT = -40;

/** 1 where the middle of the cell lies in the region. @param box x0, y0, x1, y1, shares of the photo @returns // (h, w, 1) */
function cellsInside(height: number, width: number, [x0, y0, x1, y1]: Float32Array): tf.Tensor3D {
  const inside = new Float32Array(height * width);
  for (let cell = 0; cell < inside.length; cell++) {
    const [x, y] = [((cell % width) + 0.5) / width, (Math.floor(cell / width) + 0.5) / height];
    inside[cell] = Number(x >= x0! && x < x1! && y >= y0! && y < y1!);
  }
  return tf.tensor3d(inside, [height, width, 1]);
}

/**
 * @param maps class logits of all strides // (h, w, K) each; they stay the caller's
 * @param boxes box 0 is the region // (N, 4)
 * @param temperature τ > 0
 * @returns // (K,)
 */
export function presenceOnBackend(maps: readonly tf.Tensor3D[], boxes: UnitBoxes, temperature: number): tf.Tensor1D {
  return tf.tidy(() => {
    const region = boxes.subarray(0, 4);
    const whole = region[0]! <= 0 && region[1]! <= 0 && region[2]! >= 1 && region[3]! >= 1;
    const cells = maps.map((map) => {
      const [height, width, classes] = map.shape;
      const inside = whole ? null : cellsInside(height, width, region);
      const heard = inside === null ? map : tf.add(tf.mul(map, inside), tf.mul(tf.sub(1, inside), SILENT_LOGIT));
      return heard.reshape<tf.Tensor2D>([height * width, classes]);
    });
    const all = tf.concat2d(cells, 0);
    const sum = tf.logSumExp<tf.Tensor1D>(tf.mul(all, 1 / temperature), 0);
    return tf.mul<tf.Tensor1D>(tf.sub(sum, Math.log(all.shape[0])), temperature);
  });
}
