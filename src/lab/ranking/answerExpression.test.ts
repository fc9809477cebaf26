import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchExpression } from '../../codes/searchExpression.ts';
import { categoryCodes } from '../../pipeline/measures/categoryCodes.ts';
import { answerExpression } from './answerExpression.ts';

/** Pieces and probabilities of three categories; codes of 4 bits, gates 0.5. */
function photos(rows: readonly { codes: number[]; p: number[] }[]) {
  return categoryCodes(
    rows.map(({ codes, p }) => ({ categoryCodes: new Uint32Array(codes), probabilities: new Float32Array(p) })),
    4,
    new Float32Array([0.5, 0.5, 0.5]),
  );
}
const gallery = photos([
  { codes: [0b0000, 0b0000, 0], p: [0.9, 0.9, 0.0] },
  { codes: [0b0001, 0b0000, 0], p: [0.9, 0.8, 0.0] },
  { codes: [0b0011, 0b1111, 0], p: [0.5, 0.2, 0.9] },
  { codes: [0b0000, 0b0001, 0], p: [0.4, 0.6, 0.0] },
]);
const category = (c: number): SearchExpression => ({ kind: 'category', category: c });
const object = (c: number, piece: number): SearchExpression => ({
  kind: 'object',
  category: c,
  piece: new Uint32Array([piece]),
  name: 'picked',
});
const found = (query: SearchExpression) => [...answerExpression(gallery, query).indices];

test('a category finds the photos at or above its gate, the surest first', () => {
  expect(found(category(1))).toEqual([0, 1, 3]);
  expect(found(category(0))).toEqual([0, 1, 2]);
});

test('an object ranks them by the distance of its piece', () => {
  expect(found(object(0, 0b0011))).toEqual([2, 1, 0]);
  expect([...answerExpression(gallery, object(0, 0b0011)).distances]).toEqual([0, 0.25, 0.5]);
});

test('"this one AND this one" ranks by the sum of both distances', () => {
  const hits = answerExpression(gallery, { kind: 'and', terms: [object(0, 0b0001), object(1, 0b0001)] });
  expect([...hits.indices]).toEqual([1, 0]);
  expect([...hits.distances]).toEqual([0.25, 0.5]);
  expect([...hits.confidences]).toEqual([Math.fround(0.8), Math.fround(0.9)]);
});

test('OR takes the nearer of the terms that a photo satisfies, NOT takes the rest', () => {
  expect(found({ kind: 'or', terms: [category(2), object(1, 0b0001)] })).toEqual([2, 3, 0, 1]);
  expect(found({ kind: 'and', terms: [category(0), { kind: 'not', term: category(2) }] })).toEqual([0, 1]);
});

test('what nothing satisfies is an empty answer', () => {
  expect(found({ kind: 'and', terms: [category(2), category(1)] })).toEqual([]);
});

const tree: fc.Arbitrary<SearchExpression> = fc.letrec<{ query: SearchExpression }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: 0, max: 2 }).map(category),
    fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 15 })).map(([c, piece]) => object(c, piece)),
    tie('query').map((term): SearchExpression => ({ kind: 'not', term })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('query'), { minLength: 1, maxLength: 3 }))
      .map(([kind, terms]): SearchExpression => ({ kind, terms })),
  ),
})).query;

test('the photos found are those for which the sentence is true', () => {
  const p = [0, 1, 2, 3].map((n) => [0, 1, 2].map((c) => gallery.probabilities[c]![n]! >= 0.5));
  const holds = (query: SearchExpression, n: number): boolean => {
    switch (query.kind) {
      case 'category':
      case 'object':
        return p[n]![query.category]!;
      case 'not':
        return !holds(query.term, n);
      case 'and':
        return query.terms.every((term) => holds(term, n));
      case 'or':
        return query.terms.some((term) => holds(term, n));
    }
  };
  fc.assert(
    fc.property(tree, (query) => {
      const hits = answerExpression(gallery, query);
      expect([...hits.indices].sort()).toEqual([0, 1, 2, 3].filter((n) => holds(query, n)));
      expect([...hits.distances]).toEqual([...hits.distances].sort((a, b) => a - b));
    }),
  );
});

test('unknown categories, pieces of another length and empty lists are refused', () => {
  expect(() => found(category(3))).toThrow('answerExpression: got category 3, wanted 0 to 2');
  expect(() => found({ kind: 'object', category: 0, piece: new Uint32Array(2), name: 'x' })).toThrow(
    'hammingDistances: got a query of 2 words, wanted 1 for 4 bits',
  );
  expect(() => found({ kind: 'and', terms: [] })).toThrow(
    'answerExpression: got "and" without terms, wanted at least one',
  );
});
