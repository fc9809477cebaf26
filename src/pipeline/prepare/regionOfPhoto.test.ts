import { expect, test } from 'vitest';
import { unitBoxes } from '../../image/box.ts';
import { rgbImage } from '../../image/rgbImage.ts';
import { boxesInPhoto, checkRegion, decodingSide, regionImage, withContext } from './regionOfPhoto.ts';

test('context is a twelfth of each side and stays inside the photo', () => {
  expect(withContext({ x0: 0.5, y0: 0, x1: 0.74, y1: 0.12 })).toEqual({ x0: 0.48, y0: 0, x1: 0.76, y1: 0.13 });
});

test('a box found in the region lies at its place in the photo', () => {
  const boxes = boxesInPhoto(unitBoxes(Float32Array.of(0, 0, 1, 1, 0.5, 0.25, 1, 0.5)), { x0: 0.5, y0: 0.25, x1: 1, y1: 0.75 });
  expect([...boxes]).toEqual([0.5, 0.25, 1, 0.75, 0.75, 0.375, 1, 0.5]);
});

test('the region fills the working side, and its pixels are the ones under it', () => {
  // Left half black, right half white.
  const photo = rgbImage(8, 4, Uint8Array.from({ length: 96 }, (_, i) => (Math.floor(i / 3) % 8 < 4 ? 0 : 255)));
  const right = regionImage(photo, { x0: 0.5, y0: 0, x1: 1, y1: 1 }, 16);
  expect([right.width, right.height]).toEqual([16, 16]);
  expect(new Set(right.data)).toEqual(new Set([255]));
});

test('a small region is decoded from a larger photo, within limits', () => {
  expect(decodingSide({ x0: 0, y0: 0, x1: 0.5, y1: 0.25 }, 384)).toBe(768);
  expect(decodingSide({ x0: 0, y0: 0, x1: 0.01, y1: 0.01 }, 384)).toBe(2048);
});

test('an empty region or one beside the photo is refused', () => {
  expect(() => checkRegion({ x0: 0.5, y0: 0, x1: 0.5, y1: 1 })).toThrow('checkRegion: got (0.5, 0, 0.5, 1), wanted a rectangle that meets the photo');
  expect(() => checkRegion({ x0: 1.1, y0: 0, x1: 1.5, y1: 1 })).toThrow('wanted a rectangle that meets the photo');
  expect(() => checkRegion({ x0: -0.1, y0: 0, x1: 0.5, y1: 1.2 })).not.toThrow();
});
