import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodeColumns } from './codeColumns.ts';

const key = { low: 0, high: 0 };

function two(): CodeColumns {
  const columns = new CodeColumns({ bits: 48, categories: 2, bitsPerCategory: 16, keyed: true });
  columns.addAll({
    photos: Uint32Array.of(7, 3),
    keys: Uint32Array.of(1, 2, 3, 4),
    codes: Uint32Array.of(10, 11, 12, 13),
    held: [
      { places: Uint32Array.of(0, 1), pieces: Uint32Array.of(20, 21), looks: new Uint32Array(0) },
      { places: Uint32Array.of(0, 1), pieces: Uint32Array.of(22, 0xffff), looks: new Uint32Array(0) },
    ],
    probabilities: [Uint8Array.of(30, 31), Uint8Array.of(32, 33)],
  });
  return columns;
}

/** The pieces of a category by row, zero where there is none. */
function piecesOf(columns: CodeColumns, category: number): number[] {
  const bytes = new Uint8Array(columns.rows * 2);
  columns.held[category]!.spread(bytes, Uint32Array.of(0));
  return [...new Uint16Array(bytes.buffer)];
}

test('what goes in lies in the columns, narrow pieces in two bytes', () => {
  const columns = two();
  expect([...columns.photos.words(2)]).toEqual([7, 3]);
  expect([...columns.codes.words(2)]).toEqual([10, 11, 12, 13]);
  expect([...columns.held[1]!.chunks[0]!.bytes('pieces')]).toEqual([22, 0, 255, 255]);
  expect([...columns.probabilities[0]!.bytes(2)]).toEqual([30, 31]);
  expect([columns.rowOf(7), columns.rowOf(3), columns.count]).toEqual([0, 1, 2]);
});

test('a block that holds a photo twice, or one that is there, changes nothing', () => {
  const columns = two();
  const block = {
    keys: new Uint32Array(4),
    codes: new Uint32Array(4),
    held: Array.from({ length: 2 }, () => ({
      places: Uint32Array.of(0, 1),
      pieces: new Uint32Array(2),
      looks: new Uint32Array(0),
    })),
    probabilities: [new Uint8Array(2), new Uint8Array(2)],
  };
  expect(() => columns.addAll({ ...block, photos: Uint32Array.of(9, 9) })).toThrow('photo 9 is there already');
  expect(() => columns.addAll({ ...block, photos: Uint32Array.of(8, 3) })).toThrow('photo 3 is there already');
  expect([columns.count, columns.has(8), columns.has(9)]).toEqual([2, false, false]);
});

test('gaps close up when an eighth of the rows is removed, and the memory does not grow with what comes and goes', () => {
  const columns = new CodeColumns({ bits: 64, keyed: true });
  const code = Uint32Array.of(1, 2);
  for (let photo = 0; photo < 4000; photo++) columns.add({ photo, key, code });
  const { byteLength } = columns.arena;
  for (let round = 0; round < 20; round++) {
    for (let photo = 0; photo < 2000; photo++) columns.remove(photo);
    for (let photo = 0; photo < 2000; photo++) columns.add({ photo, key, code });
  }
  expect(columns.count).toBe(4000);
  expect(columns.moves).toBeGreaterThan(10);
  expect(columns.rows).toBeLessThan(4000 + 1024 + 4000 / 8);
  expect(columns.arena.byteLength).toBeLessThanOrEqual(byteLength * 2);
});

test('arrays that do not fit and layouts that cannot be are refused', () => {
  const columns = two();
  expect(() => columns.add({ photo: 1, key, code: new Uint32Array(2) })).toThrow('got 0 words of pieces, wanted 2');
  const fitting = { pieces: new Uint32Array(2), probabilities: new Uint8Array(2) };
  expect(() => columns.add({ photo: 1, key, code: new Uint32Array(1), ...fitting })).toThrow(
    'got 1 words of codes, wanted 2',
  );
  expect(() => columns.remove(1)).toThrow('CodeColumns.remove: got photo 1, which is not there');
  expect(() => columns.setProbabilities(7, new Uint8Array(1))).toThrow('got 1 probabilities, wanted 2');
  expect(() => new CodeColumns({ bits: 0 })).toThrow('got 0 bits, wanted a positive whole number');
  expect(() => new CodeColumns({ bits: 64, bitsPerCategory: 65 })).toThrow('got pieces of 65 bits, wanted 1 to 64');
  expect(() => new CodeColumns({ bits: 64, categories: -1 })).toThrow('got -1 categories');
});

test('a category that comes later has zeros, takes values of every row, follows what comes and goes, and gives its memory back', () => {
  const columns = two();
  columns.setCategories(3);
  expect([columns.categories, ...columns.probabilities[2]!.bytes(2)]).toEqual([3, 0, 0]);
  const looks = new Uint32Array(0);
  columns.setCategory(2, { pieces: Uint32Array.of(40, 41), looks, probabilities: Uint8Array.of(50, 51) });
  const code = Uint32Array.of(1, 2);
  for (let photo = 100; photo < 200; photo++)
    columns.add({ photo, key, code, pieces: Uint32Array.of(1, 2, photo), probabilities: Uint8Array.of(1, 2, photo) });
  expect(piecesOf(columns, 2).slice(0, 3)).toEqual([40, 41, 100]);
  expect(columns.probabilities[2]!.bytes(102)[columns.rowOf(150)]).toBe(150);
  expect([...columns.probabilities[0]!.bytes(2)]).toEqual([30, 31]);
  const values = { pieces: new Uint32Array(102), looks, probabilities: new Uint8Array(102) };
  expect(() => columns.setCategory(3, values)).toThrow('got category 3 of 3');
  expect(() => columns.setCategory(2, { ...values, pieces: new Uint32Array(1) })).toThrow('wanted 102');
  const { byteLength } = columns.arena;
  for (let round = 0; round < 200; round++) {
    columns.setCategories(2);
    columns.setCategories(3);
  }
  expect(columns.arena.byteLength).toBe(byteLength);
  expect(columns.probabilities[2]!.bytes(102).every((byte) => byte === 0)).toBe(true);
});

test('after any adds and removes, a piece is there of exactly the photos that may hold the category, and is theirs', () => {
  const steps = fc.array(fc.record({ removed: fc.nat(1500), added: fc.nat(1500) }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 255 }), (given, leastHeld) => {
      const columns = new CodeColumns({ bits: 32, categories: 1, bitsPerCategory: 32, regionBits: 64, leastHeld });
      const there = new Set<number>();
      let next = 0;
      const probability = (photo: number) => (photo * 37) & 255;
      for (const { removed, added } of given) {
        for (const photo of [...there].slice(0, removed)) {
          columns.remove(photo);
          there.delete(photo);
        }
        for (let n = 0; n < added; n++) {
          const photo = next++;
          there.add(photo);
          columns.add({
            photo,
            code: Uint32Array.of(photo),
            pieces: Uint32Array.of(photo),
            regionLooks: Uint32Array.of(photo + 1, photo + 2),
            probabilities: Uint8Array.of(probability(photo)),
          });
        }
      }
      const held = columns.held[0]!;
      const photos = columns.photos.words(columns.rows);
      const words = held.chunks.flatMap((chunk) => {
        const [pieces, looks] = (['pieces', 'looks'] as const).map((of) => {
          const bytes = chunk.bytes(of);
          return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
        });
        const kept = [...chunk.beyond.keys()].filter((n) => there.has(photos[chunk.first + chunk.beyond[n]!]!));
        return kept.map((n) => [pieces![n], ...looks!.subarray(2 * n, 2 * n + 2)]);
      });
      const wanted = [...there].filter((photo) => probability(photo) >= leastHeld);
      expect(words).toEqual(wanted.map((photo) => [photo, photo + 1, photo + 2]));
      for (const photo of there) expect(held.has(columns.rowOf(photo))).toBe(probability(photo) >= leastHeld);
    }),
    { numRuns: 20 },
  );
});
