import { expect, test } from 'vitest';
import { regionInPhoto } from './region.ts';

test('a region is cut to the photo', () => {
  expect(regionInPhoto({ x0: -0.1, y0: 0.5, x1: 0.5, y1: 1.5 })).toEqual([0, 0.5, 0.5, 1]);
});

test('an empty region or one beside the photo is refused', () => {
  expect(() => regionInPhoto({ x0: 0.5, y0: 0, x1: 0.5, y1: 1 })).toThrow(
    'regionInPhoto: got (0.5, 0, 0.5, 1), wanted a rectangle that meets the photo',
  );
  expect(() => regionInPhoto({ x0: 1.1, y0: 0, x1: 1.5, y1: 1 })).toThrow('wanted a rectangle that meets the photo');
  expect(() => regionInPhoto({ x0: NaN, y0: 0, x1: 1, y1: 1 })).toThrow('wanted a rectangle that meets the photo');
});
