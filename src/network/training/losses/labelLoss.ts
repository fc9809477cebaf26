import * as tf from '../../../gpu/tfjs/tfjs.ts';

/** log(1 + exp(−|z|)) + max(z, 0) − z·y: the cross-entropy of sigmoid(z) that does not overflow; for y = 0 the softplus of z. Same shape as `logits`. */
export function sigmoidCrossEntropy(logits: tf.Tensor, targets: tf.Tensor | number): tf.Tensor {
  return tf.add(tf.log1p(tf.exp(tf.neg(tf.abs(logits)))), tf.sub(tf.relu(logits), tf.mul(logits, targets)));
}

/**
 * Loss of the label branch: sigmoid cross-entropy of each category, summed over categories, mean over photos. A photo
 * may hold several objects, so the categories do not compete as in a softmax.
 * @param logits pooled // (B, C) @param labels 0 or 1 // (B, C)
 * @param counted 0 where a category holds difficult objects alone and counts neither way // (B, C)
 */
export function labelLoss(logits: tf.Tensor2D, labels: tf.Tensor2D, counted: tf.Tensor2D): tf.Scalar {
  return tf.mean(tf.sum(tf.mul(sigmoidCrossEntropy(logits, labels), counted), 1)).asScalar();
}
