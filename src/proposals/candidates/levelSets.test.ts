import { expect, test } from 'vitest';
import { seededRandom } from '../../base/seededRandom.ts';
import { Scratch } from '../arena/scratch.ts';
import { differencesFromReference } from '../testing/bothWays.ts';
import { levelSetScratch } from './levelSetScratch.ts';
import { CRITICAL_LEVELS, SORT_BY_DISTANCE } from './levelSets.arguments.ts';
import { LEVEL_SETS_CASES } from './levelSets.cases.ts';
import { criticalLevels, sortByDistance } from './levelSets.ts';

const levelsOf = (distances: number[], areas: number[], maxLevels: number, maxIou: number) => {
  const work = levelSetScratch(distances.length, maxLevels, new Scratch());
  const distance = Float32Array.from(distances);
  sortByDistance(distance, work);
  const count = criticalLevels(distance, Float32Array.from(areas), maxLevels, maxIou, work);
  return { order: [...work.order], taken: [...work.taken.subarray(0, count)], gaps: [...work.gaps.subarray(0, count)] };
};

test('the largest gaps become levels, in ascending size', () => {
  // Sorted: 0, 1, 3, 3.5, 9: gaps 1, 2, 0.5, 5.5.
  const { order, taken, gaps } = levelsOf([3, 0, 9, 1, 3.5], [1, 1, 1, 1, 1], 2, 0.9);
  expect(order).toEqual([1, 3, 0, 4, 2]);
  expect(taken).toEqual([2, 4]);
  expect(gaps).toEqual([2, 5.5]);
});

test('a level too near a taken one in area is skipped', () => {
  // After 0, 1, 2 of areas 10, 1, 10 come gaps 3, 5, 1: with 10/11 > 0.8 the first yields to the second.
  const { taken } = levelsOf([0, 3, 8, 9], [10, 1, 10, 10], 3, 0.8);
  expect(taken).toEqual([2, 3]);
});

test('equal distances give no level, negative ones sort before positive ones', () => {
  expect(levelsOf([2, 2, 2], [1, 1, 1], 3, 0.9).taken).toEqual([]);
  expect(levelsOf([0.5, -2, 0, -1], [1, 1, 1, 1], 4, 0.9).order).toEqual([1, 3, 2, 0]);
});

test('any two levels of one transform differ by more than the limit', () => {
  const random = seededRandom(300);
  const distances = Array.from({ length: 300 }, () => 2 * random() - 1);
  const areas = Array.from({ length: 300 }, () => 1 + Math.floor(random() * 30));
  const { order, taken } = levelsOf(distances, areas, 12, 0.8);
  for (let i = 1; i < order.length; i++)
    expect(distances[order[i]!]).toBeGreaterThanOrEqual(distances[order[i - 1]!]! - 1e-6);
  const sizes = taken.map((size) => order.slice(0, size).reduce((sum, v) => sum + areas[v]!, 0));
  expect(sizes.length).toBeGreaterThan(5);
  for (let k = 1; k < sizes.length; k++) expect(sizes[k - 1]! / sizes[k]!).toBeLessThanOrEqual(0.8);
});

test.each(LEVEL_SETS_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [SORT_BY_DISTANCE, CRITICAL_LEVELS])).toEqual([]);
});
