import { expect, test } from 'vitest';
import { averageCumulativeGain } from './averageCumulativeGain.ts';
import { tieGroupsByDistance, tieGroupsOfOrder } from './tieGroups.ts';

test('hand-worked: shared labels 3, 0, 1, 2 have ACG@3 = 4/3', () => {
  expect(averageCumulativeGain(tieGroupsOfOrder([0, 1, 2, 3], [3, 0, 1, 2]), 3)).toBeCloseTo(4 / 3, 12);
});

test('hand-worked: the cut goes through three tied photos with 3 shared labels together, of which one is taken', () => {
  expect(averageCumulativeGain(tieGroupsByDistance([0, 1, 1, 1], 1, [2, 3, 0, 0]), 2)).toBeCloseTo((2 + 1) / 2, 12);
});

test('a small database is averaged over what it has, an empty one has no figure', () => {
  expect(averageCumulativeGain(tieGroupsOfOrder([0, 1], [1, 0]), 100)).toBe(0.5);
  expect(averageCumulativeGain(tieGroupsOfOrder([], []), 100)).toBeNull();
});
