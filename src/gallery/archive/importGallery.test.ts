import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { Connection } from '../connection.ts';
import { Gallery } from '../gallery.ts';
import { exportGallery } from './exportGallery.ts';
import { importGallery } from './importGallery.ts';
import { version2File } from './testVersion2.ts';
import { inVersion4 } from './testVersion4.ts';

function emptyGallery(): Gallery {
  return new Gallery(new Connection(() => {}, `import ${crypto.randomUUID()}`));
}

/** The same for every photo but the id. @param lastModified milliseconds since 1970 */
function indexed(id: string, lastModified: number) {
  const path = `${id.slice(0, 2)}.jpg`;
  return {
    photo: {
      id,
      name: path,
      path,
      size: 10,
      lastModified,
      addedAt: 30,
      width: 40,
      height: 30,
      version: 'v',
      probabilities: Float32Array.of(0.5),
      semanticCodes: {
        16: Uint32Array.of(1),
        32: Uint32Array.of(2),
        48: Uint32Array.of(3, 4),
        64: Uint32Array.of(5, 6),
      },
      categoryCodes: Uint32Array.of(7),
      fingerprint: Uint32Array.of(1, 2),
      corrections: {},
    },
    analysis: {
      id,
      boxes: Float32Array.of(0, 0, 1, 1),
      objectness: Float32Array.of(1),
      proposalProbabilities: Uint8Array.of(128),
      winners: Int32Array.of(0),
    },
    thumbnail: { id, type: 'image/jpeg', bytes: new ArrayBuffer(8) },
    file: { id, path, size: 10, lastModified },
  };
}

const IDS = ['a1', 'b2', 'c3', 'd4'].map((digits) => digits.repeat(32));
const HEADER = { modelVersion: 'v', categories: [{ name: 'cat', gate: 0.5 }], bitsPerCategory: 8, exportedAt: 1 };
/** 3 May 1962. */
const BEFORE_1970 = Date.UTC(1962, 4, 3);

/** @param plain how many have no appearance codes, so that they lie in a segment of their own */
async function exported(plain = 0): Promise<Blob> {
  const gallery = emptyGallery();
  for (const [n, id] of IDS.entries()) {
    const one = indexed(id, BEFORE_1970);
    const looks = { appearance: new Uint32Array(4), regionAppearance: new Uint32Array(2) };
    await gallery.put(n < plain ? one : { ...one, photo: { ...one.photo, ...looks } });
  }
  return exportGallery(gallery, IDS, HEADER, { withThumbnails: true, onProgress() {}, check() {} });
}

function importing(gallery: Gallery, file: Blob, room: number | null) {
  return importGallery(gallery, file, {
    modelVersion: 'v',
    onProgress() {},
    check() {},
    room: () => Promise.resolve(room),
  });
}

const ids = async (gallery: Gallery) => (await gallery.photos()).map(({ id }) => id);

test('photos whose time lies before 1970 are exported and imported elsewhere, and once more they are there already', async () => {
  const gallery = emptyGallery();
  const file = await exported();
  expect(await importing(gallery, file, null)).toEqual({ added: 4, already: 0 });
  expect((await gallery.photos()).map(({ lastModified }) => lastModified)).toEqual(Array(4).fill(BEFORE_1970));
  expect(await importing(gallery, file, null)).toEqual({ added: 0, already: 4 });
});

test('an import that the browser has no room for changes nothing and says how much it needs; photos that are there already need none', async () => {
  const gallery = emptyGallery();
  const file = await exported();
  const refused = await importing(gallery, file, 100).catch((error: Error) => error);
  expect(refused).toMatchObject({
    name: 'StorageFull',
    message: expect.stringMatching(/needs about 1 MB.*Nothing was imported\./),
  });
  expect(await ids(gallery)).toEqual([]);
  await importing(gallery, file, file.size * 2);
  expect(await importing(gallery, file, 0)).toEqual({ added: 0, already: 4 });
});

/** Fails as a full disk does, from the nth call on. */
function fullFrom(nth: number, method: 'put' | 'add', store: string) {
  const write = IDBObjectStore.prototype[method];
  let calls = 0;
  return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, value, key) {
    if (this.name === store && ++calls >= nth) throw new DOMException('full', 'QuotaExceededError');
    return write.call(this, value, key);
  });
}

const INCOMPLETE = /full after 2 of 4 photos\. They stay in the gallery\. Make room and import the same file again/;

test('an import of single photos that runs out of room says how many came in; the same file goes on from there', async () => {
  const gallery = emptyGallery();
  const source = emptyGallery();
  for (const id of IDS) await source.put(indexed(id, BEFORE_1970));
  const file = new Blob(version2File(HEADER, await source.travelling(IDS, true), []));
  const full = fullFrom(3, 'put', 'photos');
  const stopped = await importing(gallery, file, null).catch((error: Error) => error);
  full.mockRestore();
  expect(stopped).toMatchObject({ name: 'ImportIncomplete', message: expect.stringMatching(INCOMPLETE) });
  expect(await ids(gallery)).toEqual(IDS.slice(0, 2));
  expect(await gallery.files()).toHaveLength(2);
  expect(await importing(gallery, file, null)).toEqual({ added: 2, already: 2 });
  expect(await ids(gallery)).toEqual(IDS);
});

test('an import of segments that runs out of room keeps whole segments; the same file goes on from there', async () => {
  const gallery = emptyGallery();
  const file = await exported(2);
  const full = fullFrom(2, 'add', 'segments');
  const stopped = await importing(gallery, file, null).catch((error: Error) => error);
  full.mockRestore();
  expect(stopped).toMatchObject({ name: 'ImportIncomplete', message: expect.stringMatching(INCOMPLETE) });
  expect(await ids(gallery)).toHaveLength(2);
  expect(await importing(gallery, file, null)).toEqual({ added: 2, already: 2 });
  expect(await ids(gallery)).toEqual(IDS);
});

test('of a segment of which some photos are here, the others are stored, and what is here stays and learns what it lacked', async () => {
  const source = emptyGallery();
  for (const id of IDS) await source.put(indexed(id, BEFORE_1970));
  await source.seen({ id: IDS[0]!, path: 'copy.jpg', size: 10, lastModified: 4 });
  await source.correct(IDS[0]!, 'cat', 'absent');
  await source.correct(IDS[2]!, 'cat', 'present');
  await source.favour([IDS[3]!], true);
  const file = await exportGallery(source, IDS, HEADER, { withThumbnails: true, onProgress() {}, check() {} });
  const gallery = emptyGallery();
  await gallery.put({ ...indexed(IDS[0]!, 5), photo: { ...indexed(IDS[0]!, 5).photo, name: 'own', addedAt: 99 } });
  expect(await importing(gallery, file, null)).toEqual({ added: 3, already: 1 });
  const photos = await gallery.photos();
  expect(photos.map(({ id }) => id)).toEqual(IDS);
  expect(photos[0]).toMatchObject({ name: 'own', addedAt: 99, corrections: { cat: 'absent' } });
  expect(photos[2]).toMatchObject({ corrections: { cat: 'present' } });
  expect(photos.map(({ favourite }) => favourite === true)).toEqual([false, false, false, true]);
  expect((await gallery.files()).map(({ path }) => path)).toContain('copy.jpg');
  await gallery.correct(IDS[2]!, 'cat', null);
  expect((await gallery.photo(IDS[2]!))?.corrections).toEqual({});
  expect(await importing(gallery, file, null)).toEqual({ added: 0, already: 4 });
  expect((await gallery.photo(IDS[2]!))?.corrections).toEqual({ cat: 'present' });
});

test('a file that is known writes nothing of its photos again, whatever it says of them; what was unsaid here is said again', async () => {
  const source = emptyGallery();
  for (const id of IDS) await source.put(indexed(id, BEFORE_1970));
  await source.seen({ id: IDS[0]!, path: 'copy.jpg', size: 10, lastModified: 4 });
  await source.correct(IDS[1]!, 'cat', 'absent');
  await source.favour(IDS.slice(2), true);
  const file = await exportGallery(source, IDS, HEADER, { withThumbnails: true, onProgress() {}, check() {} });
  const gallery = emptyGallery();
  await importing(gallery, file, null);
  const [photos, files] = [await gallery.photos(), await gallery.files()];
  const writes = vi.spyOn(IDBObjectStore.prototype, 'put');
  expect(await importing(gallery, file, null)).toEqual({ added: 0, already: 4 });
  expect(writes).not.toHaveBeenCalled();
  await gallery.favour([IDS[3]!], false);
  await gallery.favour([IDS[2]!], true);
  writes.mockClear();
  expect(await importing(gallery, file, null)).toEqual({ added: 0, already: 4 });
  expect(writes).toHaveBeenCalledOnce();
  writes.mockRestore();
  expect([await gallery.photos(), await gallery.files()]).toEqual([photos, files]);
});

test('segments of a file of version 4 are stored in today’s format, with the photos as they are', async () => {
  const file = await exported(2);
  const old = new Blob([inVersion4(new Uint8Array(await file.arrayBuffer()))]);
  const [today, before] = [emptyGallery(), emptyGallery()];
  expect(await importing(today, file, null)).toEqual({ added: 4, already: 0 });
  expect(await importing(before, old, null)).toEqual({ added: 4, already: 0 });
  expect(await before.photos()).toEqual(await today.photos());
  expect(before.toRenew()).toEqual([]);
  expect((await before.photo(IDS[3]!))?.regionAppearance).toEqual(new Uint32Array(2));
});
