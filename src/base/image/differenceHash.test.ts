import { expect, test } from 'vitest';
import { differenceHash } from './differenceHash.ts';
import { resize } from './resize.ts';
import { type RgbImage, rgbImage } from './rgbImage.ts';

/** Soft blobs: a picture that survives a reduction. */
function picture(phase: number): RgbImage {
  const width = 96,
    height = 64;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const value = 127 + 60 * Math.sin(x / 9 + phase) + 60 * Math.cos(y / 7 + x / 23 - 2 * phase);
      data.fill(value, at, at + 3);
    }
  }
  return rgbImage(width, height, data);
}

function differing(a: Uint32Array, b: Uint32Array): number {
  return [...a].reduce((sum, word, i) => sum + (word ^ b[i]!).toString(2).replaceAll(/[^1]/g, '').length, 0);
}

test('the same picture in another size and brightness is near, another picture is far', () => {
  const original = picture(0);
  const smaller = resize(original, 60, 40);
  const darker = rgbImage(
    smaller.width,
    smaller.height,
    smaller.data.map((value) => value * 0.8),
  );
  expect(differing(differenceHash(original), differenceHash(darker))).toBeLessThanOrEqual(3);
  expect(differing(differenceHash(original), differenceHash(picture(2)))).toBeGreaterThan(12);
});

test('a bit says that a cell is brighter than its right neighbour', () => {
  const falling = rgbImage(
    9,
    8,
    Uint8Array.from({ length: 216 }, (_, i) => 250 - 20 * (Math.floor(i / 3) % 9)),
  );
  expect([...differenceHash(falling)]).toEqual([0xffffffff, 0xffffffff]);
  expect([...differenceHash(rgbImage(9, 8, new Uint8Array(216)))]).toEqual([0, 0]);
});
