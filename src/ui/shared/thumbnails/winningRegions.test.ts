import { expect, test } from 'vitest';
import type { Region } from '../../../pipeline/api/pipeline.ts';
import { WinningRegions } from './winningRegions.ts';

const region = (x0: number) => ({ x0, y0: 0, x1: 1, y1: 1 });
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('what is in sight is asked for in one call a category, and once', async () => {
  const asked: [string, number[]][] = [];
  const regions = new WinningRegions(async (numbers, category) => {
    asked.push([category, [...numbers]]);
    return Array.from(numbers, (number) => (number === 3 ? null : region(number / 10)));
  });
  const watched = [1, 2, 3].map((number) => regions.watch(number, 'cat'));
  regions.watch(1, 'dog');
  expect(watched.map((one) => one.getSnapshot())).toEqual([undefined, undefined, undefined]);
  await settled();
  expect(asked).toEqual([
    ['cat', [1, 2, 3]],
    ['dog', [1]],
  ]);
  expect(watched.map((one) => one.getSnapshot())).toEqual([region(0.1), region(0.2), null]);
  expect(regions.watch(2, 'cat').getSnapshot()).toEqual(region(0.2));
  await settled();
  expect(asked).toHaveLength(2);
});

test('a photo whose region cannot be had is shown as a whole', async () => {
  const regions = new WinningRegions(() => Promise.reject(new Error('gone')));
  const one = regions.watch(1, 'cat');
  await settled();
  expect(one.getSnapshot()).toBeNull();
});

test('the objects of several categories are shown together, those that are missing left out', async () => {
  const boxes: Record<string, Region | null> = {
    cat: { x0: 0.1, y0: 0.2, x1: 0.3, y1: 0.4 },
    dog: { x0: 0.2, y0: 0.1, x1: 0.6, y1: 0.3 },
    sofa: null,
  };
  const regions = new WinningRegions(async (numbers, category) => Array.from(numbers, () => boxes[category] ?? null));
  const all = regions.watchAll(1, ['cat', 'dog', 'sofa']);
  let told = 0;
  all.subscribe(() => told++);
  expect(all.getSnapshot()).toBeUndefined();
  await settled();
  expect(all.getSnapshot()).toEqual({ x0: 0.1, y0: 0.1, x1: 0.6, y1: 0.4 });
  expect(all.getSnapshot()).toBe(all.getSnapshot());
  expect(told).toBeGreaterThan(0);
  expect(regions.watchAll(1, ['sofa']).getSnapshot()).toBeNull();
});
