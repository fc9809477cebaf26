import * as tf from '../../../gpu/tfjs/tfjs.ts';
import { denseMatMul } from '../denseMatMul.ts';
import { sigmoidCrossEntropy } from './labelLoss.ts';

/** Added to a similarity that must not count; exp of it is 0 whatever the sharpness. */
const NEVER = -1e9;

/** Which pairs of a batch's photos share a label. B photos. */
export interface LabelRelations {
  /** 1 for two different photos that share a label. // (B, B) */
  readonly alike: tf.Tensor2D;
  /** 1 for two photos that share none. // (B, B) */
  readonly apart: tf.Tensor2D;
}

/** @param labels 0 or 1 // (B, C) */
export function labelRelations(labels: tf.Tensor2D): LabelRelations {
  const sharing = tf.cast(tf.greater(tf.matMul(labels, tf.transpose(labels)), 0), 'float32');
  const others = tf.sub(1, tf.eye(labels.shape[0]));
  return { alike: tf.mul(sharing, others), apart: tf.mul(tf.sub(1, sharing), others) };
}

/**
 * Listwise ranking loss of relaxed semantic codes: for each photo of the batch as the query, every photo that shares a label
 * with it stands against the smooth maximum of all that share none, log(1 + exp(log mean_k exp(a·s_ik) − a·s_ij)), mean over
 * its sharers and over queries. It stands instead of the paper's triplets max(0, m + ‖F−F⁺‖² − ‖F−F⁻‖²): a triplet whose
 * F⁻ is every dissimilar photo of the batch at once, as in multi-class N-pair loss (Sohn, NIPS 2016, equation 7). It asks for
 * the order alone and not for a distance, which suits photos whose labels are in doubt.
 * @param codes −1..1 // (B, q) @param sharpness a > 0, of similarity −1..1
 */
export function listwiseLoss(codes: tf.Tensor2D, { alike, apart }: LabelRelations, sharpness: number): tf.Scalar {
  const [photos, bits] = codes.shape;
  const similarity = tf.mul(denseMatMul(codes, tf.transpose(codes)), sharpness / bits);
  const hardest = tf.sub(tf.logSumExp(tf.add(similarity, tf.mul(tf.sub(1, apart), NEVER)), 1, true), Math.log(photos));
  const margin = tf.sub(tf.maximum(hardest, NEVER / 2), similarity);
  // tfjs's own softplus has no gradient kernel on WASM.
  const costs = sigmoidCrossEntropy(margin, 0);
  const sharers = tf.add(tf.sum(alike, 1), 1e-6);
  return tf.mean(tf.div(tf.sum(tf.mul(costs, alike), 1), sharers)).asScalar();
}
