import { expect, test } from 'vitest';
import { Scratch } from '../arena/scratch.ts';
import { type DiversityStage, diverseOrder } from './diversity.ts';
import { reachOf } from './takenBoxes.ts';

// Two boxes nearly alike (IoU 0.8) and one apart.
const boxes = Float32Array.of(0, 0, 10, 10, 0, 0, 10, 8, 50, 50, 60, 60);
const THRESHOLDS = [0.5, 0.9];

const order = (
  of: Float32Array,
  chances: readonly number[],
  stages: readonly DiversityStage[],
  thresholds: readonly number[] = THRESHOLDS,
) => diverseOrder(of, Float32Array.from(chances), thresholds, stages, new Scratch());

test('a box adds the mean of its chances, and a near-copy what the taken box leaves of each', () => {
  const found = order(boxes, [0.8, 0.2, 0.8, 0.4, 0.1, 0.1], [{ upTo: 3, roots: 0, areaPower: 0 }]);
  expect([...found.order]).toEqual([1, 0, 2]);
  // At .5 the copy keeps (1 − .8) / (1 − .28); .8 is short of the reach of .9, so there it keeps all.
  expect(found.gains[1]).toBeCloseTo((0.8 * (0.2 / 0.72) + 0.2) / 2, 6);
  expect(found.gains[2]).toBeCloseTo(0.1, 6);
});

test('a near-copy that is only good for the low threshold waits for a weaker box apart', () => {
  expect([...order(boxes, [0.9, 0, 0.8, 0, 0.5, 0], [{ upTo: 3, roots: 0, areaPower: 0 }]).order]).toEqual([0, 2, 1]);
});

test('a root forgives: the later stage takes the copy that the stricter one would not', () => {
  const chances = [0.9, 0, 0.8, 0, 0.3, 0];
  const found = order(boxes, chances, [
    { upTo: 1, roots: 0, areaPower: 0 },
    { upTo: 3, roots: 1, areaPower: 0 },
  ]);
  expect([...found.order]).toEqual([0, 1, 2]);
  expect(found.gains[1]).toBeCloseTo((0.8 * Math.sqrt(0.2 / 0.72)) / 2, 6);
  expect([...order(boxes, chances, [{ upTo: 3, roots: 0, areaPower: 0 }]).order]).toEqual([0, 2, 1]);
});

test('boxes apart are ordered by their gains, equal ones by index', () => {
  const apart = Float32Array.of(0, 0, 9, 9, 20, 0, 29, 9, 40, 0, 49, 9);
  expect([...order(apart, [0.2, 0.2, 0.7, 0.6, 0.2, 0.2], [{ upTo: 3, roots: 0, areaPower: 0 }]).order]).toEqual([
    1, 0, 2,
  ]);
});

test('the higher the threshold the nearer boxes must be to share an object, and equal boxes always do', () => {
  for (const [t, threshold] of [0.5, 0.6, 0.7, 0.8, 0.9].entries()) {
    expect(reachOf(threshold)).toBeGreaterThan(t === 0 ? 0 : reachOf(threshold - 0.1));
    expect(reachOf(threshold)).toBeLessThan(1);
  }
  const twice = Float32Array.of(0, 0, 9, 9, 0, 0, 9, 9);
  expect(order(twice, [0.9, 0.9, 0.8, 0.8], [{ upTo: 2, roots: 1, areaPower: 0 }]).gains[1]).toBe(0);
});

test('each step takes the box that adds most, as a plain greedy search does, and gains descend across stages', () => {
  const many = Float32Array.from({ length: 400 }, (_, i) => (i % 4 < 2 ? (i * 7) % 30 : 30 + ((i * 11) % 30)));
  const chances = Array.from({ length: 200 }, (_, i) => ((i * 37) % 100) / 100);
  const found = order(many, chances, [
    { upTo: 20, roots: 1, areaPower: 0 },
    { upTo: 60, roots: 0, areaPower: 0 },
  ]);
  expect(new Set(found.order).size).toBe(60);
  for (let k = 1; k < 60; k++) expect(found.gains[k]).toBeLessThanOrEqual(found.gains[k - 1]!);
  const taken: number[] = [];
  const iou = (i: number, j: number): number => {
    const [a, b, c, d] = many.subarray(i * 4, i * 4 + 4),
      [e, f, g, h] = many.subarray(j * 4, j * 4 + 4);
    const both = Math.max(0, Math.min(c!, g!) - Math.max(a!, e!)) * Math.max(0, Math.min(d!, h!) - Math.max(b!, f!));
    return both / ((c! - a!) * (d! - b!) + (g! - e!) * (h! - f!) - both);
  };
  const gain = (i: number): number => {
    const left = THRESHOLDS.map((threshold) =>
      taken.reduce((share, j) => share * Math.min(1, (1 - iou(i, j)) / (1 - reachOf(threshold))), 1),
    );
    const counted = taken.length < 20 ? left.map(Math.sqrt) : left;
    return (chances[i * 2]! * counted[0]! + chances[i * 2 + 1]! * counted[1]!) / 2;
  };
  for (let k = 0; k < 60; k++) {
    const best = Math.max(...Array.from({ length: 100 }, (_, i) => (taken.includes(i) ? -1 : gain(i))));
    expect(gain(found.order[k]!)).toBeCloseTo(best, 5);
    taken.push(found.order[k]!);
  }
});

test('a stage that favours small boxes takes a small one before a likelier large one, and gains still descend', () => {
  const sizes = Float32Array.of(0, 0, 40, 40, 50, 0, 60, 10, 0, 50, 40, 90);
  const chances = [0.9, 0.9, 0.5, 0.5, 0.8, 0.8];
  const found = order(sizes, chances, [
    { upTo: 1, roots: 0, areaPower: 0 },
    { upTo: 3, roots: 0, areaPower: 0.5 },
  ]);
  expect([...found.order]).toEqual([0, 1, 2]);
  expect(found.gains[1]).toBeCloseTo(0.5 / 10, 6);
  expect(found.gains[2]).toBeCloseTo(0.8 / 40, 6);
  expect([...order(sizes, chances, [{ upTo: 3, roots: 0, areaPower: 0 }]).order]).toEqual([0, 2, 1]);
});
