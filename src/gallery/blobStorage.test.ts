import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { exportGallery } from './archive/exportGallery.ts';
import { importGallery } from './archive/importGallery.ts';
import { BlobStorage } from './blobStorage.ts';
import { Connection } from './connection.ts';
import { Gallery } from './gallery.ts';
import { MIGRATIONS } from './migrations.ts';
import { storeNoBlobs } from './testNoBlobs.ts';
import { testIndexed, testPhotoId } from './testPhotos.ts';

afterEach(() => vi.restoreAllMocks());

const CATEGORIES = ['cat', 'dog'].map((name) => ({ name, gate: 0.5 }));
const HEADER = { modelVersion: 'now', categories: CATEGORIES, bitsPerCategory: 8, exportedAt: 1 };
const WEIGHTS = Uint8Array.of(1, 2, 3);

function open(name = `blobs ${crypto.randomUUID()}`): Gallery {
  return new Gallery(new Connection(() => {}, name));
}

async function fileOf(numbers: readonly number[]): Promise<Blob> {
  const gallery = open();
  for (const n of numbers) await gallery.put(testIndexed(n));
  return exportGallery(gallery, numbers.map(testPhotoId), HEADER, {
    withThumbnails: true,
    onProgress() {},
    check() {},
  });
}

/** What of a gallery goes through large pieces: segments that were packed, came with a file and were written again; weights. */
async function fill(name: string, file: Blob): Promise<void> {
  const gallery = open(name);
  for (let n = 0; n < 8; n++) {
    await gallery.put(testIndexed(n));
    if (n % 2 === 1) await gallery.pack();
  }
  while (await gallery.compact());
  await importGallery(gallery, file, {
    modelVersion: 'now',
    onProgress() {},
    check() {},
    room: () => Promise.resolve(null),
  });
  await gallery.saveWeights({ backbone: 'own', file: 'own.onnx', weights: new Blob([WEIGHTS]) });
  await gallery.close();
}

async function contents(gallery: Gallery) {
  const photos = await gallery.photos();
  const whole = [];
  for (const { id } of photos) {
    const thumbnail = await gallery.thumbnail(id);
    whole.push({
      ...(await gallery.analysis(id)),
      thumbnail: { type: thumbnail.type, bytes: await thumbnail.arrayBuffer() },
    });
  }
  const weights = await (await gallery.weights('own'))?.weights.arrayBuffer();
  return { whole, weights: weights && [...new Uint8Array(weights)] };
}

/** Which kinds of value the segments' columns are. */
async function kindsOf(name: string): Promise<string[]> {
  const database = await openDB(name, MIGRATIONS.length);
  const rows: { readonly columns: unknown }[] = await database.getAll('segments');
  database.close();
  return rows.map(({ columns }) => (columns instanceof Blob ? 'Blob' : columns instanceof ArrayBuffer ? 'bytes' : '?'));
}

test('where the database stores no Blob it holds bytes, and the gallery is the same in every part', async () => {
  const file = await fileOf([10, 11, 12, 13]);
  const [usual, bytes] = ['blobs usual', 'blobs bytes'];
  await fill(usual, file);
  storeNoBlobs();
  await fill(bytes, file);
  expect(await kindsOf(usual)).toEqual(['Blob', 'Blob']);
  expect(await kindsOf(bytes)).toEqual(['bytes', 'bytes']);
  const wanted = await contents(open(usual));
  expect(wanted.whole).toHaveLength(12);
  expect(wanted.weights).toEqual([...WEIGHTS]);
  expect(await contents(open(bytes))).toEqual(wanted);
});

test('what was stored in one form is read, and written again together with the rest, in the other', async () => {
  const name = 'blobs mixed';
  await fill(name, await fileOf([10, 11, 12, 13]));
  const before = await contents(open(name));
  storeNoBlobs();
  const gallery = open(name);
  for (let n = 20; n < 24; n++) {
    await gallery.put(testIndexed(n));
    await gallery.pack();
  }
  expect(await kindsOf(name)).toEqual(['Blob', 'Blob', 'bytes', 'bytes', 'bytes', 'bytes']);
  while (await gallery.compact());
  await gallery.remove([10, 11].map(testPhotoId));
  while (await gallery.compact());
  expect(new Set(await kindsOf(name))).toEqual(new Set(['bytes']));
  vi.restoreAllMocks();
  await open(name).remove([20, 21, 22, 23].map(testPhotoId));
  const left = before.whole.filter(({ photo: { id } }) => ![10, 11].map(testPhotoId).includes(id));
  expect((await contents(open(name))).whole).toEqual(left);
});

test('a trial leaves nothing behind, is made once, and a failure that says nothing of Blobs is no answer', async () => {
  const name = 'blobs trial';
  const connection = new Connection(() => {}, name);
  const storage = new BlobStorage(connection);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  put.mockImplementationOnce(() => {
    throw new DOMException('The database is closing.', 'TransactionInactiveError');
  });
  await expect(storage.form()).rejects.toThrow('closing');
  expect(await storage.form()).toBe('blobs');
  expect(await storage.form()).toBe('blobs');
  expect(put).toHaveBeenCalledTimes(2);
  expect(await connection.run((database) => database.count('segments'))).toBe(0);
});
