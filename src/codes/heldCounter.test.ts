import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodeColumns } from './columns/codeColumns.ts';
import { heldPieces } from './columns/heldPieces.ts';
import { HeldCounter } from './heldCounter.ts';

const CATEGORIES = 3;

test('of any photos, as many hold a category as are at or above its gate, whatever was added and removed', () => {
  const probabilities = fc.uint8Array({ minLength: CATEGORIES, maxLength: CATEGORIES });
  const photo = fc.record({ probabilities, removed: fc.boolean(), counted: fc.boolean() });
  fc.assert(
    fc.property(fc.array(photo, { maxLength: 80 }), probabilities, (photos, gates) => {
      const columns = new CodeColumns({ bits: 64, categories: CATEGORIES, bitsPerCategory: 8 });
      const [code, pieces] = [new Uint32Array(2), new Uint32Array(CATEGORIES)];
      photos.forEach((one, n) => columns.add({ photo: n, code, pieces, probabilities: one.probabilities }));
      photos.forEach(({ removed }, n) => removed && columns.remove(n));
      const numbers = Uint32Array.from([...photos.keys(), 1000].filter((n) => photos[n]?.counted !== false));
      const wanted = photos.filter(({ removed, counted }) => counted && !removed);
      const counter = new HeldCounter(columns);
      const holding = (among: typeof photos) =>
        Array.from(gates, (gate, c) => among.filter((one) => one.probabilities[c]! >= gate).length);
      expect([...counter.among(numbers, gates)]).toEqual(holding(wanted));
      expect([...counter.amongAll(gates)]).toEqual(holding(photos.filter(({ removed }) => !removed)));
    }),
  );
});

test('more photos than are worked on at a time are counted', () => {
  const photos = Uint32Array.from({ length: 70_000 }, (_, n) => n);
  const columns = new CodeColumns({ bits: 64, categories: 1, bitsPerCategory: 8 });
  const probabilities = Uint8Array.from(photos, (n) => n % 10);
  const held = heldPieces({ pieces: new Uint32Array(70_000), looks: new Uint32Array(0), probabilities }, 0);
  columns.addAll({ photos, codes: new Uint32Array(140_000), held: [held], probabilities: [probabilities] });
  expect([...new HeldCounter(columns).among(photos, Uint8Array.of(8))]).toEqual([14_000]);
});
