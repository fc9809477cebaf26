import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../base/seededRandom.ts';
import { exactSearch } from './exactSearch.ts';
import { multiIndex, multiIndexSearch } from './multiIndexSearch.ts';
import { type PackedCodes, packedCodes, wordsForBits } from './packedCodes.ts';

/** Codes in loose clusters, like learnt ones: every code is one of a few centres with some bits flipped. */
function clusteredCodes(bits: number, count: number, centres: number, flips: number, seed: number): PackedCodes {
  const words = wordsForBits(bits);
  const random = seededRandom(seed);
  const out = new Uint32Array(count * words);
  const middle = Uint32Array.from({ length: centres * words }, () => random() * 2 ** 32);
  for (let n = 0; n < count; n++) {
    const centre = Math.floor(random() * centres);
    out.set(middle.subarray(centre * words, (centre + 1) * words), n * words);
    for (let f = 0; f < flips; f++) {
      const bit = Math.floor(random() * bits);
      out[n * words + (bit >> 5)]! ^= 1 << (bit & 31);
    }
    if (bits & 31) out[(n + 1) * words - 1]! &= (1 << (bits & 31)) - 1;
  }
  return packedCodes(bits, out);
}

const cases = fc.record({
  bits: fc.constantFrom(9, 16, 31, 32, 33, 48, 64, 70),
  count: fc.integer({ min: 1, max: 3000 }),
  centres: fc.integer({ min: 1, max: 60 }),
  flips: fc.integer({ min: 0, max: 12 }),
  k: fc.integer({ min: 0, max: 40 }),
  seed: fc.integer(),
});

test('it gives the hits of the exact search, in the same order, with its default tables', () => {
  fc.assert(
    fc.property(cases, ({ bits, count, centres, flips, k, seed }) => {
      const codes = clusteredCodes(bits, count, centres, flips, seed);
      const index = multiIndex(codes);
      const queries = clusteredCodes(bits, 3, centres, flips, seed);
      for (let q = 0; q < 3; q++) {
        const query = queries.words.subarray(q * codes.wordsPerCode, (q + 1) * codes.wordsPerCode);
        expect(multiIndexSearch(index, query, k)).toEqual(exactSearch(codes, query, k));
      }
    }),
  );
});

test('it gives the hits of the exact search by lookups alone, without falling back to a scan', () => {
  // Many tables of few values: a lookup is cheap, so the search never gives up.
  const codes = clusteredCodes(64, 20_000, 2_000, 3, 7);
  const index = multiIndex(codes, 5);
  for (let n = 0; n < 50; n++) {
    const query = codes.words.subarray(n * 2, n * 2 + 2);
    expect(multiIndexSearch(index, query, 5)).toEqual(exactSearch(codes, query, 5));
    const met = index.metBy.reduce((sum, by) => sum + (by === index.searches ? 1 : 0), 0);
    expect(met).toBeGreaterThanOrEqual(5);
    expect(met).toBeLessThan(codes.count / 4);
  }
});

test('marks of the search before last do not hide a code when the search number wraps', () => {
  const codes = clusteredCodes(32, 200, 5, 2, 3);
  const index = multiIndex(codes);
  const query = codes.words.subarray(0, 1);
  multiIndexSearch(index, query, 10);
  index.searches = 0xffffffff;
  index.metBy.fill(1);
  expect(multiIndexSearch(index, query, 10)).toEqual(exactSearch(codes, query, 10));
});

test('a number of tables that cannot hold the bits is refused', () => {
  const codes = packedCodes(64, new Uint32Array(2));
  expect(() => multiIndex(codes, 2)).toThrow('multiIndex: got 2 tables for 64 bits, wanted 4 to 64');
  expect(() => multiIndex(codes, 65)).toThrow('multiIndex: got 65 tables for 64 bits, wanted 4 to 64');
});

test('a query of another length and a k that is no whole number are refused', () => {
  const index = multiIndex(packedCodes(64, new Uint32Array(2)));
  expect(() => multiIndexSearch(index, new Uint32Array(1), 1)).toThrow(
    'multiIndexSearch: got a query of 1 words, wanted 2 for 64 bits',
  );
  expect(() => multiIndexSearch(index, new Uint32Array(2), 0.5)).toThrow(
    'multiIndexSearch: got k = 0.5, wanted a whole number from 0',
  );
});
