import { expect, test } from 'vitest';
import { rgbImage } from '../base/image/rgbImage.ts';
import { WORKING_SIDE, workingImage } from './workingImage.ts';

test.each([
  [640, 480],
  [30, 90],
  [4000, 3],
  [1, 1],
])('a photo of %i×%i gets the working side as its longer one', (width, height) => {
  const working = workingImage(rgbImage(width, height, new Uint8Array(width * height * 3).fill(9)));
  expect(Math.max(working.width, working.height)).toBe(WORKING_SIDE);
  expect(working.width / working.height).toBeCloseTo(width > 1000 ? WORKING_SIDE : width / height, 2);
  expect(working.data.every((byte) => byte === 9)).toBe(true);
});
