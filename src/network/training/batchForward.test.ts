import { afterAll, beforeAll, expect, test } from 'vitest';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { TINY_HEADS } from '../fixtures/randomHeads.ts';
import { hashPass, regionPass, smoothMaximum } from './batchForward.ts';
import { createHeadsVariables, type HeadsVariables } from './headsVariables.ts';
import { seededRandom } from './random.ts';

let heads: HeadsVariables;

beforeAll(async () => {
  await tf.setBackend('cpu');
  heads = createHeadsVariables(TINY_HEADS, seededRandom(1));
});

afterAll(() => heads.dispose());

function randomTensor(shape: [number, number, number], seed: number): tf.Tensor3D {
  const random = seededRandom(seed);
  return tf.tensor3d(
    Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => random.normal()),
    shape,
  );
}

function expectNear(got: tf.Tensor, wanted: tf.Tensor): void {
  expect(got.shape).toEqual(wanted.shape);
  expect(tf.max(tf.abs(tf.sub(got, wanted))).dataSync()[0]).toBeLessThan(1e-5);
}

test('the smooth maximum lies between the mean and the maximum, and nears each at the ends of its temperature', () => {
  const logits = randomTensor([4, 6, 3], 2);
  const [mean, most] = [tf.mean(logits, 1), tf.max(logits, 1)];
  for (const temperature of [0.1, 0.5, 2, 20]) {
    const smooth = smoothMaximum(logits, temperature);
    expect(tf.all(tf.lessEqual(smooth, tf.add(most, 1e-5))).dataSync()[0]).toBe(1);
    expect(tf.all(tf.greaterEqual(smooth, tf.sub(mean, 1e-5))).dataSync()[0]).toBe(1);
  }
  const distance = (a: tf.Tensor, b: tf.Tensor): number => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;
  expect(distance(smoothMaximum(logits, 0.01), most)).toBeLessThan(0.02);
  expect(distance(smoothMaximum(logits, 0), most)).toBe(0);
  expect(distance(smoothMaximum(logits, 100), mean)).toBeLessThan(0.02);
});

test('of equal logits the smooth maximum is their value, however many there are', () => {
  expectNear(smoothMaximum(tf.fill([1, 37, 2], 4), 0.5), tf.fill([1, 2], 4));
});

test('a photo gets in a batch what it gets alone', () => {
  const features = randomTensor([3, 5, 20], 3);
  const together = regionPass(features, heads, null);
  const codes = hashPass(together, heads, null);
  const alone = regionPass(features.slice([1, 0, 0], [1, 5, 20]), heads, null);
  const itsCodes = hashPass(alone, heads, null);
  expectNear(alone.pooled, together.pooled.slice([1, 0], [1, 3]));
  expectNear(alone.groups, together.groups.slice([1, 0, 0], [1, 3, 4]));
  expectNear(itsCodes.semantic[48], codes.semantic[48].slice([1, 0], [1, 48]));
  expectNear(itsCodes.category, codes.category.slice([0, 1, 0], [3, 1, 9]));
});

test('what is pooled is the smooth maximum of the logits, and relaxed codes lie within ±1', () => {
  const pass = regionPass(randomTensor([2, 4, 20], 4), heads, null);
  expectNear(pass.pooled, smoothMaximum(pass.logits, TINY_HEADS.poolTemperature));
  const { semantic, category } = hashPass(pass, heads, null);
  for (const code of [...Object.values(semantic), category])
    expect(tf.max(tf.abs(code)).dataSync()[0]).toBeLessThanOrEqual(1);
});

test('a dropout mask of ones changes nothing, one of zeros leaves the biases alone', () => {
  const features = randomTensor([2, 4, 20], 5);
  const plain = regionPass(features, heads, null);
  expectNear(regionPass(features, heads, (shape) => tf.ones(shape)).logits, plain.logits);
  expectNear(regionPass(features, heads, (shape) => tf.zeros(shape)).logits, tf.zeros([2, 4, 3]));
  const untouched = {
    dropout: (shape: number[]) => tf.ones(shape),
    shown: tf.ones<tf.Rank.R2>([2, 1]),
    noise: tf.zerosLike(plain.groups),
  };
  expectNear(hashPass(plain, heads, untouched).semantic[16], hashPass(plain, heads, null).semantic[16]);
});

test('hidden groups and noise on them change semantic codes and leave category-aware codes as they are', () => {
  const pass = regionPass(randomTensor([2, 4, 20], 6), heads, null);
  const plain = hashPass(pass, heads, null);
  const shown = tf.tensor2d([0, 1], [2, 1]);
  const noise = randomTensor([2, 3, 4], 7);
  const hidden = hashPass(pass, heads, { dropout: null, shown, noise: tf.zerosLike(noise) });
  const noisy = hashPass(pass, heads, { dropout: null, shown, noise });
  expectNear(hidden.category, plain.category);
  expectNear(noisy.category, plain.category);
  const row = (codes: typeof plain, photo: number): number[] => [
    ...codes.semantic[64].slice([photo, 0], [1, 64]).dataSync(),
  ];
  expect(row(hidden, 0)).not.toEqual(row(plain, 0));
  expect(row(noisy, 0)).toEqual(row(hidden, 0));
  expectNear(hidden.semantic[64].slice([1, 0], [1, 64]), plain.semantic[64].slice([1, 0], [1, 64]));
  expect(row(noisy, 1)).not.toEqual(row(plain, 1));
});
