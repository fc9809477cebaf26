import { instanceRepresentation } from '../../gpu/kernels/instanceRepresentation/instanceRepresentation.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';

/** Logits are cut here before they feed a hash layer: beyond ±6 a probability is 0 or 1 to three places. */
export const LOGIT_CUT = 6;
/** Brings a cut logit to about ±2, the size of the other inputs. */
export const LOGIT_SCALE = 0.3;

export interface PhotoRepresentation {
  /** f_c = Σ_i p_ic·g_i / Σ_i p_ic. // (C, d) */
  readonly groups: tf.Tensor2D;
  /** What the semantic hash layers see: P_c·f_c of each category, then 2P − 1, then the cut logits. // (1, C·d + 2·C) */
  readonly semantic: tf.Tensor2D;
  /** What category c's hash layer sees: f_c and the cut logit of c. // (C, d + 1) */
  readonly byCategory: tf.Tensor2D;
}

/**
 * The instance-aware representation and what the two kinds of hash layers take from it. Departure from the paper: a
 * group is weighted by the probability that its category is there, and the pooled probabilities stand beside the groups;
 * without them the group of an absent category is an average of whatever the photo shows.
 * @param logits // (N, C) @param features g // (N, d) @param pooled pooled logits // (C,)
 */
export function photoRepresentation(
  logits: tf.Tensor2D,
  features: tf.Tensor2D,
  pooled: tf.Tensor1D,
): PhotoRepresentation {
  return tf.tidy(() => {
    const [categories, width] = [logits.shape[1], features.shape[1]];
    const groups = instanceRepresentation(tf.sigmoid(logits), features);
    const present = tf.sigmoid(pooled);
    const cut = tf.mul<tf.Tensor1D>(tf.clipByValue(pooled, -LOGIT_CUT, LOGIT_CUT), LOGIT_SCALE);
    const weighted = tf.mul(groups, present.reshape([categories, 1])).reshape<tf.Tensor1D>([categories * width]);
    const signed = tf.sub<tf.Tensor1D>(tf.mul(present, 2), 1);
    return {
      groups,
      semantic: tf.concat1d([weighted, signed, cut]).reshape<tf.Tensor2D>([1, categories * (width + 2)]),
      byCategory: tf.concat2d([groups, cut.reshape<tf.Tensor2D>([categories, 1])], 1),
    };
  });
}
