import { expect, test } from 'vitest';
import { isCorrectlyLocalised, isPointedAt, localisationFigures } from './localisation.ts';

const pair = (winner: number[], truth: number[]) => ({
  category: 0,
  winner: new Float32Array(winner),
  truth: new Float32Array(truth),
});

test('hand-worked: half of the box found is IoU 0.5 and enough, less is not', () => {
  expect(isCorrectlyLocalised(pair([0, 0, 5, 10], [0, 0, 10, 10]))).toBe(true);
  expect(isCorrectlyLocalised(pair([0, 0, 4, 10], [0, 0, 10, 10]))).toBe(false);
});

test('any box of the category will do', () => {
  expect(isCorrectlyLocalised(pair([20, 20, 30, 30], [0, 0, 10, 10, 20, 20, 30, 30]))).toBe(true);
  expect(isPointedAt(pair([20, 20, 30, 30], [0, 0, 10, 10, 24, 24, 26, 26]))).toBe(true);
});

test('a centre on the near edge is in the box, on the far edge out of it', () => {
  expect(isPointedAt(pair([-2, 4, 2, 6], [0, 0, 10, 10]))).toBe(true);
  expect(isPointedAt(pair([8, 4, 12, 6], [0, 0, 10, 10]))).toBe(false);
});

test('hand-worked: shares over the pairs that have a box to be judged by', () => {
  const figures = localisationFigures([
    pair([0, 0, 10, 10], [0, 0, 10, 10]),
    pair([0, 0, 10, 10], [4, 4, 6, 6]),
    pair([0, 0, 1, 1], []),
  ]);
  expect(figures).toEqual({ corloc: 0.5, pointing: 1, pairs: 2 });
});
