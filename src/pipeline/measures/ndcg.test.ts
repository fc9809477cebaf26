import { expect, test } from 'vitest';
import { ndcg } from './ndcg.ts';
import { tieGroupsByDistance, tieGroupsOfOrder } from './tieGroups.ts';

test('hand-worked: shared labels 1, 0, 2 against the ideal 2, 1', () => {
  const found = 1 / Math.log2(2) + 3 / Math.log2(4);
  const ideal = 3 / Math.log2(2) + 1 / Math.log2(3);
  expect(ndcg(tieGroupsOfOrder([0, 1, 2], [1, 0, 2]), 100)).toBeCloseTo(found / ideal, 12);
});

test('the ideal is taken over the whole database, not over the first n', () => {
  expect(ndcg(tieGroupsOfOrder([0, 1], [0, 1]), 1)).toBe(0);
});

test('hand-worked: of two tied photos with gains 1 and 0, half a gain at each rank', () => {
  expect(ndcg(tieGroupsByDistance([5, 5], 8, [1, 0]), 100)).toBeCloseTo(0.5 * (1 + 1 / Math.log2(3)), 12);
});

test('the best order has 1, and nothing relevant is no query', () => {
  expect(ndcg(tieGroupsOfOrder([0, 1, 2], [3, 1, 0]), 100)).toBeCloseTo(1, 12);
  expect(ndcg(tieGroupsOfOrder([0], [0]), 100)).toBeNull();
});
