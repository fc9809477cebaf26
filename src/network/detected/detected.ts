import type { UnitBoxes } from '../../base/image/box.ts';
import { crossHypothesisMaxPool } from '../../gpu/kernels/crossHypothesisMaxPool/crossHypothesisMaxPool.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { presenceOnBackend } from '../labels/presenceOnBackend.ts';
import type { Vocabulary } from './vocabularyFile.ts';

/** What the detection head tells of D categories that no layer was trained for, on the backend. */
export interface Detected {
  /** s, `classPresence` of what box 0 covers. // (D,) */
  readonly presence: tf.Tensor1D;
  /** // (N, D) */
  readonly evidence: tf.Tensor2D;
  /** The proposal with the strongest evidence, box 0 where there is none at all. // (D,), int32 */
  readonly winners: tf.Tensor1D;
}

/**
 * @param maps for each of `DETECTOR_TAPS` // (h, w, channels); they stay the caller's
 * @param boxes // (N, 4); box 0 is the photo, or the region that stands for it
 * @param evidence of all classes, see spp/regionEvidence.ts // (N, classes)
 */
export function detectedOn(
  maps: Readonly<Record<string, tf.Tensor3D>>,
  boxes: UnitBoxes,
  evidence: tf.Tensor2D,
  { detected, temperature }: Pick<Vocabulary, 'detected' | 'temperature'>,
): Detected {
  return tf.tidy(() => {
    const chosen = tf.tensor1d(
      detected.map((one) => one.class),
      'int32',
    );
    const scores = ([8, 16, 32] as const).map((stride) => {
      const map = maps[`scores${stride}`];
      if (map === undefined) throw new Error(`detectedOn: got no map for tap scores${stride}`);
      return map;
    });
    const own = tf.gather(evidence, chosen, 1);
    return {
      presence: tf.gather(presenceOnBackend(scores, boxes, temperature), chosen),
      evidence: own,
      winners: crossHypothesisMaxPool(own, 0).winners,
    };
  });
}
