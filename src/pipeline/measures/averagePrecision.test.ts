import { expect, test } from 'vitest';
import { averagePrecision } from './averagePrecision.ts';
import { tieGroupsByDistance, tieGroupsOfOrder } from './tieGroups.ts';

test('hand-worked: relevant at ranks 1, 3 and 4 of 5 gives (1 + 2/3 + 3/4) / 3', () => {
  expect(averagePrecision(tieGroupsOfOrder([0, 1, 2, 3, 4], [1, 0, 2, 1, 0]))).toBeCloseTo((1 + 2 / 3 + 3 / 4) / 3, 12);
});

test('hand-worked: one relevant among two tied photos is first or second, so (1 + 1/2) / 2', () => {
  expect(averagePrecision(tieGroupsByDistance([3, 3], 4, [1, 0]))).toBeCloseTo(0.75, 12);
});

test('all relevant first is 1, and nothing relevant is no query', () => {
  expect(averagePrecision(tieGroupsByDistance([0, 1, 2], 2, [1, 1, 0]))).toBe(1);
  expect(averagePrecision(tieGroupsByDistance([0, 1], 2, [0, 0]))).toBeNull();
});
