import { expect, test } from 'vitest';
import { foldsOf } from './folds.ts';
import { seededRandom } from './random.ts';

test('every photo is in one fold, and the folds are of one size', () => {
  const fold = foldsOf(10, 4, seededRandom(1));
  const sizes = [0, 1, 2, 3].map((k) => fold.filter((value) => value === k).length);
  expect([...sizes].sort()).toEqual([2, 2, 3, 3]);
  expect(foldsOf(10, 4, seededRandom(1))).toEqual(fold);
  expect(foldsOf(10, 4, seededRandom(2))).not.toEqual(fold);
});

test('a fold without a photo is refused', () => {
  expect(() => foldsOf(3, 4, seededRandom(1))).toThrow('foldsOf: got 4 folds of 3 photos, wanted 2 … 3');
  expect(() => foldsOf(3, 1, seededRandom(1))).toThrow('foldsOf: got 1 folds of 3 photos');
});
