import * as tf from '../../../gpu/tfjs/tfjs.ts';

/** Wanted similarity of two photos that both hold the category and share no further label. */
const LEAST_SHARED = 0.4;
/** A photo with the category and one without it should be no more alike than this. */
const MOST_UNSHARED = -0.2;

/**
 * Loss of relaxed category-aware codes. Two photos that both hold category c should have codes as alike as their
 * *further* labels are (Jaccard index, 0..1, mapped to 0.4..1), so that the piece carries more than "c is there"; a photo
 * without c should be far from one with it; two photos without c are free.
 * @param codes −1..1 // (C, B, q_c) @param labels // (B, C)
 */
export function categoryLoss(codes: tf.Tensor3D, labels: tf.Tensor2D): tf.Scalar {
  const [categories, photos, bits] = codes.shape;
  const similarity = tf.div(tf.matMul(codes, codes, false, true), bits);
  const common = tf.matMul(labels, labels, false, true);
  const counts = tf.sum(labels, 1);
  const either = tf.sub(tf.add(counts.reshape([photos, 1]), counts.reshape([1, photos])), common);
  // Both hold c, so c itself is taken off both numbers; where nothing is left the two sets are the same.
  const further = tf.where(
    tf.greater(either, 1),
    tf.div(tf.sub(common, 1), tf.maximum(tf.sub(either, 1), 1)),
    tf.onesLike(either),
  );
  const wanted = tf.add(tf.mul(tf.relu(further), 1 - LEAST_SHARED), LEAST_SHARED).reshape([1, photos, photos]);
  const holds = tf.transpose(labels);
  const mine = holds.reshape([categories, photos, 1]);
  const theirs = holds.reshape([categories, 1, photos]);
  const both = tf.mul(mine, theirs);
  const onlyMine = tf.mul(mine, tf.sub(1, theirs));
  const apart = tf.square(tf.relu(tf.sub(similarity, MOST_UNSHARED)));
  const mean = (values: tf.Tensor, chosen: tf.Tensor): tf.Tensor =>
    tf.div(tf.sum(tf.mul(values, chosen)), tf.add(tf.sum(chosen), 1));
  return tf.add(mean(tf.square(tf.sub(similarity, wanted)), both), mean(apart, onlyMine)).asScalar();
}
