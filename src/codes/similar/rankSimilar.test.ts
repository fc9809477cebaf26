import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../base/seededRandom.ts';
import { CodeColumns } from '../columns/codeColumns.ts';
import { type ComparedPhoto, rankSimilarPlainly } from './rankSimilar.reference.ts';
import { rankSimilar } from './rankSimilar.ts';
import { rowsByKey } from './rowsByKey.ts';
import type { Example, SimilarQuery } from './similarQuery.ts';
import { SimilarScan } from './similarScan.ts';

const CATEGORIES = 3;

/** Codes of few values, so that much is tied, and looks near to each other. */
function drawn(random: () => number): Omit<ComparedPhoto, 'photo'> {
  const pick = (values: readonly number[]) => values[Math.floor(random() * values.length)]!;
  return {
    key: { low: pick([0, 1, 2]), high: pick([0, 1]) },
    code: Uint32Array.of(pick([0, 1, 3, 0xff]), pick([0, 0xffff0000])),
    looks: Uint32Array.of(pick([0, 1, 0xffffffff]), pick([0, 7]), pick([0, 0xffffffff]), 0),
    probabilities: Uint8Array.from({ length: CATEGORIES }, () => pick([0, 1, 20, 128, 250, 255])),
  };
}

function columnsOf(): CodeColumns {
  return new CodeColumns({ bits: 64, categories: CATEGORIES, bitsPerCategory: 8, looksBits: 128, keyed: true });
}

function put(columns: CodeColumns, { photo, key, code, looks, probabilities }: ComparedPhoto): void {
  columns.add({ photo, key, code, pieces: new Uint32Array(CATEGORIES), probabilities, looks });
}

function ranked(columns: CodeColumns, query: SimilarQuery) {
  const scan = new SimilarScan(columns);
  const { photos, rows, distances, looks } = rankSimilar(scan, query, rowsByKey(columns));
  return { photos: [...photos], distances: [...distances], looks: Array.from(rows, (row) => looks[row]!) };
}

const sizes = fc.record({
  seed: fc.integer(),
  photos: fc.integer({ min: 0, max: 60 }),
  removed: fc.constantFrom(0, 0.3),
  like: fc.integer({ min: 1, max: 3 }),
  unlike: fc.integer({ min: 0, max: 2 }),
  by: fc.constantFrom('semantic' as const, 'looks' as const),
});

function scene({ seed, photos, removed, like, unlike, by }: typeof sizes extends fc.Arbitrary<infer T> ? T : never) {
  const random = seededRandom(seed);
  const columns = columnsOf();
  let rows = Array.from({ length: photos }, (_, photo): ComparedPhoto => ({ photo, ...drawn(random) }));
  for (const row of rows) put(columns, row);
  rows = rows.filter(({ photo }) => {
    if (random() >= removed) return true;
    columns.remove(photo);
    return false;
  });
  const examples = (count: number): Example[] => Array.from({ length: count }, () => drawn(random));
  const query: SimilarQuery = { like: examples(like), unlike: examples(unlike), by };
  return { columns, rows, query };
}

test('photos, order and distances are those of the plain rule, after any adds and removes', () => {
  fc.assert(
    fc.property(sizes, (given) => {
      const { columns, rows, query } = scene(given);
      const wanted = rankSimilarPlainly(rows, query);
      expect(ranked(columns, query)).toEqual({
        photos: wanted.map(({ photo }) => photo),
        distances: wanted.map(({ distance }) => distance),
        looks: wanted.map(({ looks }) => looks),
      });
    }),
    { numRuns: 400 },
  );
});

test('more photos than are worked on at a time are ranked as one list', () => {
  const given = { seed: 5, photos: 9000, removed: 0.3 as const, like: 2, unlike: 1, by: 'semantic' as const };
  const { columns, rows, query } = scene(given);
  expect(ranked(columns, query).photos).toEqual(rankSimilarPlainly(rows, query).map(({ photo }) => photo));
});

test('the probability that is shown is that of what a photo and the query hold most surely together', () => {
  fc.assert(
    fc.property(sizes, fc.uint8Array({ minLength: CATEGORIES, maxLength: CATEGORIES }), (given, query) => {
      const { columns, rows } = scene(given);
      const shared = new SimilarScan(columns).shared(query);
      for (const { photo, probabilities } of rows) {
        const both = Array.from(query, (held, c) => (held < 3 ? 0 : Math.min(held, probabilities[c]!)));
        const most = both.indexOf(Math.max(...both));
        expect(shared[columns.rowOf(photo)]).toBe(both[most] === 0 ? 0 : probabilities[most]);
      }
    }),
  );
});

test('the order of the examples changes nothing', () => {
  fc.assert(
    fc.property(sizes, (given) => {
      const { columns, query } = scene(given);
      const turned = { ...query, like: [...query.like].reverse(), unlike: [...query.unlike].reverse() };
      expect(ranked(columns, turned)).toEqual(ranked(columns, query));
    }),
  );
});

test('a photo that holds more of what the query holds, and is else the same, never comes later', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), fc.nat(CATEGORIES - 1), (given, at, category) => {
      const { rows, query } = scene({ ...given, unlike: 0, photos: given.photos + 1, removed: 0 });
      const chosen = at % rows.length;
      const place = (photos: readonly ComparedPhoto[]) =>
        rankSimilarPlainly(photos, query).findIndex(({ photo }) => photo === chosen);
      const more = rows[chosen]!.probabilities.with(category, 255);
      expect(place(rows.with(chosen, { ...rows[chosen]!, probabilities: more }))).toBeLessThanOrEqual(place(rows));
    }),
  );
});

const at = (photo: number, probabilities: readonly number[], distance: number): ComparedPhoto => ({
  photo,
  key: { low: photo, high: 0 },
  code: Uint32Array.of(2 ** distance - 1, 0),
  looks: Uint32Array.of(0xffffffff, 0xffffffff, 0, 0),
  probabilities: Uint8Array.from(probabilities),
});

test('what holds both objects comes before what holds one, however near its code', () => {
  const example = (probabilities: readonly number[]): Example => ({
    code: Uint32Array.of(0, 0),
    looks: new Uint32Array(4),
    probabilities: Uint8Array.from(probabilities),
  });
  const photos = [at(0, [255, 0, 0], 0), at(1, [0, 255, 0], 1), at(2, [230, 230, 0], 30), at(3, [0, 0, 255], 0)];
  const order = (like: readonly Example[]) =>
    rankSimilarPlainly(photos, { like, unlike: [], by: 'semantic' }).map(({ photo }) => photo);
  expect(order([example([255, 255, 0])])).toEqual([2, 0, 1, 3]);
  expect(order([example([255, 0, 0]), example([0, 255, 0])])).toEqual([2, 0, 1, 3]);
});

test('of photos that hold as much, what is nearer to a photo that it should be unlike comes last', () => {
  const like: Example = {
    code: Uint32Array.of(0, 0),
    looks: new Uint32Array(4),
    probabilities: Uint8Array.of(255, 0, 0),
  };
  const unlike: Example = { ...like, code: Uint32Array.of(0xff, 0) };
  const photos = [at(0, [255, 0, 0], 3), at(1, [255, 0, 0], 6), at(2, [0, 0, 0], 1), at(3, [255, 0, 0], 1)];
  const order = rankSimilarPlainly(photos, { like: [like], unlike: [unlike], by: 'semantic' });
  expect(order.map(({ photo }) => photo)).toEqual([3, 0, 1, 2]);
});

test('a query without an example, or of another length, is refused', () => {
  const scan = new SimilarScan(columnsOf());
  const none: SimilarQuery = { like: [], unlike: [], by: 'semantic' };
  expect(() => rankSimilar(scan, none, new Uint32Array(0))).toThrow('got no example');
  const short: Example = {
    code: new Uint32Array(1),
    looks: new Uint32Array(4),
    probabilities: new Uint8Array(CATEGORIES),
  };
  expect(() => rankSimilar(scan, { ...none, like: [short] }, new Uint32Array(0))).toThrow('wanted 2, 4, 3');
});
