import { expect, test } from 'vitest';
import { partsOf } from '../graph/segmentation.cases.ts';
import { MOST_RUNS, ORIGIN, ORIGINS } from '../regions/segments.ts';
import { clouds } from '../testing/pictures.ts';
import { CANDIDATE_SETTINGS } from './candidateSettings.ts';
import { candidateSegments } from './candidates.ts';

const { parts, scratch } = partsOf(clouds(90, 70, 8), 90);
const settings = { ...CANDIDATE_SETTINGS, seeds: 10 };
const pool = candidateSegments(parts, settings, scratch);

function nodesOf(segment: number): Int32Array[] {
  return Array.from({ length: MOST_RUNS }, (_, run) => {
    const [start, length] = pool.runs.subarray((segment * MOST_RUNS + run) * 2);
    return pool.nodes.subarray(start!, start! + length!);
  });
}

const members = Array.from(
  { length: pool.count },
  (_, segment) => new Set(nodesOf(segment).flatMap((run) => [...run])),
);
const isIn = (segment: number, v: number): boolean => members[segment]!.has(v);

test('no superpixel is in a segment twice, and a union of two or three regions is as many runs', () => {
  const seen = new Set<number>();
  for (let segment = 0; segment < pool.count; segment++) {
    const runs = nodesOf(segment).filter((run) => run.length > 0);
    expect(runs).toHaveLength(pool.regions[segment]!);
    expect(members[segment]!.size).toBe(runs.reduce((sum, run) => sum + run.length, 0));
    seen.add(pool.regions[segment]!);
  }
  expect(seen).toEqual(new Set([1, 2, 3]));
});

test('fewer regions are left when a segment goes than when it came', () => {
  for (let segment = 0; segment < pool.count; segment++) {
    if (pool.origin[segment]! >= ORIGIN.mergeTree)
      expect(pool.leftAtDeath[segment]).toBeLessThan(pool.leftAtBirth[segment]!);
  }
});

test('boxes are tight around the segments’ pixels, and areas are their number', () => {
  const { labels, width } = parts.superpixels;
  for (let segment = 0; segment < pool.count; segment += 7) {
    let x0 = Infinity,
      y0 = Infinity,
      x1 = 0,
      y1 = 0,
      area = 0;
    labels.forEach((label, i) => {
      if (!isIn(segment, label)) return;
      const x = i % width;
      const y = (i - x) / width;
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
      area++;
    });
    expect([...pool.boxes.subarray(segment * 4, segment * 4 + 4)]).toEqual([x0, y0, x1, y1]);
    expect(pool.area[segment]).toBe(area);
  }
});

test('the level sets of one transform are nested', () => {
  let nested = 0;
  for (let segment = 1; segment < pool.count; segment++) {
    if (pool.origin[segment]! > ORIGIN.bordersAlone || pool.origin[segment] !== pool.origin[segment - 1]) continue;
    // A smaller area than the one before: the next transform has begun.
    if (pool.area[segment]! <= pool.area[segment - 1]!) continue;
    if (pool.origin[segment] !== ORIGIN.seedAlone && pool.origin[segment] !== ORIGIN.seedAgainstBorder) continue;
    for (let v = 0; v < parts.graph.nodeCount; v++) if (isIn(segment - 1, v)) expect(isIn(segment, v)).toBe(true);
    nested++;
  }
  expect(nested).toBeGreaterThan(20);
});

test('every way to make a segment is there, and the whole photo is the last', () => {
  expect(new Set(pool.origin.subarray(0, pool.count)).size).toBe(ORIGINS);
  expect([...pool.boxes.subarray(pool.count * 4 - 4, pool.count * 4)]).toEqual([0, 0, 90, 70]);
});
