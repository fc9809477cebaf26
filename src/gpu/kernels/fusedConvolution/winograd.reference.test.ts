import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomValues } from '../kernelCase.ts';
import { directFilter, winogradFilter } from './packedFilter.ts';
import {
  FILTER_TRANSFORM,
  PATCH,
  TILE,
  transformedBothWays,
  WINDOW,
  winogradTileReference,
} from './winograd.reference.ts';

const square = (side: number) =>
  fc.array(fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: side, maxLength: side }), {
    minLength: side,
    maxLength: side,
  });

test('a tile is the convolution of its patch, whatever stands in patch and window', () => {
  fc.assert(
    fc.property(square(PATCH), square(WINDOW), (patch, window) => {
      const tile = winogradTileReference(patch, window);
      for (let y = 0; y < TILE; y++) {
        for (let x = 0; x < TILE; x++) {
          let sum = 0;
          for (let ky = 0; ky < WINDOW; ky++)
            for (let kx = 0; kx < WINDOW; kx++) sum += patch[y + ky]![x + kx]! * window[ky]![kx]!;
          expect(tile[y]![x]).toBeCloseTo(sum, 10);
        }
      }
    }),
  );
});

test('the packed filter holds G g Gᵀ of every window, a panel of eight channels together, zeros behind the last', () => {
  const [inChannels, outChannels] = [4, 12];
  const weights = randomValues(9 * inChannels * outChannels, 1);
  const packed = winogradFilter(weights, inChannels, outChannels);
  expect(packed.length).toBe(36 * 2 * inChannels * 8);
  for (let i = 0; i < inChannels; i++) {
    for (let o = 0; o < 16; o++) {
      const window = [0, 1, 2].map((ky) =>
        [0, 1, 2].map((kx) => (o < outChannels ? weights[((ky * 3 + kx) * inChannels + i) * outChannels + o]! : 0)),
      );
      const wanted = transformedBothWays(FILTER_TRANSFORM, window).flat();
      const got = wanted.map((_, place) => packed[((place * 2 + (o >> 3)) * inChannels + i) * 8 + (o & 7)]!);
      got.forEach((value, place) => expect(value).toBeCloseTo(wanted[place]!, 6));
    }
  }
});

test('rows of a window of three channels are filled up with zeros to a multiple of four', () => {
  // 2×2 windows of three channels into one: rows of six weights become eight.
  const packed = directFilter(
    Float32Array.from({ length: 12 }, (_, i) => i + 1),
    [2, 2, 3, 1],
  );
  const column = Array.from({ length: 16 }, (_, row) => packed[row * 8]);
  expect(column).toEqual([1, 2, 3, 4, 5, 6, 0, 0, 7, 8, 9, 10, 11, 12, 0, 0]);
});
