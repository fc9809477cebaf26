import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probabilityBytes } from '../../codes/columns/probabilityByte.ts';
import { tieKey } from '../../codes/columns/tieKey.ts';
import type { SeenRow } from '../../gallery/seenRow.ts';
import type { Sureness } from '../api/galleryQuery.ts';
import { GalleryColumns } from '../library/columns/galleryColumns.ts';
import { correctedProbabilities } from '../library/galleryRows.ts';
import { TEST_VOCABULARY, testId, testRow } from '../library/testRows.ts';
import type { BoundChip } from './chipExpression.ts';
import { findPlainly, type PlainPhoto } from './find.reference.ts';
import { PhotoFinder } from './findPhotos.ts';
import { movedGates } from './gates.ts';
import { foldedWords, folderPrefix, type ResolvedQuery } from './resolvedQuery.ts';

const { categories, bitsPerCategory } = TEST_VOCABULARY;
const WORDS = Array.from('abcdefghijkl');
const probability = fc.constantFrom(0, 0.05, 0.2, 0.45, 0.5, 0.6, 0.9, 1);

const row = fc
  .record({
    word: fc.constantFrom(...WORDS),
    path: fc.constantFrom('IMG_9.jpg', 'img_10.jpg', 'Île/été.jpg', 'trip/day 1/日.jpg', 'trip/2.jpg', 'odd'),
    version: fc.constantFrom('now', 'now', 'now', 'before'),
    camera: fc.option(fc.constantFrom('Leica Q3', 'Pixel 9'), { nil: undefined }),
    sofa: fc.option(fc.constantFrom('present', 'absent'), { nil: undefined }),
    probabilities: fc.tuple(probability, probability, probability),
    ones: fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8)),
    takenAt: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
    favourite: fc.boolean(),
  })
  .map(
    ({ word, path, version, camera, sofa, probabilities, ones, takenAt, favourite }): SeenRow =>
      testRow(testId(word), probabilities, 3, ones, {
        path: path === 'odd' ? 'trip/odd path' : path,
        name: path === 'odd' ? 'other.jpg' : path.slice(path.lastIndexOf('/') + 1),
        version,
        ...(camera && { camera }),
        ...(sofa && { corrections: { sofa } }),
        ...(takenAt !== undefined && { takenAt }),
        ...(favourite && { favourite }),
      }),
  );

const chip: fc.Arbitrary<BoundChip> = fc.record({
  category: fc.nat(2),
  role: fc.constantFrom('all' as const, 'any' as const, 'none' as const, 'only' as const),
  piece: fc.option(
    fc.nat(255).map((bits) => Uint32Array.of(bits)),
    { nil: null },
  ),
});

const sureness: fc.Arbitrary<Sureness> = fc.record({
  sureness: fc.constantFrom(-1, -0.3, 0, 0, 0, 0.5, 1),
  surenessOf: fc.constantFrom({}, {}, { sofa: -0.5 }),
});

const query: fc.Arbitrary<ResolvedQuery> = fc
  .record({
    chips: fc.array(chip, { maxLength: 3 }),
    sureness,
    words: fc.subarray(['img', 'ÉTÉ', 'trip/2', '1/日', 'path', ' ', 'jpg', 'ip/o'], { maxLength: 2 }),
    folder: fc.constantFrom('', '', 'trip', '/trip/', 'trip/day 1', 'Île'),
    camera: fc.constantFrom(undefined, undefined, 'Leica Q3', 'nobody'),
    taken: fc.constantFrom(undefined, undefined, { from: -1, until: 2 }),
    unrecognised: fc.constantFrom(undefined, undefined, true as const),
    favourites: fc.constantFrom(undefined, undefined, true as const),
    album: fc.constantFrom(null, null, new Set([testId('a'), testId('b'), testId('z')])),
    order: fc.constantFrom('best' as const, 'newest' as const, 'oldest' as const, 'name' as const),
  })
  .map(({ sureness, words, folder, camera, taken, unrecognised, favourites, ...asked }) => ({
    ...asked,
    gates: movedGates(categories, sureness),
    words: foldedWords(words),
    folder: folderPrefix(folder),
    bitsPerCategory,
    ...(camera !== undefined && { camera }),
    ...(taken && { taken }),
    ...(unrecognised && { unrecognised }),
    ...(favourites && { favourites }),
  }));

const step = fc.oneof(
  { weight: 6, arbitrary: row.map((put) => ({ put })) },
  { weight: 2, arbitrary: fc.constantFrom(...WORDS).map((remove) => ({ remove })) },
  { weight: 3, arbitrary: query.map((ask) => ({ ask })) },
  { weight: 1, arbitrary: fc.constant({ learn: true }) },
);

function plain(row: SeenRow, number: number): PlainPhoto {
  const { id, name, path, version } = row;
  return {
    number,
    id,
    key: tieKey(id),
    name,
    path,
    camera: row.camera ?? null,
    takenAt: row.takenAt ?? row.lastModified,
    favourite: row.favourite === true,
    codes:
      version === 'now'
        ? { pieces: row.categoryCodes, probabilities: probabilityBytes(correctedProbabilities(row, categories)) }
        : null,
  };
}

test('any query is answered as plain loops answer it, after any sequence of adds, changes and removes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), query, (steps, last) => {
      const columns = new GalleryColumns();
      columns.learn(TEST_VOCABULARY, []);
      const finder = new PhotoFinder(columns);
      const rows = new Map<string, SeenRow>();
      const check = (asked: ResolvedQuery) => {
        const photos = [...rows.values()].map((row) => plain(row, columns.numberOf(row.id)!));
        const wanted = findPlainly(photos, asked);
        const found = finder.find(asked);
        expect([...found.numbers]).toEqual(wanted.numbers);
        expect(found.sure).toBe(wanted.sure);
        expect(found.distances && [...found.distances]).toEqual(wanted.distances?.map(Math.fround) ?? null);
        expect(found.probabilities && [...found.probabilities]).toEqual(wanted.probabilities?.map(Math.fround) ?? null);
        expect([...found.counts]).toEqual(wanted.counts);
        expect(found.emptiedBy).toBe(wanted.emptiedBy);
        const times = wanted.numbers.map((number) => photos.find((photo) => photo.number === number)!.takenAt);
        expect([...found.times]).toEqual(times);
      };
      for (const one of steps) {
        if ('put' in one) {
          columns.put(one.put);
          rows.set(one.put.id, one.put);
        } else if ('remove' in one) {
          const number = columns.numberOf(testId(one.remove));
          if (number !== null) columns.remove(number);
          rows.delete(testId(one.remove));
        } else if ('ask' in one) check(one.ask);
        else columns.learn(TEST_VOCABULARY, rows.values());
      }
      check(last);
    }),
    { numRuns: 200 },
  );
});
