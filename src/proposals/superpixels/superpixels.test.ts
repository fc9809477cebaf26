import { expect, test } from 'vitest';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import { Scratch } from '../arena/scratch.ts';
import { boundaryMap } from '../boundaries/boundaryMap.ts';
import { labPlanes } from '../boundaries/lab.ts';
import { differencesFromReference } from '../testing/bothWays.ts';
import { clouds, discs, flat } from '../testing/pictures.ts';
import { ASSIGN, CENTROID_SUMS, SKEW } from './superpixels.arguments.ts';
import { ASSIGN_CASES, SUPERPIXEL_CASES } from './superpixels.cases.ts';
import { geodesicSuperpixels } from './superpixels.ts';

const partition = (image: RgbImage, wanted: number) => {
  const scratch = new Scratch();
  return geodesicSuperpixels(boundaryMap(labPlanes(image, scratch), scratch), wanted, scratch);
};

/** Pixels reached from each label's first pixel by 4-connected steps within the label. */
function reached(labels: Int32Array, width: number, height: number): number {
  const seen = new Set<number>();
  const started = new Set<number>();
  for (let start = 0; start < labels.length; start++) {
    if (started.has(labels[start]!)) continue;
    started.add(labels[start]!);
    const stack = [start];
    seen.add(start);
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const x = i % width;
      const y = (i - x) / width;
      const around = [
        x > 0 ? i - 1 : -1,
        x < width - 1 ? i + 1 : -1,
        y > 0 ? i - width : -1,
        y < height - 1 ? i + width : -1,
      ];
      for (const j of around) {
        if (j < 0 || seen.has(j) || labels[j] !== labels[i]) continue;
        seen.add(j);
        stack.push(j);
      }
    }
  }
  return seen.size;
}

test.each([
  ['clouds', clouds(97, 61, 5), 120],
  ['a flat image', flat(64, 48), 100],
  ['a line of pixels', clouds(400, 1, 2), 20],
  ['a wide strip', clouds(4000, 3, 2), 700],
  ['2×3 pixels', clouds(2, 3, 1), 6],
  ['one pixel', flat(1, 1), 1],
])('superpixels of %s are connected, cover the image and are numbered without holes', (_name, image, wanted) => {
  const { labels, count, width, height } = partition(image, wanted);
  expect(labels).toHaveLength(image.width * image.height);
  expect(reached(labels, width, height)).toBe(labels.length);
  const used = new Set(labels);
  expect(used.size).toBe(count);
  expect(Math.min(...used)).toBe(0);
  expect(Math.max(...used)).toBe(count - 1);
});

test('about as many superpixels are made as wanted', () => {
  const { count } = partition(clouds(192, 144, 4), 300);
  expect(count).toBeGreaterThan(240);
  expect(count).toBeLessThanOrEqual(330);
});

test('superpixels end on a strong edge', () => {
  const image = discs(80, 60, [30, 60, 200], { x: 40, y: 30, radius: 17, colour: [220, 180, 40] });
  const { labels } = partition(image, 60);
  const inDisc = new Map<number, [number, number]>();
  for (let i = 0; i < labels.length; i++) {
    const pair = inDisc.get(labels[i]!) ?? [0, 0];
    pair[image.data[i * 3] === 220 ? 0 : 1]++;
    inDisc.set(labels[i]!, pair);
  }
  let wrong = 0;
  for (const [a, b] of inDisc.values()) wrong += Math.min(a, b);
  expect(wrong / labels.length).toBeLessThan(0.005);
});

test.each(ASSIGN_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [SKEW, ASSIGN])).toEqual([]);
});

test.each(SUPERPIXEL_CASES)('the loops give the bits of the references: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [SKEW, ASSIGN, CENTROID_SUMS])).toEqual([]);
});
