import { expect, test } from 'vitest';
import { rgbImage } from '../../base/image/rgbImage.ts';
import { NANODET_G } from './nanodetG.ts';
import { fittedToNetwork, networkInputSize, normalisedPixels } from './networkInput.ts';

test('NanoDet-g sees blue first, each channel with its own mean and deviation', () => {
  // One pixel with red 10, green 100, blue 200. A wrong order throws nothing and costs 0.04 label mAP.
  const [first, second, third] = normalisedPixels(rgbImage(1, 1, new Uint8Array([10, 100, 200])), NANODET_G.input);
  expect(first).toBeCloseTo((200 - 103.53) / 57.375, 6);
  expect(second).toBeCloseTo((100 - 116.28) / 57.12, 6);
  expect(third).toBeCloseTo((10 - 123.675) / 58.395, 6);
});

test('a network that wants red first gets it, and rows stay rows', () => {
  const image = rgbImage(2, 1, new Uint8Array([1, 2, 3, 4, 5, 6]));
  const out = normalisedPixels(image, { order: 'rgb', mean: [0, 0, 0], deviation: [1, 1, 1] });
  expect([...out]).toEqual([1, 2, 3, 4, 5, 6]);
});

test('the longer side is the input side and both are multiples of 32', () => {
  expect(networkInputSize(384, 288, 416)).toEqual({ width: 416, height: 320 });
  expect(networkInputSize(288, 384, 416)).toEqual({ width: 320, height: 416 });
  expect(networkInputSize(500, 375, 512)).toEqual({ width: 512, height: 384 });
  expect(networkInputSize(4000, 3, 416)).toEqual({ width: 416, height: 32 });
});

test('a fitted photo has the size of the rule, and a photo of that size is left as it is', () => {
  const image = rgbImage(416, 416, new Uint8Array(416 * 416 * 3));
  expect(fittedToNetwork(image, 416)).toBe(image);
  expect(fittedToNetwork(rgbImage(100, 50, new Uint8Array(15000)), 64)).toMatchObject({ width: 64, height: 32 });
});

test('an input side off the grid is refused', () => {
  expect(() => networkInputSize(100, 100, 100)).toThrow(
    'networkInputSize: got an input side of 100, wanted a positive multiple of 32',
  );
});
