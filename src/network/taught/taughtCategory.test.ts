import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '../../base/seededRandom.ts';
import { bagLogits, bagsOf, type PhotoBags } from './photoBags.ts';
import { questions } from './questions.ts';
import { TAUGHT_PRECISION, taughtCalibration, taughtGate, taughtProbability } from './taughtCalibration.ts';
import { taughtCategory, taughtTold } from './taughtCategory.ts';

const D = 16;

/** Rows of which so many lie at `along` on the first axis, the others at 0. */
function drawn(count: number, holding: number, along: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from(
    { length: count * D },
    (_, at) => 0.2 * normalFrom(random) + (at % D === 0 && at < holding * D ? along : 0),
  );
}

/** The same as photos of one row each. */
function drawnPhotos(count: number, holding: number, along: number, seed: number): PhotoBags {
  const rows = drawn(count, holding, along, seed);
  return bagsOf(
    Array.from({ length: count }, (_, n) =>
      Int8Array.from(rows.subarray(n * D, (n + 1) * D), (value) => Math.max(-127, Math.min(127, 80 * value))),
    ),
    D,
  );
}

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

test('the same examples in a gallery with more photos of the category give greater odds', () => {
  const none = bagsOf([], D);
  const shares = [0.05, 0.3].map((share) => {
    const gallery = drawnPhotos(1000, 1000 * share, 0.8, 1);
    const examples = drawnPhotos(6, 6, 0.8, 3);
    const unlabelled = Array.from({ length: 300 }, (_, n) => 3 * n);
    return mean(
      taughtTold(taughtCategory({ examples, counterExamples: none, gallery, unlabelled }), gallery).probabilities,
    );
  });
  expect(shares[0]).toBeGreaterThan(0);
  expect(shares[1]).toBeGreaterThan(1.3 * shares[0]!);
  expect(shares[1]).toBeLessThan(0.4);
});

test('a likelier logit is a likelier photo, whatever the examples and the gallery are', () => {
  const logits = fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { maxLength: 5 }), logits, (held, gallery) => {
      const line = taughtCalibration(held, Float64Array.from(gallery));
      expect(line.slope).toBeGreaterThan(0);
      expect(Number.isFinite(line.offset)).toBe(true);
      expect(taughtProbability(line, 2)).toBeGreaterThanOrEqual(taughtProbability(line, 1));
    }),
  );
  expect(() => taughtCalibration([], new Float64Array(0))).toThrow('got no photo');
});

test('photos over the gate are right four times in five by their own probabilities, or the gate is at its least', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 }), (values) => {
      const gate = taughtGate(Float64Array.from(values));
      const over = values.filter((value) => value >= gate);
      expect(gate).toBeGreaterThanOrEqual(0.2);
      expect(gate).toBeLessThanOrEqual(0.9);
      if (over.length > 0) expect(mean(over)).toBeGreaterThanOrEqual(TAUGHT_PRECISION - 1e-9);
    }),
  );
});

test('the likeliest photos are asked about, none twice, none that was answered, and copies last', () => {
  const vectors = drawn(6, 6, 1, 3);
  for (let i = 0; i < vectors.length; i += D) {
    const length = Math.sqrt(vectors.subarray(i, i + D).reduce((sum, value) => sum + value ** 2, 0));
    for (let j = i; j < i + D; j++) vectors[j]! /= length;
  }
  const likely = [5, 9, 7, 1, 8, 3];
  vectors.set(vectors.subarray(1 * D, 2 * D), 4 * D);
  const asked = questions(likely, vectors, new Set([2]), 3);
  expect(asked).toEqual([1, 0, 5]);
  expect(questions(likely, vectors, new Set([2]), 9)).toEqual([1, 0, 5, 3, 4]);
  expect(questions(likely, vectors, new Set([0, 1, 2, 3, 4, 5]), 8)).toEqual([]);
});

test('hand-worked: a photo’s logit is that of the whole and of its likeliest region; without one the whole counts twice', () => {
  const layer = { weights: Float64Array.of(1, 0), bias: 0.5 };
  const bags = bagsOf([Int8Array.of(3, 4, 0, 9, 4, -3, 6, 8), Int8Array.of(-3, 4), Int8Array.of(0, 0, -5, 0)], 2);
  const { logits, winners } = bagLogits(layer, bags);
  expect([...logits].map((logit) => Math.round(logit * 100))).toEqual([50 + 60 + 80, 50 - 120, 50 - 100]);
  expect([...winners]).toEqual([2, 0, 1]);
  expect(() => bagLogits({ ...layer, weights: new Float64Array(3) }, bags)).toThrow('got 3 weights, wanted 2');
  expect(() => bagsOf([Int8Array.of(1, 2, 3)], 2)).toThrow('wanted rows of 2');
});
