import { expect, test } from 'vitest';
import { mirrored } from './mirror.ts';
import { rgbImage } from './rgbImage.ts';

const image = rgbImage(
  3,
  2,
  Uint8Array.from({ length: 18 }, (_, i) => i),
);

test('columns change places, colours and rows do not', () => {
  expect([...mirrored(image).data]).toEqual([6, 7, 8, 3, 4, 5, 0, 1, 2, 15, 16, 17, 12, 13, 14, 9, 10, 11]);
});

test('mirroring twice gives the photo back', () => {
  expect(mirrored(mirrored(image))).toEqual(image);
});
