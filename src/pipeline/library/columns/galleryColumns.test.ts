import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SeenRow } from '../../../gallery/seenRow.ts';
import { TEST_VOCABULARY, testId, testRow } from '../testRows.ts';
import { GalleryColumns } from './galleryColumns.ts';

const row = fc
  .record({
    word: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    path: fc.constantFrom('a.jpg', 'Île/été.jpg', 'trip/day 1/日.jpg', 'odd'),
    version: fc.constantFrom('now', 'before'),
    camera: fc.option(fc.constantFrom('Leica Q3', 'Pixel 9'), { nil: undefined }),
    sofa: fc.option(fc.constantFrom('present', 'absent'), { nil: undefined }),
    ones: fc.nat(8),
    takenAt: fc.option(fc.nat(), { nil: undefined }),
  })
  .map(
    ({ word, path, version, camera, sofa, ones, takenAt }): SeenRow =>
      testRow(testId(word), [0.9, 0.4, 0.1], ones, [ones, 0, 0], {
        path,
        name: path === 'odd' ? 'other.jpg' : path.slice(path.lastIndexOf('/') + 1),
        version,
        fingerprint: Uint32Array.of(ones, 7),
        ...(camera && { camera }),
        ...(sofa && { corrections: { sofa } }),
        ...(takenAt !== undefined && { takenAt }),
      }),
  );

const step = fc.oneof(
  { weight: 5, arbitrary: row.map((put) => ({ put })) },
  { weight: 2, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f').map((remove) => ({ remove })) },
  { weight: 1, arbitrary: fc.constant({ learn: true }) },
);

test('columns hold what was put last of each photo, whatever was put and removed, and when the vocabulary was learnt', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const columns = new GalleryColumns();
      const model = new Map<string, SeenRow>();
      let learnt = false;
      for (const one of steps) {
        if ('put' in one) {
          columns.put(one.put);
          model.set(one.put.id, one.put);
        } else if ('remove' in one) {
          const number = columns.numberOf(testId(one.remove));
          if (number !== null) columns.remove(number);
          model.delete(testId(one.remove));
        } else {
          columns.learn(TEST_VOCABULARY, model.values());
          learnt = true;
        }
      }
      expect(columns.count).toBe(model.size);
      expect(columns.outdated).toBe(learnt ? [...model.values()].filter(({ version }) => version !== 'now').length : 0);
      for (const [id, wanted] of model) {
        const number = columns.numberOf(id)!;
        const { facts, search } = columns;
        expect(columns.idOf(number)).toBe(id);
        expect([facts.names.get(number), facts.path(number)]).toEqual([wanted.name, wanted.path]);
        expect(facts.takenAt[number]).toBe(wanted.takenAt ?? wanted.lastModified);
        expect(facts.cameras.text(facts.camera[number]!)).toBe(wanted.camera ?? '');
        expect(columns.fingerprint(number)).toEqual(wanted.fingerprint);
        expect(columns.corrections(number)).toEqual(wanted.corrections);
        expect(search?.has(number) ?? false).toBe(learnt && wanted.version === 'now');
        if (!search?.has(number)) continue;
        const at = search.codes.rowOf(number);
        expect(search.codes.codes.words(search.codes.rows)[2 * at]).toBe(wanted.semanticCodes[64][0]);
        expect(search.looks(number)[0]).toBe(wanted.appearance[0]);
        const sofa = wanted.corrections['sofa'];
        expect(search.codes.probabilities[1]!.bytes(search.codes.rows)[at]).toBe(
          sofa === undefined ? 102 : sofa === 'present' ? 255 : 0,
        );
      }
      expect(search(columns)).toBe(learnt ? [...model.values()].filter(({ version }) => version === 'now').length : 0);
    }),
  );
});

function search({ search }: GalleryColumns): number {
  return search?.codes.count ?? 0;
}

test('a number is not given again, and its photo keeps it while it is changed', () => {
  const columns = new GalleryColumns();
  const first = columns.put(testRow(testId('a'), [0, 0, 0], 0, [0, 0, 0]));
  expect(columns.put(testRow(testId('a'), [0, 0, 0], 1, [0, 0, 0], { addedAt: 5 }))).toBe(first);
  columns.remove(first);
  expect([columns.has(first), columns.numberOf(testId('a')), columns.count]).toEqual([false, null, 0]);
  expect(columns.put(testRow(testId('a'), [0, 0, 0], 0, [0, 0, 0]))).not.toBe(first);
});

test('thousands of photos are found by their ids after half of them have gone', () => {
  const columns = new GalleryColumns();
  const ids = Array.from({ length: 5000 }, (_, n) => testId(`photo ${n}`));
  for (const id of ids) columns.put(testRow(id, [0, 0, 0], 0, [0, 0, 0]));
  ids.forEach((id, n) => {
    if (n % 2 === 0) columns.remove(columns.numberOf(id)!);
  });
  expect(ids.filter((id) => columns.numberOf(id) !== null)).toEqual(ids.filter((_, n) => n % 2 === 1));
});

test('a photo that holds something by a person’s word alone gets its piece from its own row', () => {
  const columns = new GalleryColumns();
  const own = testRow(testId('a'), [0.9, 0.001, 0.001], 0, [1, 2, 3]);
  columns.learn(TEST_VOCABULARY, []);
  const number = columns.put(own);
  expect(columns.search!.codes.held.map((held) => held.has(columns.search!.codes.rowOf(number)))).toEqual([
    true,
    false,
    false,
  ]);
  expect(columns.lackingPieces()).toEqual([]);
  columns.mark({ id: own.id, corrections: { sofa: 'present' } });
  expect(columns.lackingPieces()).toEqual([own.id]);
  columns.putPiecesOf(own);
  expect(columns.lackingPieces()).toEqual([]);
  const { codes } = columns.search!;
  expect(codes.held[1]!.has(codes.rowOf(number))).toBe(true);
  expect(codes.probabilities[1]!.bytes(codes.rows)[codes.rowOf(number)]).toBe(255);
});
