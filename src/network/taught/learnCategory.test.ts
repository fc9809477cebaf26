import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '../../base/seededRandom.ts';
import { learnCategory, type TaughtExamples, type TaughtLayer, taughtLogits } from './learnCategory.ts';

const D = 16;

/** Rows about a centre that lies `along` on the first axis. */
function cloud(count: number, along: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: count * D }, (_, at) => 0.25 * normalFrom(random) + (at % D === 0 ? along : 0));
}

const taught: TaughtExamples = {
  dimensions: D,
  examples: cloud(5, 1, 1),
  counterExamples: new Float32Array(0),
  unlabelled: cloud(300, -0.2, 2),
};

/** What is minimised, written anew: the loss of each side over its own weight, and the ridge. */
function loss({ weights, bias }: TaughtLayer, { examples, unlabelled }: TaughtExamples, ridge: number): number {
  const layer = { weights, bias };
  const mean = (vectors: Float32Array, sign: number): number => {
    const logits = taughtLogits(layer, vectors);
    return logits.reduce((sum, logit) => sum + Math.log1p(Math.exp(-sign * logit)), 0) / logits.length;
  };
  const square = weights.reduce((sum, w) => sum + w * w, 0);
  return mean(examples, 1) + mean(unlabelled, -1) + (ridge / 2) * (square + 1e-3 * bias ** 2);
}

test('five examples tell photos of the category, never seen, from others', () => {
  const layer = learnCategory(taught);
  const least = Math.min(...taughtLogits(layer, cloud(50, 1.2, 3)));
  const most = Math.max(...taughtLogits(layer, cloud(50, -0.6, 4)));
  expect(least).toBeGreaterThan(most);
});

test('no step from the weights makes the loss less', () => {
  const ridge = 0.01;
  const layer = learnCategory(taught, ridge);
  const at = loss(layer, taught, ridge);
  for (let j = 0; j < D; j++) {
    for (const step of [-1e-2, 1e-2]) {
      const moved = { weights: layer.weights.map((w, i) => (i === j ? w + step : w)), bias: layer.bias };
      expect(loss(moved, taught, ridge)).toBeGreaterThan(at);
    }
  }
  for (const step of [-1e-2, 1e-2])
    expect(loss({ ...layer, bias: layer.bias + step }, taught, ridge)).toBeGreaterThan(at);
});

test('a photo that is said to be none falls, and one that is said to be one rises', () => {
  const asked = cloud(1, 0.4, 5);
  const before = taughtLogits(learnCategory(taught), asked)[0]!;
  const no = taughtLogits(learnCategory({ ...taught, counterExamples: asked }), asked)[0]!;
  const examples = Float32Array.from([...taught.examples, ...asked]);
  const yes = taughtLogits(learnCategory({ ...taught, examples }), asked)[0]!;
  expect(no).toBeLessThan(before);
  expect(yes).toBeGreaterThan(before);
});

test('a side that is told apart without a fault keeps its weights finite', () => {
  const layer = learnCategory({
    ...taught,
    examples: cloud(20, 4, 6),
    counterExamples: cloud(20, -4, 7),
    unlabelled: new Float32Array(0),
  });
  expect([...layer.weights, layer.bias].every(Number.isFinite)).toBe(true);
});

test('no example, nothing to tell them from, and half a row are refused', () => {
  const none = new Float32Array(0);
  expect(() => learnCategory({ ...taught, examples: none })).toThrow('learnCategory: got no example');
  expect(() => learnCategory({ ...taught, unlabelled: none })).toThrow('learnCategory: got nothing to tell');
  expect(() => learnCategory({ ...taught, unlabelled: new Float32Array(D + 1) })).toThrow('wanted rows of 16');
  expect(() => taughtLogits(learnCategory(taught), new Float32Array(D - 1))).toThrow('taughtLogits: got 15 numbers');
});
