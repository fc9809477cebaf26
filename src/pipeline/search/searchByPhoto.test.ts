import { expect, test } from 'vitest';
import { hammingDistance } from '../../codes/hammingDistance.ts';
import { LOOKALIKE_BITS, SAME_PICTURE_BITS } from '../../codes/likeness.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import { correctedProbabilities, GalleryRows } from '../library/galleryRows.ts';
import { TEST_VOCABULARY, testRow } from '../library/testRows.ts';
import { combinedSearch } from './combinedSearch.ts';
import { searchableCodes } from './searchableCodes.ts';
import { groupedByCategory, similarPhotos } from './searchByPhoto.ts';

// Categories: bicycle, sofa, person.
const ROWS = [
  testRow('bike', [0.9, 0.1, 0.1], 0, [0, 8, 8]),
  testRow('bike and sofa', [0.8, 0.7, 0.2], 10, [3, 2, 8]),
  testRow('sofa', [0.1, 0.95, 0.1], 20, [8, 5, 8]),
  testRow('person on bike', [0.6, 0.1, 0.9], 40, [1, 8, 0]),
];

function searchable(rows: readonly PhotoRow[]) {
  const all = new GalleryRows();
  for (const row of rows) all.put(row);
  return searchableCodes(all, TEST_VOCABULARY);
}

const codes = searchable(ROWS);
const ids = (hits: readonly { readonly id: string }[]) => hits.map(({ id }) => id);

test('similar photos come by semantic distance and never hold the query itself', () => {
  const hits = similarPhotos(codes, ROWS[0]!, 'bike');
  expect(hits.map(({ id, distance }) => [id, distance])).toEqual([
    ['bike and sofa', 10],
    ['sofa', 20],
    ['person on bike', 40],
  ]);
  // The category that both hold most surely is bicycle for the last hit: its own P_c of it.
  expect(hits[2]!.probability).toBeCloseTo(0.6);
});

/** The first photo's appearance code with so many bits turned, from bit 0. */
function turned(bits: number): Uint32Array {
  return Uint32Array.from(ROWS[0]!.appearance, (word, w) => {
    const ones = Math.min(Math.max(bits - 32 * w, 0), 32);
    return word ^ (ones === 32 ? 0xffffffff : 2 ** ones - 1);
  });
}

test('photos of one distance come by looks, and those that look as near by the categories that they likely share', () => {
  const row = (id: string, probabilities: [number, number, number], appearance: Uint32Array) =>
    testRow(id, probabilities, 5, [0, 0, 0], { appearance });
  const tied = searchable([
    row('sofa', [0.1, 0.9, 0.1], turned(60)),
    row('bike', [0.9, 0.1, 0.1], turned(60)),
    row('like it', [0.1, 0.1, 0.9], turned(40)),
  ]);
  expect(ids(similarPhotos(tied, ROWS[0]!, null))).toEqual(['like it', 'bike', 'sofa']);
});

test('the same picture comes first and is said to be it, the least edited first, whatever its semantic code', () => {
  const edited = searchable([
    testRow('near', [0.9, 0.1, 0.1], 1, [0, 0, 0]),
    testRow('much edited', [0.9, 0.1, 0.1], 30, [0, 0, 0], { appearance: turned(SAME_PICTURE_BITS) }),
    testRow('alike', [0.9, 0.1, 0.1], 40, [0, 0, 0], { appearance: turned(LOOKALIKE_BITS) }),
    testRow('edited', [0.1, 0.1, 0.1], 50, [0, 0, 0], { appearance: turned(3) }),
    testRow('another', [0.9, 0.1, 0.1], 2, [0, 0, 0], { appearance: turned(LOOKALIKE_BITS + 1) }),
  ]);
  expect(similarPhotos(edited, ROWS[0]!, null).map(({ id, likeness }) => [id, likeness])).toEqual([
    ['edited', 'samePicture'],
    ['much edited', 'samePicture'],
    ['alike', 'lookalike'],
    ['near', 'other'],
    ['another', 'other'],
  ]);
});

test('a query that holds nothing is answered by looks alone', () => {
  const rows = [
    testRow('far', [0.9, 0.1, 0.1], 0, [0, 0, 0]),
    testRow('near', [0.1, 0.1, 0.1], 60, [0, 0, 0], { appearance: turned(40) }),
  ];
  const query = { ...ROWS[0]!, probabilities: Float32Array.of(0.1, 0.2, 0.1) };
  const hits = similarPhotos(searchable(rows), query, null, 'looks');
  expect(hits.map(({ id, distance }) => [id, distance])).toEqual([
    ['near', 40],
    ['far', hammingDistance(ROWS[0]!.appearance, 0, rows[0]!.appearance, 0, 4)],
  ]);
});

test("in a row, photos of one distance come by what the winner's region looks like", () => {
  const row = (id: string, sofa: number) =>
    testRow(id, [0.9, 0.1, 0.1], 5, [2, 0, 0], { regionAppearance: Uint32Array.of(sofa, 0, 0, 0, 0, 0) });
  const [shelf] = groupedByCategory(
    searchable([row('unlike', 0b111), row('like', 0b1)]),
    TEST_VOCABULARY,
    ROWS[0]!,
    null,
  );
  expect(ids(shelf!.hits)).toEqual(['like', 'unlike']);
});

test('photos that are equally good come in one order, whichever was added first', () => {
  const appearance = turned(50);
  const copies = ['c', 'a', 'b'].map((id) => testRow(id, [0.9, 0.1, 0.1], 5, [1, 8, 8], { appearance }));
  for (const rows of [copies, [...copies].reverse()]) {
    const added = searchable(rows);
    expect(ids(similarPhotos(added, ROWS[0]!, null))).toEqual(['a', 'b', 'c']);
    expect(ids(groupedByCategory(added, TEST_VOCABULARY, ROWS[0]!, null)[0]!.hits)).toEqual(['a', 'b', 'c']);
    expect(ids(combinedSearch(added, [{ category: 0, role: 'all', piece: null }]))).toEqual(['a', 'b', 'c']);
  }
});

test('there is a row for each category that the query holds, the surest first, each ranked by its own code', () => {
  const rows = groupedByCategory(codes, TEST_VOCABULARY, ROWS[1]!, 'bike and sofa');
  expect(
    rows.map(({ category, bits, hits }) => ({ category, bits, hits: hits.map(({ id, distance }) => [id, distance]) })),
  ).toEqual([
    {
      category: 'bicycle',
      bits: 8,
      hits: [
        ['person on bike', 2],
        ['bike', 3],
      ],
    },
    { category: 'sofa', bits: 8, hits: [['sofa', 3]] },
  ]);
});

test('a query that holds nothing has no rows', () => {
  expect(groupedByCategory(codes, TEST_VOCABULARY, testRow('q', [0.4, 0.4, 0.4], 0, [0, 0, 0]), null)).toEqual([]);
});

test('photos of another version are not searched', () => {
  const mixed = searchable([...ROWS, testRow('old', [1, 1, 1], 0, [0, 0, 0], { version: 'before' })]);
  expect(mixed.ids).not.toContain('old');
});

test('a correction moves a photo in and out of a category, and follows the name, not the number', () => {
  const corrected = {
    ...ROWS[0]!,
    corrections: { bicycle: 'absent' as const, person: 'present' as const, yeti: 'present' as const },
  };
  expect([...correctedProbabilities(corrected, TEST_VOCABULARY.categories)]).toEqual([0, Math.fround(0.1), 1]);
  const rows = groupedByCategory(searchable([corrected, ...ROWS.slice(1)]), TEST_VOCABULARY, ROWS[3]!, null);
  expect(rows.map(({ category, hits }) => [category, ids(hits)])).toEqual([
    ['person', ['person on bike', 'bike']],
    ['bicycle', ['person on bike', 'bike and sofa']],
  ]);
});

test('combined: all, any and none chips', () => {
  const chip = (category: number, role: 'all' | 'any' | 'none', piece: Uint32Array | null = null) => ({
    category,
    role,
    piece,
  });
  expect(ids(combinedSearch(codes, [chip(0, 'all'), chip(1, 'all')]))).toEqual(['bike and sofa']);
  expect(ids(combinedSearch(codes, [chip(0, 'all'), chip(2, 'none')]))).toEqual(['bike', 'bike and sofa']);
  expect(ids(combinedSearch(codes, [chip(1, 'any'), chip(2, 'any')]))).toEqual([
    'sofa',
    'person on bike',
    'bike and sofa',
  ]);
  expect(combinedSearch(codes, [chip(0, 'all'), chip(1, 'all'), chip(2, 'all')])).toEqual([]);
  expect(combinedSearch(codes, [])).toEqual([]);
  expect(() => combinedSearch(codes, [chip(9, 'all')])).toThrow('got category 9, wanted 0 to 2');
});

test('combined: bound chips rank by their objects, and the distance is the mean share of bits', () => {
  const like = (ones: number) => Uint32Array.of(2 ** ones - 1);
  const near = combinedSearch(codes, [{ category: 0, role: 'all', piece: like(3) }]);
  expect(near.map(({ id, distance }) => [id, distance])).toEqual([
    ['bike and sofa', 0],
    ['person on bike', 0.25],
    ['bike', 0.375],
  ]);
  const both = combinedSearch(codes, [
    { category: 0, role: 'all', piece: like(7) },
    { category: 1, role: 'all', piece: like(4) },
  ]);
  expect(both).toEqual([{ id: 'bike and sofa', distance: (4 / 8 + 2 / 8) / 2, probability: Math.fround(0.7) }]);
  expect(combinedSearch(codes, [{ category: 0, role: 'all', piece: null }])[0]!.distance).toBeNull();
});
