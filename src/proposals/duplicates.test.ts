import { expect, test } from 'vitest';
import { boxIou } from '../image/box.ts';
import { candidateSegments } from './candidates.ts';
import { distinctSegments, popCount } from './duplicates.ts';
import { PROPOSAL_SETTINGS } from './proposer.ts';
import { clouds } from './testing/pictures.ts';
import { partsOf } from './testing/parts.ts';

test('popCount counts ones', () => {
  expect([0, 1, -1, 0x80000000, 0b1011, 0x55555555].map(popCount)).toEqual([0, 1, 32, 1, 3, 16]);
});

test('no two kept segments overlap too much both as boxes and as sets; every dropped one votes for one that it does', () => {
  const { parts, scratch } = partsOf(clouds(90, 70, 8), 140);
  const pool = candidateSegments(parts, { ...PROPOSAL_SETTINGS, seeds: 10 }, scratch);
  const limit = 0.8;
  const { kept, votes } = distinctSegments(pool, limit, scratch);
  const setIou = (a: number, b: number): number => {
    let both = 0;
    let either = 0;
    for (let w = 0; w < pool.words; w++) {
      both += popCount(pool.bits[a * pool.words + w]! & pool.bits[b * pool.words + w]!);
      either += popCount(pool.bits[a * pool.words + w]! | pool.bits[b * pool.words + w]!);
    }
    return both / either;
  };
  const same = (a: number, b: number): boolean => boxIou(pool.boxes, a, pool.boxes, b) > limit && setIou(a, b) > limit;
  let alike = 0;
  for (let i = 0; i < kept.length; i++) for (let j = 0; j < i; j++) if (same(kept[i]!, kept[j]!)) alike++;
  expect(alike).toBe(0);
  const isKept = new Set(kept);
  for (let segment = 0; segment < pool.count; segment++) {
    if (!isKept.has(segment)) expect([...kept].some((other) => same(segment, other))).toBe(true);
  }
  expect(votes.reduce((sum, v) => sum + v, 0) + kept.length).toBe(pool.count);
  expect(kept.length).toBeLessThan(pool.count);
});
