import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { Connection } from './connection.ts';
import { Gallery } from './gallery.ts';
import { MIGRATIONS } from './migrations.ts';
import { testIndexed, testPhotoId } from './testPhotos.ts';

/** A gallery of two segments of four photos, and one new photo; it is closed. */
async function packedGallery(name: string): Promise<void> {
  const gallery = new Gallery(new Connection(() => {}, name));
  for (const first of [0, 4]) {
    for (let n = first; n < first + 4; n++) await gallery.put(testIndexed(n));
    await gallery.pack();
  }
  await gallery.put(testIndexed(8));
  await gallery.close();
}

/** One byte of the first segment turned into another, as a failing disk leaves it. @param place of the byte in the record */
async function damage(name: string, place: (factsEnd: number, size: number) => number): Promise<void> {
  const database = await openDB(name, MIGRATIONS.length);
  const [key] = await database.getAllKeys('segments');
  const row = await database.get('segments', key!);
  const bytes = new Uint8Array(await row.columns.arrayBuffer());
  bytes[place(row.factsEnd, bytes.length)]! ^= 0x10;
  await database.put('segments', { ...row, columns: new Blob([bytes]) }, key);
  database.close();
}

/** Ids as the page reads them at its start, and those that have codes. */
async function opened(gallery: Gallery) {
  const ids: string[] = [];
  const read = await gallery.read({
    begin() {},
    segment: ({ facts, gone }) => {
      for (let at = 0; at < facts.photos; at++)
        if (!gone.has(at)) ids.push(Buffer.from(facts.ids.subarray(at * 32, at * 32 + 32)).toString('hex'));
    },
    rows: (rows) => ids.push(...rows.map(({ id }) => id)),
    marks() {},
  });
  let coded = 0;
  const { version } = testIndexed(8).photo;
  for await (const { codes } of gallery.codes(version)) coded += codes.shape.photos;
  return { ids: ids.sort(), segments: read.length, coded };
}

const idsOf = (numbers: readonly number[]) => numbers.map((n) => testPhotoId(n)).sort();

test('a segment whose facts are damaged is counted and left out; the rest opens, and its photos can be added again', async () => {
  const name = `damaged ${crypto.randomUUID()}`;
  await packedGallery(name);
  await damage(name, (factsEnd) => factsEnd - 3);
  const gallery = new Gallery(new Connection(() => {}, name));
  expect(await opened(gallery)).toEqual({ ids: idsOf([4, 5, 6, 7, 8]), segments: 2, coded: 4 });
  expect(gallery.damaged).toBe(4);

  await gallery.put(testIndexed(1));
  expect((await gallery.photo(testPhotoId(1)))?.id).toBe(testPhotoId(1));
  expect((await gallery.photos()).map(({ id }) => id)).toEqual(idsOf([1, 4, 5, 6, 7, 8]));
  expect(await gallery.pack()).toBe(0);
  expect((await gallery.photos()).map(({ id }) => id)).toEqual(idsOf([1, 4, 5, 6, 7, 8]));
  await gallery.close();
});

test('where the codes alone are damaged, the photos are shown, and only what is whole is searched', async () => {
  const name = `damaged ${crypto.randomUUID()}`;
  await packedGallery(name);
  await damage(name, (factsEnd) => factsEnd + 3);
  const gallery = new Gallery(new Connection(() => {}, name));
  expect(await opened(gallery)).toEqual({ ids: idsOf([0, 1, 2, 3, 4, 5, 6, 7, 8]), segments: 2, coded: 4 });
  expect(gallery.damaged).toBe(0);
  await gallery.put(testIndexed(2));
  expect((await gallery.photo(testPhotoId(2)))?.id).toBe(testPhotoId(2));
  await gallery.close();
});

test('all photos can be removed beside a damaged segment, and it is forgotten with them', async () => {
  const name = `damaged ${crypto.randomUUID()}`;
  await packedGallery(name);
  await damage(name, (factsEnd) => factsEnd - 3);
  const gallery = new Gallery(new Connection(() => {}, name));
  await opened(gallery);
  await gallery.removeAll();
  expect(gallery.damaged).toBe(0);
  expect(await gallery.photos()).toEqual([]);
  await gallery.close();
});
