import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodeColumns } from '../../codes/columns/codeColumns.ts';
import { byTieKey } from '../../codes/columns/tieKey.ts';
import { CodeSearch } from '../../codes/nearest/codeSearch.ts';
import { rankedByDistance } from '../../codes/nearest/hammingScan.reference.ts';
import { nearestByLikeness } from './nearestByLikeness.ts';

const byte = fc.integer({ min: 0, max: 255 });
const rows = fc.array(
  fc.record({
    low: fc.integer({ min: 0, max: 5 }),
    code: fc.integer({ min: 0, max: 7 }),
    p: fc.uint8Array({ minLength: 2, maxLength: 2, max: 3 }),
  }),
  { maxLength: 60 },
);

test('hits of one distance come by what they likely share with the query, then by key, whatever the order of adding', () => {
  fc.assert(
    fc.property(rows, fc.tuple(byte, byte), fc.integer({ min: 0, max: 70 }), (drawn, query, k) => {
      const photos = drawn.map(({ low, code, p }, photo) => ({
        photo,
        key: { low, high: photo },
        code: Uint32Array.of(code),
        pieces: new Uint32Array(2),
        probabilities: p,
      }));
      const likeness = (photo: number) => query[0] * drawn[photo]!.p[0]! + query[1] * drawn[photo]!.p[1]!;
      const wanted = rankedByDistance(photos, Uint32Array.of(5)).sort(
        (a, b) =>
          a.distance - b.distance ||
          likeness(b.photo) - likeness(a.photo) ||
          byTieKey(photos[a.photo]!.key, photos[b.photo]!.key),
      );
      for (const added of [photos, [...photos].reverse()]) {
        const columns = new CodeColumns({ bits: 32, categories: 2, keyed: true });
        for (const row of added) columns.add(row);
        const hits = nearestByLikeness(new CodeSearch(columns), Uint32Array.of(5), Uint8Array.from(query), k);
        expect(Array.from(hits.photos, (photo, i) => ({ photo, distance: hits.distances[i]! }))).toEqual(
          wanted.slice(0, k),
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('as many probabilities as categories are wanted', () => {
  const search = new CodeSearch(new CodeColumns({ bits: 32, categories: 2, keyed: true }));
  expect(() => nearestByLikeness(search, new Uint32Array(1), new Uint8Array(3), 1)).toThrow(
    'nearestByLikeness: got 3 probabilities of the query, wanted 2',
  );
});
