import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hammingDistance, hammingDistances, popcount } from './hammingDistance.ts';
import { bitAt, codeAt, packBooleans } from './packedCodes.ts';

const codePairs = fc
  .integer({ min: 1, max: 130 })
  .chain((bits) =>
    fc.array(fc.boolean(), { minLength: bits * 3, maxLength: bits * 3 }).map((values) => packBooleans(bits, values)),
  );

test('popcount is the number of ones in the written-out word', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (word) => {
      expect(popcount(word)).toBe(word.toString(2).replaceAll('0', '').length);
    }),
  );
});

test('the distance is the number of bits that differ, in codes of one, two and more words', () => {
  fc.assert(
    fc.property(codePairs, (codes) => {
      const distances = hammingDistances(codes, codeAt(codes, 0), new Uint16Array(3));
      for (let n = 0; n < 3; n++) {
        let differing = 0;
        for (let i = 0; i < codes.bits; i++) differing += bitAt(codes, 0, i) === bitAt(codes, n, i) ? 0 : 1;
        expect(distances[n]).toBe(differing);
      }
    }),
  );
});

test('distances are symmetric, zero to oneself and obey the triangle inequality', () => {
  fc.assert(
    fc.property(codePairs, (codes) => {
      const w = codes.wordsPerCode;
      const between = (a: number, b: number) => hammingDistance(codes.words, a * w, codes.words, b * w, w);
      expect(between(1, 1)).toBe(0);
      expect(between(0, 1)).toBe(between(1, 0));
      expect(between(0, 2)).toBeLessThanOrEqual(between(0, 1) + between(1, 2));
    }),
  );
});

test('complementary codes of 64 bits are 64 apart', () => {
  expect(hammingDistance(new Uint32Array([0xffffffff, 0xffffffff]), 0, new Uint32Array(2), 0, 2)).toBe(64);
});

test('a query of another length and too little room are refused', () => {
  const codes = packBooleans(64, Array<boolean>(64).fill(true));
  expect(() => hammingDistances(codes, new Uint32Array(1), new Uint16Array(1))).toThrow(
    'hammingDistances: got a query of 1 words, wanted 2 for 64 bits',
  );
  expect(() => hammingDistances(codes, new Uint32Array(2), new Uint16Array(0))).toThrow(
    'hammingDistances: got room for 0 distances, wanted 1',
  );
});
