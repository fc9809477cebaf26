import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Removals } from './removals.ts';
import { indexedRow, testLibrary } from './testLibrary.ts';
import { testId, testRow } from './testRows.ts';

const [A, B, C] = ['a', 'b', 'c'].map(testId) as [string, string, string];

async function opened() {
  const { library, gallery } = testLibrary(`removals ${crypto.randomUUID()}`);
  await library.open();
  for (const id of [A, B, C]) {
    await library.add(indexedRow(testRow(id, [0.9, 0.1, 0.1], 3, [1, 2, 3])), new File([id], `${id}.jpg`));
  }
  return { library, gallery };
}

test('what was taken out comes back as it was: rows, paths, words on it, its picture and its file', async () => {
  const { library, gallery } = await opened();
  await library.correct(A, 'sofa', 'present');
  await library.seen({ file: new File([A], 'again.jpg'), path: 'again.jpg' }, A);
  await gallery.setDistinct([A, B]);
  const everything = async () => ({
    rows: (await gallery.photos()).sort((a, b) => (a.id < b.id ? -1 : 1)),
    files: (await gallery.files()).map(({ path, id }) => `${path} ${id}`).sort(),
    pairs: await gallery.distinctPairs(),
    analysis: await gallery.analysis(A),
    thumbnail: (await gallery.thumbnail(A)).size,
    source: library.pictures.held([A]).get(A)?.name,
  });
  const before = await everything();
  const taken = await library.takeOut([A, C]);
  expect([A, B, C].map((id) => library.columns.numberOf(id) !== null)).toEqual([false, true, false]);
  await expect(gallery.analysis(A)).rejects.toThrow();
  await library.putBack(taken);
  expect(await everything()).toEqual(before);
  expect([A, B, C].every((id) => library.columns.numberOf(id) !== null)).toBe(true);
});

test('a removal is taken back once, and only one of the last few', () => {
  const removals = new Removals();
  const taken = { photos: [], distinct: [], files: new Map() };
  const numbers = Array.from({ length: 6 }, () => removals.keep(taken));
  expect(() => removals.take(numbers[0] ?? -1)).toThrow('too late');
  expect(removals.take(numbers[5] ?? -1)).toBe(taken);
  expect(() => removals.take(numbers[5] ?? -1)).toThrow('too late');
});
