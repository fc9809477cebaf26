import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { Connection } from '../connection.ts';
import { Gallery } from '../gallery.ts';
import { exportGallery } from './exportGallery.ts';
import { importGallery } from './importGallery.ts';

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

async function exported(): Promise<Blob> {
  const gallery = emptyGallery();
  for (const id of IDS) await gallery.put(indexed(id, BEFORE_1970));
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
  expect((await gallery.files()).map(({ lastModified }) => lastModified)).toEqual(Array(4).fill(BEFORE_1970));
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

test('an import that runs out of room says how many photos came in; the same file goes on from there', async () => {
  const gallery = emptyGallery();
  const file = await exported();
  const put = IDBObjectStore.prototype.put;
  let photos = 0;
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value,
    key,
  ) {
    if (this.name === 'photos' && ++photos > 2) throw new DOMException('full', 'QuotaExceededError');
    return put.call(this, value, key);
  });
  const stopped = await importing(gallery, file, null).catch((error: Error) => error);
  full.mockRestore();
  expect(stopped).toMatchObject({
    name: 'ImportIncomplete',
    message: expect.stringMatching(
      /full after 2 of 4 photos\. They stay in the gallery\. Make room and import the same file again/,
    ),
  });
  expect(await ids(gallery)).toEqual(IDS.slice(0, 2));
  expect(await gallery.files()).toHaveLength(2);
  expect(await importing(gallery, file, null)).toEqual({ added: 2, already: 2 });
  expect(await ids(gallery)).toEqual(IDS);
});
