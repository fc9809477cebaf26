import type { IDBPTransaction, StoreNames } from 'idb';
import { analysisRowOf } from './records/packedProbabilities.ts';
import type { GalleryDatabase, GallerySchema } from './schema.ts';
import { markedIfUntrusted } from './untrustedCodes.ts';

type Upgrade = IDBPTransaction<GallerySchema, StoreNames<GallerySchema>[], 'versionchange'>;

/** Reads every analysis once, one at a time: those of a large gallery would not fit in memory together. */
async function markUntrustedRows(transaction: Upgrade): Promise<void> {
  const photos = transaction.objectStore('photos');
  for (let cursor = await transaction.objectStore('analyses').openCursor(); cursor; cursor = await cursor.continue()) {
    const photo = await photos.get(cursor.value.id);
    const marked = photo && markedIfUntrusted(photo, analysisRowOf(cursor.value));
    if (marked !== undefined && marked !== photo) await photos.put(marked);
  }
}

/** Two files of one path have two rows from now on; the rows so far keep their path as key. */
async function keyQuarantineByContent(database: GalleryDatabase, transaction: Upgrade): Promise<void> {
  const rows = await transaction.objectStore('quarantine').getAll();
  database.deleteObjectStore('quarantine');
  const keyed = database.createObjectStore('quarantine', { keyPath: 'key' });
  await Promise.all(rows.map((row) => keyed.put({ ...row, key: row.path })));
}

/**
 * Step i takes a database of version i to version i + 1. A step that has been released is never changed. An asynchronous step
 * awaits nothing but the transaction.
 */
export const MIGRATIONS: readonly ((database: GalleryDatabase, transaction: Upgrade) => void | Promise<void>)[] = [
  (database) => {
    database.createObjectStore('photos', { keyPath: 'id' });
    database.createObjectStore('analyses', { keyPath: 'id' });
    database.createObjectStore('thumbnails', { keyPath: 'id' });
    database.createObjectStore('files', { keyPath: 'path' }).createIndex('byPhoto', 'id');
    database.createObjectStore('quarantine', { keyPath: 'path' });
    database.createObjectStore('distinctPairs', { keyPath: ['first', 'second'] });
    database.createObjectStore('settings');
  },
  (database) => {
    database.createObjectStore('previews', { keyPath: 'id' }).createIndex('bySize', 'size');
  },
  (_database, transaction) => markUntrustedRows(transaction),
  keyQuarantineByContent,
  // The rows themselves are moved into segments in pieces, once the gallery is open, see `packing.ts`.
  (database) => {
    database.createObjectStore('segments', { autoIncrement: true });
    database.createObjectStore('removed', { keyPath: 'segment' });
    database.createObjectStore('marks', { keyPath: 'id' });
    database.createObjectStore('albums', { keyPath: 'name' });
  },
  (database) => {
    database.createObjectStore('weights', { keyPath: 'backbone' });
  },
  (database) => {
    database.createObjectStore('vectors', { keyPath: 'id' });
    database.createObjectStore('taught', { keyPath: 'key' });
  },
  (database) => {
    database.createObjectStore('folders', { keyPath: 'name' });
  },
  (database) => {
    database.createObjectStore('heads', { keyPath: 'key' });
    database.createObjectStore('training', { keyPath: 'key' });
  },
];
