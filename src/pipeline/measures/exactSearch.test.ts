import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hammingDistance } from '../../codes/hammingDistance.ts';
import { codeAt, packBooleans } from '../../codes/packedCodes.ts';
import { exactSearch, nearestByCounting, rankAll } from './exactSearch.ts';

/** Few bits and many codes, so that most distances are tied. */
const crowded = fc
  .tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 45 }))
  .chain(([bits, count, k]) =>
    fc
      .array(fc.boolean(), { minLength: bits * count, maxLength: bits * count })
      .map((values) => ({ codes: packBooleans(bits, values), k })),
  );

test('the hits are the first k of a stable sort by distance', () => {
  fc.assert(
    fc.property(crowded, ({ codes, k }) => {
      const w = codes.wordsPerCode;
      const distances = Array.from({ length: codes.count }, (_, n) =>
        hammingDistance(codes.words, 0, codes.words, n * w, w),
      );
      const order = distances.map((_, n) => n).sort((a, b) => distances[a]! - distances[b]!);
      const hits = exactSearch(codes, codeAt(codes, 0), k);
      expect([...hits.indices]).toEqual(order.slice(0, k));
      expect([...hits.distances]).toEqual(order.slice(0, k).map((n) => distances[n]!));
    }),
  );
});

test('the whole ranking names every code once', () => {
  fc.assert(
    fc.property(crowded, ({ codes }) => {
      const { indices } = rankAll(codes, codeAt(codes, 0));
      expect([...indices].sort((a, b) => a - b)).toEqual(Array.from({ length: codes.count }, (_, n) => n));
    }),
  );
});

test('a scratch that held another search gives the same answer', () => {
  const codes = packBooleans(2, [false, true, true, true, false, false]);
  const scratch = new Uint16Array(10).fill(7);
  expect(exactSearch(codes, new Uint32Array([0]), 2, scratch)).toEqual(exactSearch(codes, new Uint32Array([0]), 2));
});

test('k beyond the number of codes gives all of them, and k = 0 none', () => {
  const codes = packBooleans(1, [true, false]);
  expect([...exactSearch(codes, new Uint32Array([0]), 9).indices]).toEqual([1, 0]);
  expect(exactSearch(codes, new Uint32Array([0]), 0).indices.length).toBe(0);
});

test('a k that is no whole number is refused', () => {
  expect(() => nearestByCounting(new Uint16Array(1), 1, 1, -1)).toThrow(
    'exactSearch: got k = -1, wanted a whole number from 0',
  );
});
