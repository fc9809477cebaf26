import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeAt, packedCodes } from '../../../codes/packedCodes.ts';
import { placesOfOriginals } from './placeOfOriginal.ts';

const codes = packedCodes(8, Uint32Array.of(0b0000, 0b0001, 0b0011, 0b0111));

test('hand-worked: a copy with its original first, and one with two photos nearer', () => {
  const found = placesOfOriginals(codes, [Uint32Array.of(0b0000), Uint32Array.of(0b0001)], [0, 3]);
  // The second copy: distance 0 to photo 1, then 1 to photos 0 and 2, then 2 to its own.
  expect(found).toEqual({ first: 0.5, ten: 1, median: (1 + 4) / 2 });
});

test('hand-worked: photos at one distance stand in any order', () => {
  // Distances of 0b0101 are 2, 1, 2, 1: its original 1 shares the first place with photo 3.
  expect(placesOfOriginals(codes, [Uint32Array.of(0b0101)], [1])).toEqual({ first: 0.5, ten: 1, median: 1.5 });
});

test('codes that are all the same find nothing: the original is at any place', () => {
  const same = packedCodes(8, new Uint32Array(40));
  expect(placesOfOriginals(same, [Uint32Array.of(5)], [7])).toEqual({ first: 1 / 40, ten: 10 / 40, median: 20.5 });
});

test('an exact copy of a photo whose code nobody else has is first', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 50 }), (words) => {
      const distinct = packedCodes(16, Uint32Array.from(words));
      const copies = words.map((_, n) => codeAt(distinct, n));
      expect(
        placesOfOriginals(
          distinct,
          copies,
          words.map((_, n) => n),
        ),
      ).toEqual({ first: 1, ten: 1, median: 1 });
    }),
  );
});
