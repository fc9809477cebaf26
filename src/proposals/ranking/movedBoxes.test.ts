import { expect, test } from 'vitest';
import { seededRandom } from '../../base/seededRandom.ts';
import { Scratch } from '../arena/scratch.ts';
import type { Mlp } from './mlp.ts';
import { moveBox, movedSide, moveTarget, withMovedBoxes } from './movedBoxes.ts';
import { SEGMENT_FEATURES } from './segmentFeatures.ts';

const move = (box: readonly number[], logits: readonly number[]): number[] => {
  const out = new Float32Array(4);
  moveBox(Float32Array.from(box), 0, Float32Array.from(logits), 0, 100, 80, out, 0);
  return [...out];
};

test('no move leaves a box, a far one goes a quarter of its side, and none leaves the image', () => {
  expect(move([10, 20, 30, 60], [0, 0, 0, 0])).toEqual([10, 20, 30, 60]);
  expect(move([10, 20, 30, 60], [-9, -9, 9, 9])).toEqual([5, 10, 35, 70]);
  expect(move([10, 20, 30, 60], [9, 9, -9, -9])).toEqual([15, 30, 25, 50]);
  expect(move([2, 1, 98, 79], [-9, -9, 9, 9])).toEqual([0, 0, 100, 80]);
});

test('a box of any width keeps a pixel at least', () => {
  for (let width = 1; width <= 40; width++) {
    const [x0, , x1] = move([7, 0, 7 + width, 5], [9, 0, -9, 0]);
    expect(x1! - x0!).toBeGreaterThanOrEqual(1);
  }
});

test('what a side is taught brings it to the object', () => {
  const logit = (p: number): number => Math.log(p / (1 - p));
  expect(moveTarget(50, 50, 20)).toBe(0.5);
  expect(movedSide(50, 20, logit(moveTarget(50, 54, 20)), 100)).toBe(54);
  expect(movedSide(50, 20, logit(moveTarget(50, 47, 20)), 100)).toBe(47);
  expect(moveTarget(50, 500, 20)).toBe(1);
});

/** Outputs its biases whatever it is given. */
const constant = (outputs: readonly number[]): Mlp => ({
  inputs: SEGMENT_FEATURES,
  layers: [
    {
      inputs: SEGMENT_FEATURES,
      outputs: outputs.length,
      weights: new Float32Array(SEGMENT_FEATURES * outputs.length),
      bias: Float32Array.from(outputs),
    },
  ],
});

test.each([
  [40, 40],
  [2800, 2500],
])('of %d boxes %d likeliest get a moved copy behind them, with chances of its own', (count, copies) => {
  const random = seededRandom(3);
  const boxes = Float32Array.from({ length: count * 4 }, (_, i) => (i % 4 < 2 ? 10 : 50));
  const chances = Float32Array.from({ length: count * 5 }, random);
  // The least likely is the first, so its copy is the one to miss where not all are moved.
  chances.fill(0, 0, 5);
  boxes.set([0, 0, 4, 4]);
  const moved = withMovedBoxes(
    { boxes, chances },
    new Float32Array(count * SEGMENT_FEATURES),
    constant([9, 0, 0, 0]),
    constant([0, 0, 0, 0, 0]),
    100,
    80,
    new Scratch(),
  );
  expect(moved.boxes).toHaveLength((count + copies) * 4);
  expect(moved.boxes.subarray(0, count * 4)).toEqual(boxes);
  expect(moved.chances.subarray(0, count * 5)).toEqual(chances);
  expect(moved.chances.subarray(count * 5)).toEqual(new Float32Array(copies * 5).fill(0.5));
  expect([...moved.boxes.subarray(count * 4, count * 4 + 4)]).toEqual(
    copies === count ? [1, 0, 4, 4] : [20, 10, 50, 50],
  );
});
