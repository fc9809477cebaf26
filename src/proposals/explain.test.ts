import { expect, test } from 'vitest';
import { explainProposals } from './explain.ts';
import { clouds } from './testing/pictures.ts';

test('an explanation has a strength and a superpixel for every pixel, and distances from any superpixel', () => {
  const explained = explainProposals(clouds(60, 40, 2));
  expect(explained.boundary).toHaveLength(2400);
  expect(explained.labels).toHaveLength(2400);
  const distance = explained.distancesFrom(3);
  expect(distance).toHaveLength(explained.superpixelCount);
  expect(distance[3]).toBe(0);
  expect([...distance].filter((d) => d > 0 && Number.isFinite(d))).toHaveLength(explained.superpixelCount - 1);
});

test('distances are the caller’s own, and no two superpixels are farther apart one way than the other', () => {
  const explained = explainProposals(clouds(60, 40, 2));
  const there = explained.distancesFrom(3);
  const back = explained.distancesFrom(7);
  expect(there[3]).toBe(0);
  expect(there[7]).toBeCloseTo(back[3]!, 5);
});

test('a superpixel that does not exist is refused', () => {
  const explained = explainProposals(clouds(20, 20, 2), 16);
  expect(() => explained.distancesFrom(1000)).toThrow(
    `distancesFrom: got superpixel 1000, wanted 0..${explained.superpixelCount - 1}`,
  );
  expect(() => explained.distancesFrom(-1)).toThrow('distancesFrom: got superpixel -1');
});
