import * as tf from '../../gpu/tfjs/tfjs.ts';

/**
 * The intermediate feature of each proposal and the label branch on it.
 *
 * hidden h_i = ReLU(W x_i + V x_0 + b)   // (N, E); x_0 is the whole photo, proposal 0
 * logits z_i = L h_i + M e_i + l         // (N, C); e_i is the detector's evidence, see spp/regionEvidence.ts
 *
 * Departure from the paper: V lets each proposal know the scene that it stands in (a boat is likelier on water). The
 * same term is added to every proposal of a photo, so which one wins is still decided by the proposals.
 */
export interface LabelBranchWeights {
  /** // (S, E) */
  readonly weight: tf.Tensor2D;
  /** // (S, E) */
  readonly context: tf.Tensor2D;
  /** // (E,) */
  readonly bias: tf.Tensor1D;
  /** M. // (K, C), null where the backbone has no detection head */
  readonly evidenceWeight: tf.Tensor2D | null;
  /** // (E, C) */
  readonly labelWeight: tf.Tensor2D;
  /** // (C,) */
  readonly labelBias: tf.Tensor1D;
}

/** @param features // (N, S), row 0 is the whole photo @returns // (N, E) */
export function intermediateFeature(features: tf.Tensor2D, { weight, context, bias }: LabelBranchWeights): tf.Tensor2D {
  return tf.tidy(() => {
    const whole = tf.slice2d(features, [0, 0], [1, features.shape[1]]);
    const scene = tf.add(tf.matMul(whole, context), bias);
    return tf.relu(tf.add(tf.matMul(features, weight), scene));
  });
}

/** What each proposal is of each category, by what is to be known of it. */
export interface LabelLogits {
  /** z: whether the category is there at all; from the largest comes P_c. // (N, C) */
  readonly presence: tf.Tensor2D;
  /** z_i + placement · M e_i: where it is; the largest wins. The same tensor where `placement` or the evidence is none. // (N, C) */
  readonly place: tf.Tensor2D;
}

/** @param hidden // (N, E) @param evidence // (N, K), null where the weights have none @param placement see `HeadsDescription` */
export function labelLogits(
  hidden: tf.Tensor2D,
  evidence: tf.Tensor2D | null,
  placement: number,
  { evidenceWeight, labelWeight, labelBias }: LabelBranchWeights,
): LabelLogits {
  if ((evidence === null) !== (evidenceWeight === null))
    throw new Error('labelLogits: wanted evidence exactly where there are weights for it');
  return tf.tidy(() => {
    const logits = tf.add<tf.Tensor2D>(tf.matMul(hidden, labelWeight), labelBias);
    if (!evidence || !evidenceWeight) return { presence: logits, place: logits };
    const weighed = tf.matMul(evidence, evidenceWeight);
    const presence = tf.add<tf.Tensor2D>(logits, weighed);
    return { presence, place: placement === 0 ? presence : tf.add<tf.Tensor2D>(presence, tf.mul(weighed, placement)) };
  });
}
