import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../base/seededRandom.ts';
import { CodeColumns } from '../../codes/columns/codeColumns.ts';
import { CATEGORIES, drawnPieces, expressionCases } from '../../codes/scan/expressionScan.cases.ts';
import { type KeyedPieces, rankedByExpression } from '../../codes/scan/expressionScan.reference.ts';
import { BestByExpression } from './bestByExpression.ts';

test('any expression: the hits of brute force after any adds and removes, any gates and k, ties by key', () => {
  fc.assert(
    fc.property(expressionCases, ({ bits, query, gates, k, counts, share, seed }) => {
      const columns = new CodeColumns({
        bits: 32,
        categories: CATEGORIES,
        bitsPerCategory: bits,
        keyed: true,
      });
      const search = new BestByExpression(columns);
      const random = seededRandom(seed);
      let rows: KeyedPieces[] = [];
      let next = 0;
      for (const count of counts) {
        for (const row of drawnPieces(bits, count, next, random)) {
          rows.push(row);
          columns.add({ ...row, code: new Uint32Array(1) });
        }
        next += count;
        const gone = new Set(rows.filter(() => random() < share));
        for (const row of gone) columns.remove(row.photo);
        rows = rows.filter((row) => !gone.has(row));
        const hits = search.best(query, gates, k);
        const got = Array.from(hits.photos, (photo, i) => ({
          photo,
          distance: hits.distances[i]!,
          confidence: hits.confidences[i]!,
        }));
        expect(got).toEqual(rankedByExpression(rows, query, gates).slice(0, k));
      }
    }),
    { numRuns: 60 },
  );
});

test('a number of hits that is no whole number is refused', () => {
  const search = new BestByExpression(new CodeColumns({ bits: 32, categories: 1, keyed: true }));
  expect(() => search.best({ kind: 'category', category: 0 }, new Uint8Array(1), -1)).toThrow('got k = -1');
});
