import { expect, test } from 'vitest';
import { rgbImage, rgbImageFromRgba } from './rgbImage.ts';

test('an image keeps its sides and its bytes', () => {
  const data = Uint8Array.from({ length: 6 }, (_, i) => i);
  expect(rgbImage(2, 1, data)).toEqual({ width: 2, height: 1, data });
});

test('of canvas pixels the colours stay in their order and the alpha goes', () => {
  const rgba = Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 6, 0, 7, 8, 9, 128, 10, 11, 12, 1);
  const image = rgbImageFromRgba(2, 2, rgba);
  expect([image.width, image.height]).toEqual([2, 2]);
  expect([...image.data]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('sides that are no positive whole numbers and data of another length are refused', () => {
  expect(() => rgbImage(0, 2, new Uint8Array(0))).toThrow('rgbImage: got 0×2, wanted positive whole sides');
  expect(() => rgbImage(1.5, 2, new Uint8Array(9))).toThrow('rgbImage: got 1.5×2, wanted positive whole sides');
  expect(() => rgbImage(2, 2, new Uint8Array(16))).toThrow('rgbImage: got 16 bytes for 2×2, wanted 12');
  expect(() => rgbImageFromRgba(2, 2, new Uint8Array(12))).toThrow('rgbImageFromRgba: got 12 bytes for 2×2, wanted 16');
});
