import { expect, test } from 'vitest';
import { distancesFrom, farthest, superpixelAt } from './seedDistances.ts';

const map = {
  width: 2,
  height: 2,
  count: 3,
  labels: Uint16Array.of(0, 1, 2, 2),
  distances: Float32Array.of(0, 1, 4, 1, 0, 2, 4, 2, 0),
};

test('a point is in the superpixel that it lies on, its far edges included', () => {
  expect(superpixelAt(map, { x: 0.4, y: 0.4 })).toBe(0);
  expect(superpixelAt(map, { x: 1, y: 0 })).toBe(1);
  expect(superpixelAt(map, { x: 1, y: 1 })).toBe(2);
});

test('the distances of a seed are its row, and the farthest is the largest that can be reached', () => {
  expect([...distancesFrom(map, 1)]).toEqual([1, 0, 2]);
  expect(farthest(distancesFrom(map, 0))).toBe(4);
  expect(farthest(Float32Array.of(0, Infinity))).toBe(0);
});
