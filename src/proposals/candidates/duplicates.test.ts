import { expect, test } from 'vitest';
import { boxIou } from '../../base/image/box.ts';
import { partsOf } from '../graph/segmentation.cases.ts';
import { differencesFromReference } from '../testing/bothWays.ts';
import { clouds } from '../testing/pictures.ts';
import { CANDIDATE_SETTINGS } from './candidateSettings.ts';
import { candidateSegments } from './candidates.ts';
import { DISTINCT_BOXES } from './duplicates.arguments.ts';
import { DUPLICATES_CASES } from './duplicates.cases.ts';
import { distinctSegments } from './duplicates.ts';

test('no two kept boxes overlap more than the limit; every dropped one votes for an earlier one that it does', () => {
  const limit = 0.9;
  const { parts, scratch } = partsOf(clouds(60, 45, 8), 50);
  const pool = candidateSegments(parts, { ...CANDIDATE_SETTINGS, seeds: 5 }, scratch);
  const { kept, votes } = distinctSegments(pool, limit, scratch);
  const same = (a: number, b: number): boolean => boxIou(pool.boxes, a, pool.boxes, b) > limit;
  expect([...kept].some((a) => kept.some((b) => b < a && same(a, b)))).toBe(false);
  const isKept = new Set(kept);
  for (let segment = 0; segment < pool.count; segment++) {
    if (!isKept.has(segment)) expect(kept.some((other) => other < segment && same(segment, other))).toBe(true);
  }
  expect(votes.reduce((sum, v) => sum + v, 0) + kept.length).toBe(pool.count);
  expect(kept.length).toBeLessThan(pool.count);
});

test.each(DUPLICATES_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [DISTINCT_BOXES])).toEqual([]);
});
