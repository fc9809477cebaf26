import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../base/seededRandom.ts';
import { CodeColumns } from './columns/codeColumns.ts';
import { ExpressionSearch, UNSATISFIED } from './expressionSearch.ts';
import { CATEGORIES, drawnPieces, expressionCases } from './scan/expressionScan.cases.ts';
import { judged, type KeyedPieces } from './scan/expressionScan.reference.ts';

test('any expression: every photo has the score of brute force after any adds and removes, and any gates', () => {
  fc.assert(
    fc.property(expressionCases, ({ bits, query, gates, counts, share, seed }) => {
      const columns = new CodeColumns({ bits: 32, categories: CATEGORIES, bitsPerCategory: bits });
      const search = new ExpressionSearch(columns);
      const random = seededRandom(seed);
      let rows: KeyedPieces[] = [];
      let next = 0;
      for (const count of counts) {
        for (const row of drawnPieces(bits, count, next, random)) {
          rows.push(row);
          const { photo, pieces, probabilities } = row;
          columns.add({ photo, pieces, probabilities, code: new Uint32Array(1) });
        }
        next += count;
        const gone = new Set(rows.filter(() => random() < share));
        for (const row of gone) columns.remove(row.photo);
        rows = rows.filter((row) => !gone.has(row));
        const scores = search.scores(query, gates);
        for (const row of rows) {
          const { satisfied, distance, confidence } = judged(row, query, gates);
          expect(scores[columns.rowOf(row.photo)]).toBe(satisfied ? distance * 256 + 255 - confidence : UNSATISFIED);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a correction takes effect in the next search', () => {
  const columns = new CodeColumns({ bits: 32, categories: 1, bitsPerCategory: 16 });
  const search = new ExpressionSearch(columns);
  const gates = Uint8Array.of(128);
  columns.add({
    photo: 3,
    code: new Uint32Array(1),
    pieces: new Uint32Array(1),
    probabilities: Uint8Array.of(40),
  });
  const holding = { kind: 'category', category: 0 } as const;
  expect([...search.scores(holding, gates)]).toEqual([UNSATISFIED]);
  columns.setProbabilities(3, Uint8Array.of(255));
  expect([...search.scores(holding, gates)]).toEqual([0]);
});

test('unknown categories, pieces of another length, empty terms and wrong gates are refused', () => {
  const search = new ExpressionSearch(new CodeColumns({ bits: 32, categories: 2, bitsPerCategory: 16 }));
  const gates = new Uint8Array(2);
  expect(() => search.scores({ kind: 'category', category: 2 }, gates)).toThrow('got category 2, wanted 0 to 1');
  expect(() => search.scores({ kind: 'object', category: 0, piece: new Uint32Array(2), name: 'a' }, gates)).toThrow(
    'got a piece of 2 words, wanted 1',
  );
  expect(() => search.scores({ kind: 'and', terms: [] }, gates)).toThrow('got "and" without terms');
  expect(() => search.scores({ kind: 'category', category: 0 }, new Uint8Array(1))).toThrow('got 1 gates, wanted 2');
});

test('an object’s distance is all bits where no piece is kept, and the piece’s own where one is', () => {
  const columns = new CodeColumns({ bits: 32, categories: 1, bitsPerCategory: 20, leastHeld: 8 });
  const search = new ExpressionSearch(columns);
  const code = new Uint32Array(1);
  columns.add({ photo: 0, code, pieces: Uint32Array.of(0b111), probabilities: Uint8Array.of(8) });
  columns.add({ photo: 1, code, pieces: Uint32Array.of(0b111), probabilities: Uint8Array.of(7) });
  const object = { kind: 'object', category: 0, piece: Uint32Array.of(0b101), name: 'it' } as const;
  expect([...search.scores(object, Uint8Array.of(0))]).toEqual([1 * 256 + 255 - 8, 20 * 256 + 255 - 7]);
});
