import { beforeAll, expect, test } from 'vitest';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { adamW, cosineRate } from './adamW.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** A bowl with unlike curvatures, so that the moments matter. */
function bowl(w: tf.Variable): () => tf.Scalar {
  return () =>
    tf
      .sum(
        tf.mul(tf.square(w), [
          [1, 4],
          [9, 0.5],
        ]),
      )
      .asScalar();
}

const start = (): tf.Tensor => tf.tensor2d([1, -2, 3, -4], [2, 2]);

test("without decay it is tfjs's Adam", () => {
  const ours = tf.variable(start()),
    theirs = tf.variable(start());
  const optimiser = adamW([ours], 0);
  const adam = tf.train.adam(0.05, 0.9, 0.999, 1e-8);
  for (let step = 0; step < 12; step++) {
    optimiser.step(bowl(ours), 0.05);
    adam.minimize(bowl(theirs), false, [theirs]);
  }
  const wanted = theirs.dataSync();
  ours.dataSync().forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 4));
});

test('a matrix decays beside its step and a bias does not, worked by hand', () => {
  const weight = tf.variable(tf.fill([1, 2], 2)),
    bias = tf.variable(tf.fill([2], 2));
  const optimiser = adamW([weight, bias], 0.5);
  // The first step of Adam is the learning rate in the direction of the gradient.
  const loss = optimiser.step(() => tf.add(tf.sum(weight), tf.sum(bias)).asScalar(), 0.1);
  expect(loss).toBe(8);
  for (const value of weight.dataSync()) expect(value).toBeCloseTo(2 * (1 - 0.1 * 0.5) - 0.1, 5);
  for (const value of bias.dataSync()) expect(value).toBeCloseTo(2 - 0.1, 5);
});

test('a variable that the loss does not know stays as it is, decay and all', () => {
  const used = tf.variable(start()),
    unused = tf.variable(start());
  adamW([used, unused], 0.5).step(bowl(used), 0.1);
  expect([...unused.dataSync()]).toEqual([1, -2, 3, -4]);
});

test('steps leave no tensor behind, and dispose takes the moments', () => {
  const w = tf.variable(start());
  const before = tf.memory().numTensors;
  const optimiser = adamW([w], 0.1);
  for (let step = 0; step < 3; step++) optimiser.step(bowl(w), 0.1);
  optimiser.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('the rate falls from its peak to nothing along half a cosine', () => {
  expect(cosineRate(3, 0)).toBe(3);
  expect(cosineRate(3, 0.5)).toBeCloseTo(1.5);
  expect(cosineRate(3, 1)).toBeCloseTo(0);
});
