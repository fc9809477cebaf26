import type { PhotoAnalysis } from '../network/heads/photoAnalysis.ts';
import type { Connection } from './connection.ts';
import { mergePhoto } from './mergePhoto.ts';
import { releasedKeys } from './quarantineKey.ts';
import {
  type AnalysisRow,
  type FileRow,
  type PhotoRow,
  type PreviewRow,
  type QuarantineRow,
  STORES,
  type ThumbnailRow,
} from './schema.ts';
import { allOrNothing } from './storageFull.ts';
import { restoredAnalysis } from './storedAnalysis.ts';
import type { DistinctPair, TravellingPhoto } from './travellingPhoto.ts';

/** Everything that one indexed photo leaves behind; written in one transaction. */
export interface IndexedPhoto {
  readonly photo: PhotoRow;
  readonly analysis: AnalysisRow;
  readonly thumbnail: ThumbnailRow;
  /** Absent where the photo is no larger than its thumbnail or nobody asked for it. */
  readonly preview?: PreviewRow;
  readonly file: FileRow;
}

/** The verbs of the stored gallery. Each is one transaction; each that adds throws StorageFull where there is no room, and has changed nothing then. */
export class Gallery {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Every photo's small row; the large ones are read one by one. */
  photos(): Promise<PhotoRow[]> {
    return this.#connection.run((database) => database.getAll('photos'));
  }

  photo(id: string): Promise<PhotoRow | undefined> {
    return this.#connection.run((database) => database.get('photos', id));
  }

  /** @throws Error when the photo is not in the gallery. */
  analysis(id: string): Promise<{ photo: PhotoRow; analysis: PhotoAnalysis }> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction(['photos', 'analyses']);
      const [photo, stored] = await Promise.all([
        transaction.objectStore('photos').get(id),
        transaction.objectStore('analyses').get(id),
      ]);
      if (!photo || !stored) throw new Error(`Gallery.analysis: photo ${id} is not in the gallery`);
      return { photo, analysis: restoredAnalysis(photo, stored) };
    });
  }

  /** @throws Error when the photo is not in the gallery. */
  async thumbnail(id: string): Promise<Blob> {
    const row = await this.#connection.run((database) => database.get('thumbnails', id));
    if (!row) throw new Error(`Gallery.thumbnail: photo ${id} is not in the gallery`);
    return new Blob([row.bytes], { type: row.type });
  }

  /** The larger picture; null where none is kept. */
  async preview(id: string): Promise<Blob | null> {
    const row = await this.#connection.run((database) => database.get('previews', id));
    return row ? new Blob([row.bytes], { type: row.type }) : null;
  }

  /** How many larger pictures there are, and their bytes; the pictures themselves are not read. */
  previews(): Promise<{ readonly count: number; readonly bytes: number }> {
    return this.#connection.run(async (database) => {
      let [count, bytes] = [0, 0];
      const index = database.transaction('previews').store.index('bySize');
      for (let cursor = await index.openKeyCursor(); cursor; cursor = await cursor.continue())
        [count, bytes] = [count + 1, bytes + cursor.key];
      return { count, bytes };
    });
  }

  removePreviews(): Promise<void> {
    return this.#connection.run((database) => database.clear('previews'));
  }

  /**
   * Photo, result, picture and path together, and the file is released from quarantine; a person's corrections and the time
   * at which an earlier version was added are kept.
   * @returns the row as it now stands.
   * @throws StorageFull when the browser has no room for it; nothing of the photo is stored then.
   */
  put({ photo, analysis, thumbnail, preview, file }: IndexedPhoto): Promise<PhotoRow> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction(
        ['photos', 'analyses', 'thumbnails', 'previews', 'files', 'quarantine'],
        'readwrite',
      );
      const earlier = await transaction.objectStore('photos').get(photo.id);
      const row = earlier ? { ...photo, addedAt: earlier.addedAt, corrections: earlier.corrections } : photo;
      await allOrNothing(transaction, `the photo ${file.path}`, () => [
        transaction.objectStore('photos').put(row),
        transaction.objectStore('analyses').put(analysis),
        transaction.objectStore('thumbnails').put(thumbnail),
        ...(preview ? [transaction.objectStore('previews').put(preview)] : []),
        transaction.objectStore('files').put(file),
        ...releasedKeys(file.path, file.id).map((key) => transaction.objectStore('quarantine').delete(key)),
      ]);
      return row;
    });
  }

  /** One more path of a photo that is indexed already; it is released from quarantine. */
  seen(file: FileRow): Promise<void> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction(['files', 'quarantine'], 'readwrite');
      await allOrNothing(transaction, `the path ${file.path}`, () => [
        transaction.objectStore('files').put(file),
        ...releasedKeys(file.path, file.id).map((key) => transaction.objectStore('quarantine').delete(key)),
      ]);
    });
  }

  /** Every path that was seen, of every photo. */
  files(): Promise<FileRow[]> {
    return this.#connection.run((database) => database.getAll('files'));
  }

  quarantine(row: QuarantineRow): Promise<void> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction('quarantine', 'readwrite');
      await allOrNothing(transaction, `the reason why ${row.path} could not be read`, () => [
        transaction.store.put(row),
      ]);
    });
  }

  quarantined(): Promise<QuarantineRow[]> {
    return this.#connection.run((database) => database.getAll('quarantine'));
  }

  dismissQuarantined(key: string): Promise<void> {
    return this.#connection.run((database) => database.delete('quarantine', key));
  }

  /** @throws Error when the photo is not in the gallery. */
  correct(id: string, category: string, verdict: 'present' | 'absent' | null): Promise<PhotoRow> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction('photos', 'readwrite');
      const photo = await transaction.store.get(id);
      if (!photo) throw new Error(`Gallery.correct: photo ${id} is not in the gallery`);
      const others = Object.fromEntries(Object.entries(photo.corrections).filter(([name]) => name !== category));
      const row = { ...photo, corrections: verdict === null ? others : { ...others, [category]: verdict } };
      await allOrNothing(transaction, `the correction of ${photo.name}`, () => [transaction.store.put(row)]);
      return row;
    });
  }

  /** Remembers that no two of these are duplicates of each other. */
  setDistinct(ids: readonly string[]): Promise<void> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction('distinctPairs', 'readwrite');
      const sorted = [...ids].sort();
      const pairs = sorted.flatMap((first, i) => sorted.slice(i + 1).map((second) => ({ first, second })));
      await allOrNothing(transaction, 'what you said about these duplicates', () =>
        pairs.map((pair) => transaction.store.put(pair)),
      );
    });
  }

  distinctPairs(): Promise<DistinctPair[]> {
    return this.#connection.run((database) => database.getAll('distinctPairs'));
  }

  /** Everything of a photo that an exported index holds. @throws Error when the photo is not in the gallery. */
  travelling(id: string, withThumbnail: boolean): Promise<TravellingPhoto> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction(['photos', 'analyses', 'thumbnails', 'files']);
      const [photo, analysis, thumbnail, files] = await Promise.all([
        transaction.objectStore('photos').get(id),
        transaction.objectStore('analyses').get(id),
        withThumbnail ? transaction.objectStore('thumbnails').get(id) : undefined,
        transaction.objectStore('files').index('byPhoto').getAll(id),
      ]);
      if (!photo || !analysis) throw new Error(`Gallery.travelling: photo ${id} is not in the gallery`);
      return { photo, analysis, thumbnail: thumbnail ?? null, files };
    });
  }

  /** A photo of an imported index, see `mergePhoto`. @throws StorageFull */
  merge(photo: TravellingPhoto): Promise<'added' | 'already'> {
    return this.#connection.run((database) => mergePhoto(database, photo));
  }

  /** Pairs of an imported index, beside the stored ones. */
  mergeDistinct(pairs: readonly DistinctPair[]): Promise<void> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction('distinctPairs', 'readwrite');
      await allOrNothing(transaction, 'what was said about duplicates', () =>
        pairs.map((pair) => transaction.store.put(pair)),
      );
    });
  }

  /** Removes everything about these photos, including what a person said about pairs of them. */
  remove(ids: readonly string[]): Promise<void> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction(
        ['photos', 'analyses', 'thumbnails', 'previews', 'files', 'distinctPairs'],
        'readwrite',
      );
      const files = transaction.objectStore('files');
      const pairs = transaction.objectStore('distinctPairs');
      const gone = new Set(ids);
      const [paths, told] = await Promise.all([
        Promise.all(ids.map((id) => files.index('byPhoto').getAllKeys(id))),
        pairs.getAllKeys(),
      ]);
      await Promise.all([
        ...ids.flatMap((id) => [
          transaction.objectStore('photos').delete(id),
          transaction.objectStore('analyses').delete(id),
          transaction.objectStore('thumbnails').delete(id),
          transaction.objectStore('previews').delete(id),
        ]),
        ...paths.flat().map((path) => files.delete(path)),
        ...told.filter(([first, second]) => gone.has(first) || gone.has(second)).map((pair) => pairs.delete(pair)),
        transaction.done,
      ]);
    });
  }

  /** Empties every store but the settings, and checks. @throws Error when something is left. */
  removeAll(): Promise<void> {
    return this.#connection.run(async (database) => {
      const stores = STORES.filter((store) => store !== 'settings');
      const transaction = database.transaction(stores, 'readwrite');
      await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
      const counts = await Promise.all(stores.map((store) => database.count(store)));
      const left = counts.reduce((sum, count) => sum + count, 0);
      if (left > 0) throw new Error(`Gallery.removeAll: ${left} rows are left, wanted none`);
    });
  }

  setting(name: string): Promise<string | undefined> {
    return this.#connection.run((database) => database.get('settings', name));
  }

  setSetting(name: string, value: string): Promise<void> {
    return this.#connection.run(async (database) => {
      const transaction = database.transaction('settings', 'readwrite');
      await allOrNothing(transaction, 'this setting', () => [transaction.store.put(value, name)]);
    });
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
