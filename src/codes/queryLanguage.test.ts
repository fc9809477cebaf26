import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchExpression } from './searchExpression.ts';
import { formatQuery, parseQuery, QuerySyntaxError, type QueryVocabulary } from './queryLanguage.ts';

const piece = new Uint32Array([5]);
const vocabulary: QueryVocabulary = {
  categories: ['bicycle', 'sofa', 'person', 'dining table', 'not'],
  objects: new Map([['sofa1', { category: 1, piece }]]),
};
const c = (category: number): SearchExpression => ({ kind: 'category', category });
const parse = (text: string) => parseQuery(text, vocabulary);

test('words, signs and neighbours all say AND and NOT', () => {
  const wanted = { kind: 'and', terms: [c(0), c(1), { kind: 'not', term: c(2) }] };
  expect(parse('bicycle AND sofa NOT person')).toEqual(wanted);
  expect(parse('Bicycle and SOFA and not person')).toEqual(wanted);
  expect(parse('bicycle & sofa -person')).toEqual(wanted);
});

test('AND binds closer than OR, parentheses closer still', () => {
  expect(parse('bicycle OR sofa person')).toEqual({ kind: 'or', terms: [c(0), { kind: 'and', terms: [c(1), c(2)] }] });
  expect(parse('(bicycle OR sofa) person')).toEqual({
    kind: 'and',
    terms: [{ kind: 'or', terms: [c(0), c(1)] }, c(2)],
  });
});

test('quoted names may have blanks or be words of the language, and @ names a picked object', () => {
  expect(parse('"dining table" | "not"')).toEqual({ kind: 'or', terms: [c(3), c(4)] });
  expect(parse('@sofa1')).toEqual({ kind: 'object', category: 1, piece, name: 'sofa1' });
});

const tree: fc.Arbitrary<SearchExpression> = fc.letrec<{ query: SearchExpression }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: 0, max: 4 }).map(c),
    fc.constant<SearchExpression>({ kind: 'object', category: 1, piece, name: 'sofa1' }),
    tie('query').map((term): SearchExpression => ({ kind: 'not', term })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('query'), { minLength: 2, maxLength: 4 }))
      .map(([kind, terms]): SearchExpression => ({ kind, terms })),
  ),
})).query;

test('what is written is read back as the same tree', () => {
  fc.assert(
    fc.property(tree, (query) => {
      expect(parse(formatQuery(query, vocabulary.categories))).toEqual(query);
    }),
  );
});

test('any text is a query or an error that points into it', () => {
  const pieces = fc.constantFrom('bicycle', ' ', 'AND', 'or', '!', '(', ')', '"', '@', '@sofa1', '-', 'é', '%', 'x');
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      (text) => {
        try {
          parse(text);
        } catch (error) {
          if (!(error instanceof QuerySyntaxError)) throw error;
          expect(error.position).toBeGreaterThanOrEqual(0);
          expect(error.position).toBeLessThanOrEqual(text.length);
        }
      },
    ),
  );
});

test('errors name the position and what is wrong there', () => {
  expect(() => parse('')).toThrow('At position 1: the query ends where a category should be');
  expect(() => parse('sofa AND')).toThrow('At position 9: the query ends where a category should be');
  expect(() => parse('sofa AND OR person')).toThrow('At position 10: "OR" stands where a category should be');
  expect(() => parse('sofa bycicle')).toThrow('At position 6: there is no category "bycicle"; did you mean bicycle?');
  expect(() => parse('giraffe')).toThrow('At position 1: there is no category "giraffe"');
  expect(() => parse('(sofa')).toThrow('At position 1: this parenthesis is never closed');
  expect(() => parse('sofa)')).toThrow('At position 5: this parenthesis was never opened');
  expect(() => parse('"sofa')).toThrow('At position 1: this quote is never closed');
  expect(() => parse('sofa @')).toThrow('At position 6: the name of an object must follow @');
  expect(() => parse('@cat')).toThrow('At position 1: there is no object @cat');
  expect(() => parse('sofa % person')).toThrow('At position 6: "%" has no meaning here');
});
