import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../base/seededRandom.ts';
import { CodeColumns } from './columns/codeColumns.ts';
import { ExpressionSearch } from './expressionSearch.ts';
import { wordsForBits } from './packedCodes.ts';
import { type KeyedPieces, rankedByExpression } from './scan/expressionScan.reference.ts';
import type { SearchExpression } from './searchExpression.ts';

const CATEGORIES = 4;

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const category = fc.integer({ min: 0, max: CATEGORIES - 1 });
const expression = (bits: number) =>
  fc.letrec<{ tree: SearchExpression }>((tie) => {
    const terms = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
    return {
      tree: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.record({ kind: fc.constant('category' as const), category }),
        fc.record({
          kind: fc.constant('object' as const),
          category,
          piece: fc.tuple(word, word).map(([a, b]) => pieceOf(bits, [a, b])),
          name: fc.constant('it'),
        }),
        fc.record({ kind: fc.constant('and' as const), terms }),
        fc.record({ kind: fc.constant('or' as const), terms }),
        fc.record({ kind: fc.constant('not' as const), term: tie('tree') }),
      ),
    };
  }).tree;

function pieceOf(bits: number, words: readonly number[]): Uint32Array {
  const piece = Uint32Array.from(words.slice(0, wordsForBits(bits)));
  if (bits & 31) piece[piece.length - 1]! &= (1 << (bits & 31)) - 1;
  return piece;
}

/** Few values of probabilities and keys, so that gates are met exactly and much is tied. */
function drawn(bits: number, count: number, first: number, random: () => number): KeyedPieces[] {
  return Array.from({ length: count }, (_, i) => ({
    photo: first + i,
    key: { low: Math.floor(random() * 3), high: Math.floor(random() * 3) },
    pieces: Uint32Array.from(
      Array.from({ length: CATEGORIES }, () => [
        ...pieceOf(bits, [random() * 2 ** 32, random() < 0.5 ? 0 : 2 ** 32 - 1]),
      ]).flat(),
    ),
    probabilities: Uint8Array.from(
      { length: CATEGORIES },
      () => [0, 30, 127, 128, 254, 255][Math.floor(random() * 6)]!,
    ),
  }));
}

const cases = fc.constantFrom(5, 8, 16, 20, 32, 48, 64).chain((bits) =>
  fc.record({
    bits: fc.constant(bits),
    query: expression(bits),
    gates: fc.uint8Array({ minLength: CATEGORIES, maxLength: CATEGORIES }),
    k: fc.constantFrom(0, 1, 10, 5000),
    counts: fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 4 }),
    share: fc.constantFrom(0, 0.2, 0.8),
    seed: fc.integer(),
  }),
);

test('any expression: the hits of brute force after any adds and removes, any gates and k, ties by key', () => {
  fc.assert(
    fc.property(cases, ({ bits, query, gates, k, counts, share, seed }) => {
      const columns = new CodeColumns({ bits: 32, categories: CATEGORIES, bitsPerCategory: bits });
      const search = new ExpressionSearch(columns);
      const random = seededRandom(seed);
      let rows: KeyedPieces[] = [];
      let next = 0;
      for (const count of counts) {
        for (const row of drawn(bits, count, next, random)) {
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

test('a correction takes effect in the next search', () => {
  const columns = new CodeColumns({ bits: 32, categories: 1, bitsPerCategory: 16 });
  const search = new ExpressionSearch(columns);
  const gates = Uint8Array.of(128);
  columns.add({
    photo: 3,
    key: { low: 0, high: 0 },
    code: new Uint32Array(1),
    pieces: new Uint32Array(1),
    probabilities: Uint8Array.of(40),
  });
  const holding = { kind: 'category', category: 0 } as const;
  expect(search.best(holding, gates, 5).photos.length).toBe(0);
  columns.setProbabilities(3, Uint8Array.of(255));
  expect([...search.best(holding, gates, 5).photos]).toEqual([3]);
});

test('unknown categories, pieces of another length, empty terms and wrong gates are refused', () => {
  const search = new ExpressionSearch(new CodeColumns({ bits: 32, categories: 2, bitsPerCategory: 16 }));
  const gates = new Uint8Array(2);
  expect(() => search.best({ kind: 'category', category: 2 }, gates, 1)).toThrow('got category 2, wanted 0 to 1');
  expect(() => search.best({ kind: 'object', category: 0, piece: new Uint32Array(2), name: 'a' }, gates, 1)).toThrow(
    'got a piece of 2 words, wanted 1',
  );
  expect(() => search.best({ kind: 'and', terms: [] }, gates, 1)).toThrow('got "and" without terms');
  expect(() => search.best({ kind: 'category', category: 0 }, new Uint8Array(1), 1)).toThrow('got 1 gates, wanted 2');
  expect(() => search.best({ kind: 'category', category: 0 }, gates, -1)).toThrow('got k = -1');
});
