import { expect, test } from 'vitest';
import { boxIou } from '../../base/image/box.ts';
import { PROPOSAL_SETTINGS } from '../proposer.ts';
import { partsOf } from '../testing/parts.ts';
import { clouds } from '../testing/pictures.ts';
import { candidateSegments } from './candidates.ts';
import { distinctSegments } from './duplicates.ts';

test('no two kept boxes overlap more than the limit; every dropped one votes for an earlier one that it does', () => {
  const limit = 0.9;
  const { parts, scratch } = partsOf(clouds(60, 45, 8), 50);
  const pool = candidateSegments(parts, { ...PROPOSAL_SETTINGS, seeds: 5 }, scratch);
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
