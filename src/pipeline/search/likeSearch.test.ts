import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probabilityBytes } from '../../codes/columns/probabilityByte.ts';
import { hammingDistance } from '../../codes/hammingDistance.ts';
import type { SeenRow } from '../../gallery/seenRow.ts';
import { GalleryColumns } from '../library/columns/galleryColumns.ts';
import { TEST_VOCABULARY, testId, testRow } from '../library/testRows.ts';
import type { AnalysedExample } from './example.ts';
import { PhotoFinder } from './findPhotos.ts';
import { movedGates } from './gates.ts';
import { type LikeAsked, searchLike } from './likeSearch.ts';

// Categories: bicycle, sofa, person.
const ROWS = [
  testRow(testId('bike'), [0.9, 0.1, 0.1], 0, [0, 8, 8], { takenAt: 3 }),
  testRow(testId('both'), [0.8, 0.7, 0.2], 40, [3, 2, 8], { takenAt: 1 }),
  testRow(testId('sofa'), [0.1, 0.95, 0.1], 5, [8, 5, 8], { takenAt: 2 }),
  testRow(testId('rider'), [0.6, 0.1, 0.9], 30, [1, 8, 0], { takenAt: 4 }),
];
const GATES = movedGates(TEST_VOCABULARY.categories, {}).sure;

function example(row: SeenRow): AnalysedExample {
  return {
    code: row.semanticCodes[64],
    looks: row.appearance,
    probabilities: probabilityBytes(row.probabilities),
    pieces: row.categoryCodes,
    regionLooks: row.regionAppearance,
  };
}

function asked(like: readonly SeenRow[], more: Partial<LikeAsked> = {}): LikeAsked {
  return { like: like.map(example), unlike: [], own: new Set(), among: null, gates: GATES, order: 'best', ...more };
}

/** Answers in words. */
function answers(rows: readonly SeenRow[], asks: LikeAsked | ((columns: GalleryColumns) => LikeAsked)) {
  const columns = new GalleryColumns();
  columns.learn(TEST_VOCABULARY, []);
  const { orders } = new PhotoFinder(columns);
  for (const row of rows) columns.put(row);
  const answer = searchLike(columns, columns.search!, orders, typeof asks === 'function' ? asks(columns) : asks);
  const wordOf = new Map(
    rows.map(({ id }) => [columns.numberOf(id)!, Buffer.from(id, 'hex').toString().replace(/\0/g, '')]),
  );
  const words = ({ numbers }: { readonly numbers: Uint32Array }) => [...numbers].map((number) => wordOf.get(number)!);
  return { answer, words, similar: words(answer.similar) };
}

const query = (probabilities: [number, number, number], ones: [number, number, number] = [0, 0, 0]) =>
  testRow(testId('query'), probabilities, 0, ones);

test('a query of two categories finds first what holds both, though its code is the farthest', () => {
  expect(answers(ROWS, asked([query([0.9, 0.9, 0.1])])).similar).toEqual(['both', 'bike', 'sofa', 'rider']);
});

test('two objects of one photo are asked for together, in either order', () => {
  const [bike, sofa] = [query([0.95, 0.1, 0.1]), query([0.1, 0.95, 0.1])];
  const one = answers(ROWS, asked([bike, sofa]));
  expect(one.similar[0]).toBe('both');
  expect(one.answer.together?.categories).toEqual(['bicycle', 'sofa']);
  expect(one.words(one.answer.together!.hits)).toEqual(['both']);
  expect(answers(ROWS, asked([sofa, bike])).answer).toEqual(one.answer);
});

test('a row a category, the surest first, each by its own code; the query itself and other photos are left out', () => {
  const { answer, words } = answers(ROWS, (columns) =>
    asked([ROWS[1]!], { own: new Set([columns.numberOf(testId('both'))!]) }),
  );
  const rows = answer.rows.map(({ category, hits }) => [category, words(hits), [...hits.distances]]);
  expect(rows).toEqual([
    ['bicycle', ['rider', 'bike'], [2, 3]],
    ['sofa', ['sofa'], [3]],
  ]);
  expect(answer.together?.hits.numbers).toHaveLength(0);
});

test('with lower gates a row holds more, with higher ones less', () => {
  const lower = movedGates(TEST_VOCABULARY.categories, { sureness: -1 }).sure;
  const higher = movedGates(TEST_VOCABULARY.categories, { sureness: 1 }).sure;
  const bicycles = (gates: Uint8Array) => {
    const { answer, words } = answers(ROWS, asked([query([1, 0, 0])], { gates }));
    return words(answer.rows[0]!.hits);
  };
  expect(bicycles(higher)).toEqual(['bike']);
  expect(bicycles(GATES)).toEqual(['bike', 'rider', 'both']);
  expect(bicycles(lower)).toEqual(['bike', 'rider', 'both']);
});

test('what is nearer to an example that it should be unlike comes last of those that hold as much, in the list and in its row', () => {
  const like = [query([0.9, 0, 0], [1, 0, 0])];
  const unlike = [example(testRow(testId('unlike'), [0.9, 0, 0], 30, [0, 0, 0]))];
  const [without, but] = [answers(ROWS, asked(like)), answers(ROWS, asked(like, { unlike }))];
  const holding = (word: string, ones: number) => testRow(testId(word), [0.9, 0, 0], ones, [8, 0, 0]);
  const elsewhere = Uint32Array.of(0, 0b111111);
  const beyond = { ...holding('beyond', 0), semanticCodes: { ...holding('', 0).semanticCodes, 64: elsewhere } };
  const rows = [holding('near', 1), holding('beside', 5), beyond];
  expect(answers(rows, asked(like)).similar).toEqual(['near', 'beside', 'beyond']);
  expect(answers(rows, asked(like, { unlike: [example(holding('unlike', 4))] })).similar).toEqual([
    'near',
    'beyond',
    'beside',
  ]);
  expect(without.words(without.answer.rows[0]!.hits)).toEqual(['rider', 'bike', 'both']);
  expect(but.words(but.answer.rows[0]!.hits)).toEqual(['rider', 'both', 'bike']);
});

test('in the order of time only what counts as a hit is told', () => {
  const { answer, words, similar } = answers(ROWS, asked([query([0.9, 0.1, 0.1])], { order: 'newest' }));
  expect(similar).toEqual(['rider', 'bike', 'both']);
  expect(words(answer.rows[0]!.hits)).toEqual(['rider', 'bike', 'both']);
});

test('a query that holds nothing is answered by looks', () => {
  const { answer, similar } = answers(ROWS, asked([ROWS[2]!, query([0.1, 0.1, 0.1])].slice(1)));
  expect(answer.similarBy).toBe('looks');
  expect(answer.rows).toEqual([]);
  const looks = (row: SeenRow) => hammingDistance(row.appearance, 0, query([0, 0, 0]).appearance, 0, 4);
  expect([...answer.similar.distances]).toEqual(ROWS.map(looks).sort((a, b) => a - b));
  expect(similar).toHaveLength(4);
});

test('answers do not depend on the order in which photos came', () => {
  const words = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 });
  const value = fc.constantFrom(0.1, 0.9);
  fc.assert(
    fc.property(words, fc.tuple(value, value, value), (ids, probabilities) => {
      const appearance = new Uint32Array(4).fill(0xf0f0f0f0);
      const rows = ids.map((id) => testRow(testId(id), probabilities, 5, [1, 1, 1], { appearance }));
      const ask = asked([query([0.9, 0.9, 0.1])]);
      expect(answers(rows, ask).similar).toEqual([...ids].sort());
      expect(answers([...rows].reverse(), ask).similar).toEqual([...ids].sort());
    }),
  );
});

test('the first hits are those that all of them begin with, in every list', () => {
  const share = fc.constantFrom(0, 0.02, 0.4, 0.9);
  const few = fc.nat(3);
  const photos = fc.array(fc.tuple(share, share, share, few, few, few, few), { maxLength: 30 });
  fc.assert(
    fc.property(photos, fc.nat(32), fc.constantFrom(0, 0.9), (drawn, first, held) => {
      const rows = drawn.map(([p, q, r, ones, x, y, z], n) => testRow(testId(`p${n}`), [p, q, r], ones, [x, y, z]));
      const like = [query([held, held, 0])];
      const all = answers(rows, asked(like)).answer;
      const some = answers(rows, asked(like, { first })).answer;
      expect(some.whole).toBe(first >= rows.length);
      const start = ({ numbers, distances, probabilities, likeness }: typeof all.similar) =>
        [numbers, distances, probabilities, likeness].map((values) => [...values].slice(0, first));
      expect(start(some.similar)).toEqual(start(all.similar));
      expect(some.similar.numbers.length).toBe(Math.min(first, rows.length));
      expect(some.rows.map(({ hits }) => start(hits))).toEqual(all.rows.map(({ hits }) => start(hits)));
      expect(some.together && start(some.together.hits)).toEqual(all.together && start(all.together.hits));
    }),
    { numRuns: 100 },
  );
});
