import { expect, test } from 'vitest';
import { tieGroupsByDistance, tieGroupsOfOrder } from './tieGroups.ts';
import { weightedAveragePrecision } from './weightedAveragePrecision.ts';

test('hand-worked: shared labels 2, 0, 1 give ACG@1 = 2 and ACG@3 = 1 at the relevant ranks, so 3/2', () => {
  expect(weightedAveragePrecision(tieGroupsOfOrder([0, 1, 2], [2, 0, 1]))).toBeCloseTo(1.5, 12);
});

test('hand-worked: 2 and 0 tied give ACG 2 at rank 1 or 1 at rank 2, so 3/2', () => {
  expect(weightedAveragePrecision(tieGroupsByDistance([1, 1], 1, [2, 0]))).toBeCloseTo(1.5, 12);
});

test('nothing relevant is no query', () => {
  expect(weightedAveragePrecision(tieGroupsByDistance([0], 1, [0]))).toBeNull();
});
