import * as tf from '../../../gpu/tfjs/tfjs.ts';

/** How far relaxed codes are from ±1: mean of (|u| − 1)². @param codes // (B, q) */
export function quantisationLoss(codes: tf.Tensor): tf.Scalar {
  return tf.mean(tf.square(tf.sub(tf.abs(codes), 1))).asScalar();
}
