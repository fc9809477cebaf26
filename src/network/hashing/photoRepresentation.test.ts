import { beforeAll, expect, test } from 'vitest';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { LOGIT_CUT, LOGIT_SCALE, photoRepresentation } from './photoRepresentation.ts';

const ALWAYS = 40; // sigmoid(40) is 1 in float32, sigmoid(−40) nearly 0

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('groups are weighted by presence, then come signs, then cut logits', () => {
  // Two proposals, two categories: proposal 0 shows category 0 alone; proposal 1 shows neither for sure.
  const logits = tf.tensor2d([ALWAYS, -ALWAYS, -ALWAYS, 0], [2, 2]);
  const features = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
  const { groups, semantic, byCategory } = photoRepresentation(logits, features, tf.tensor1d([ALWAYS, 0]));
  const near = (tensor: tf.Tensor, wanted: number[]): void => {
    const got = tensor.dataSync();
    expect(got).toHaveLength(wanted.length);
    wanted.forEach((value, i) => expect(got[i]).toBeCloseTo(value, 3));
  };
  near(groups, [1, 2, 3, 4, 5, 6]);
  near(semantic, [1, 2, 3, 2, 2.5, 3, 1, 0, LOGIT_CUT * LOGIT_SCALE, 0]);
  near(byCategory, [1, 2, 3, LOGIT_CUT * LOGIT_SCALE, 4, 5, 6, 0]);
  expect(semantic.shape).toEqual([1, 2 * (3 + 2)]);
  expect(byCategory.shape).toEqual([2, 4]);
});

test('beyond the cut a logit makes no further difference to the category layers', () => {
  const features = tf.tensor2d([1, 2], [1, 2]);
  const of = (logit: number) => [
    ...photoRepresentation(tf.tensor2d([0], [1, 1]), features, tf.tensor1d([logit])).byCategory.dataSync(),
  ];
  expect(of(LOGIT_CUT + 5)).toEqual(of(LOGIT_CUT));
  expect(of(-LOGIT_CUT - 5)).toEqual(of(-LOGIT_CUT));
  expect(of(1)).not.toEqual(of(2));
});
