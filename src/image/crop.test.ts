import { expect, test } from 'vitest';
import { crop } from './crop.ts';
import { rgbImage } from './rgbImage.ts';

const image = rgbImage(3, 2, Uint8Array.from({ length: 18 }, (_, i) => i));

test('a crop holds the pixels of its rectangle, far edge out', () => {
  expect(crop(image, 1, 0, 3, 2)).toEqual(rgbImage(2, 2, Uint8Array.of(3, 4, 5, 6, 7, 8, 12, 13, 14, 15, 16, 17)));
});

test('a rectangle that is empty or leaves the image is refused', () => {
  expect(() => crop(image, 1, 1, 1, 2)).toThrow('crop: got (1, 1, 1, 2), wanted a rectangle of whole pixels inside 3×2');
  expect(() => crop(image, 0, 0, 4, 2)).toThrow('inside 3×2');
});
