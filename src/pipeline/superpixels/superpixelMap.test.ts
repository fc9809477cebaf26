import { expect, test } from 'vitest';
import { rgbImage } from '../../base/image/rgbImage.ts';
import { superpixelMap } from './superpixelMap.ts';

/** Two flat halves, blue and orange, with a border of one pixel's width. */
function halves(width: number, height: number) {
  const data = new Uint8Array(width * height * 3);
  for (let p = 0; p < width * height; p++) data.set(p % width < width / 2 ? [30, 60, 200] : [230, 140, 20], p * 3);
  return rgbImage(width, height, data);
}

const map = superpixelMap(halves(96, 64));
const at = (x: number, y: number) => map.labels[y * map.width + x]!;
const distance = (a: number, b: number) => map.distances[a * map.count + b]!;

test('every pixel has a superpixel, and every two of them a distance that is the same both ways', () => {
  expect(map.labels).toHaveLength(96 * 64);
  expect(map.distances).toHaveLength(map.count ** 2);
  const all = Array.from({ length: map.count }, (_, a) => a);
  expect(all.filter((a) => distance(a, a) !== 0)).toEqual([]);
  expect(all.filter((a) => all.some((b) => !(Math.abs(distance(a, b) - distance(b, a)) < 1e-4)))).toEqual([]);
});

test('across the border it is farther than over the same way within one half', () => {
  const seed = at(24, 32);
  expect(distance(seed, at(72, 32))).toBeGreaterThan(3 * distance(seed, at(4, 4)));
});
