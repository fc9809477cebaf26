import * as tf from '../../gpu/tfjs/tfjs.ts';
import { LEAST_SIDE } from './regionMeans.reference.ts';

/**
 * How much of each cell of an axis lies between the edges, as a share of all that does.
 * @param near @param far edges in cells // (N, 1)
 * @returns // (N, size), rows sum to 1
 */
function cellShares(near: tf.Tensor2D, far: tf.Tensor2D, size: number): tf.Tensor2D {
  const from = tf.clipByValue(near, 0, size - LEAST_SIDE);
  const to = tf.maximum<tf.Tensor2D>(tf.minimum(far, size), tf.add(from, LEAST_SIDE));
  const cells = tf.range(0, size).reshape<tf.Tensor2D>([1, size]);
  const covered = tf.relu(tf.sub(tf.minimum(to, tf.add(cells, 1)), tf.maximum(from, cells)));
  return tf.div(covered, tf.sub(to, from));
}

/**
 * Mean of each channel over each box, on the backend in force; a cell counts by the share of it that the box covers. A mean, not the maximum
 * of spatial pyramid pooling: an edit of the photo moves a maximum far and a mean little. The boxes may come from the backend itself.
 * @param map // (h, w, d), covers the photo exactly
 * @param boxes // (N, 4), shares of the photo
 * @returns // (N, d)
 */
export function regionMeans(map: tf.Tensor3D, boxes: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const [h, w, d] = map.shape;
    const count = boxes.shape[0];
    const column = (i: number): tf.Tensor2D => tf.slice2d(boxes, [0, i], [count, 1]);
    const across = cellShares(tf.mul(column(0), w), tf.mul(column(2), w), w);
    const down = cellShares(tf.mul(column(1), h), tf.mul(column(3), h), h);
    const weights = tf.mul(down.reshape([count, h, 1]), across.reshape([count, 1, w]));
    return tf.matMul(weights.reshape<tf.Tensor2D>([count, h * w]), map.reshape<tf.Tensor2D>([h * w, d]));
  });
}
