import type { IDBPTransaction, StoreKey, StoreNames, StoreValue } from 'idb';
import { BlobStorage } from './blobStorage.ts';
import type { Connection } from './connection.ts';
import type { Place } from './photoPlaces.ts';
import type { PhotoRow } from './records/photoRow.ts';
import type { GalleryDatabase, GallerySchema, MarkRow } from './schema.ts';
import { SegmentShelf } from './segmentShelf.ts';
import { allOrNothing } from './storageFull.ts';

/** What a verb that changes photos may touch. */
const WRITTEN = [
  'photos',
  'analyses',
  'thumbnails',
  'previews',
  'files',
  'quarantine',
  'distinctPairs',
  'segments',
  'removed',
  'marks',
  'albums',
  'vectors',
] as const;

export type Writing = IDBPTransaction<GallerySchema, typeof WRITTEN, 'readwrite'>;

/** Other tabs write segments seldom: more than this in a row is an error. */
const MOST_TRIES = 8;

/** A photo's row with a person's words laid over it. */
export function withMark(row: PhotoRow, mark: MarkRow | undefined): PhotoRow {
  if (mark === undefined) return row;
  const { favourite: _, recoded: __, ...rest } = row;
  return {
    ...rest,
    corrections: mark.corrections,
    ...(mark.recoded && { recoded: mark.recoded }),
    ...(mark.favourite && { favourite: mark.favourite }),
  };
}

/** The database, and the segments in it: what the verbs of the gallery are made of. */
export class GalleryStore {
  readonly connection: Connection;
  readonly shelf: SegmentShelf;
  readonly blobs: BlobStorage;

  constructor(connection: Connection) {
    this.connection = connection;
    this.shelf = new SegmentShelf(connection);
    this.blobs = new BlobStorage(connection);
  }

  run<T>(work: (database: GalleryDatabase) => Promise<T>): Promise<T> {
    return this.connection.run(work);
  }

  /** Rows of one store in one transaction, in the order of the keys. */
  many<N extends StoreNames<GallerySchema>>(
    name: N,
    keys: readonly StoreKey<GallerySchema, N>[],
  ): Promise<(StoreValue<GallerySchema, N> | undefined)[]> {
    return this.run((database) => {
      const { store } = database.transaction(name);
      return Promise.all(keys.map((key) => store.get(key)));
    });
  }

  /**
   * A row of its own, new or in place of the one of its key.
   * @param what in words for a person @param key of stores whose rows do not name it
   * @throws StorageFull
   */
  put<N extends StoreNames<GallerySchema>>(
    name: N,
    row: StoreValue<GallerySchema, N>,
    what: string,
    key?: StoreKey<GallerySchema, N>,
  ): Promise<void> {
    return this.run(async (database) => {
      const transaction = database.transaction(name, 'readwrite');
      await allOrNothing(transaction, what, () => [transaction.store.put(row, key)]);
    });
  }

  /**
   * One transaction in which every segment is known: where another tab wrote one meanwhile, it is read first. What `prepare` gives was read
   * before the transaction, and is read anew then, too.
   */
  async write<P, T>(prepare: () => Promise<P>, work: (transaction: Writing, prepared: P) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      await this.shelf.ready();
      const prepared = await prepare();
      const done = await this.run(async (database) => {
        const transaction = database.transaction(WRITTEN, 'readwrite');
        if (this.shelf.isCurrent(await transaction.objectStore('segments').getAllKeys()))
          return { value: await work(transaction, prepared) };
        transaction.abort();
        await transaction.done.catch(() => {});
        return null;
      });
      if (done !== null) return done.value;
      if (tries === MOST_TRIES) throw new Error('GalleryStore.write: the segments changed again and again');
      await this.shelf.refresh();
    }
  }

  /** What a segment says of the photo, a person's later words aside; null where none holds it as far as is known. */
  async packed(id: string): Promise<PhotoRow | null> {
    await this.shelf.ready();
    const place = this.shelf.place(id);
    return place && this.shelf.row(id, place);
  }
}

/** Where the photo lies in a segment; null where it lies in none, or what lies there is of no account. */
export async function placeIn(transaction: Writing, shelf: SegmentShelf, id: string): Promise<Place | null> {
  const place = shelf.place(id);
  if (place === null) return null;
  const removed = await transaction.objectStore('removed').get(place.segment);
  return removed?.places.includes(place.at) ? null : place;
}

/** Says of these places that they are of no account. @returns the writes, for `allOrNothing` */
export async function leavePlaces(transaction: Writing, places: readonly Place[]): Promise<() => Promise<unknown>[]> {
  const store = transaction.objectStore('removed');
  const bySegment = new Map<number, Set<number>>();
  for (const { segment, at } of places) bySegment.set(segment, (bySegment.get(segment) ?? new Set()).add(at));
  const rows = await Promise.all(
    [...bySegment].map(async ([segment, gone]) => {
      const earlier = await store.get(segment);
      return { segment, places: Uint32Array.from([...(earlier?.places ?? []), ...gone]).sort() };
    }),
  );
  return () => rows.map((row) => store.put(row));
}
