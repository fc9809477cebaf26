import { boxCount, type UnitBoxes } from '../../base/image/box.ts';
import { detectorEvidence } from '../../gpu/kernels/detectorEvidence/detectorEvidence.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { DETECTOR_TAPS } from '../backbone/detectorBoxes.ts';

/**
 * What the backbone's own detection head says of each region; it stays on the backend.
 * @param maps for each of `DETECTOR_TAPS` // (h, w, channels)
 * @returns // (N, classes)
 * @throws Error when a map is missing or has other classes.
 */
export function regionEvidence(
  maps: Readonly<Record<string, tf.Tensor3D>>,
  boxes: UnitBoxes,
  classes: number,
): tf.Tensor2D {
  const map = (tap: (typeof DETECTOR_TAPS)[number]): tf.Tensor3D => {
    const found = maps[tap];
    if (found === undefined)
      throw new Error(`regionEvidence: got no map for tap ${tap}, wanted ${DETECTOR_TAPS.join(', ')}`);
    return found;
  };
  const heads = ([8, 16, 32] as const).map((stride) => ({
    scores: map(`scores${stride}`),
    distances: map(`boxes${stride}`),
  }));
  if (heads[0]!.scores.shape[2] !== classes) {
    throw new Error(`regionEvidence: got a detection head of ${heads[0]!.scores.shape[2]} classes, wanted ${classes}`);
  }
  return tf.tidy(() => detectorEvidence(heads, tf.tensor2d(boxes, [boxCount(boxes), 4])));
}
