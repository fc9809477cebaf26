import type { PhotoAnalysis } from '../network/heads/photoAnalysis.ts';
import type { Connection } from './connection.ts';
import { GalleryStore } from './galleryStore.ts';
import { mergePhotos } from './mergePhotos.ts';
import { compactSegments, packPhotos } from './packing.ts';
import { allPhotos, onePhoto } from './photoReads.ts';
import { correctPhoto, favourPhotos, putPhoto, recodePhoto, removePhotos } from './photoWrites.ts';
import { releasedKeys } from './quarantineKey.ts';
import { type GalleryReader, readGallery } from './readGallery.ts';
import { analysisRowOf } from './records/packedProbabilities.ts';
import type { Recoded } from './records/photoRow.ts';
import { blobOf } from './records/storedBlob.ts';
import { renewSegment, segmentsToRenew } from './renewSegments.ts';
import {
  type AlbumRow,
  type AnalysisRow,
  type FileRow,
  type PhotoRow,
  type QuarantineRow,
  STORES,
  type TaughtRow,
  type VectorRow,
  type WeightsRow,
} from './schema.ts';
import type { ReadCodes, WinningBoxes } from './segmentShelf.ts';
import type { SegmentFacts } from './segments/segmentFormat.ts';
import { settledPlaces } from './settledPlaces.ts';
import { allOrNothing } from './storageFull.ts';
import { restoredAnalysis } from './storedAnalysis.ts';
import { StoredFolders } from './storedFolders.ts';
import { StoredHeads } from './storedHeads.ts';
import { StoredTraining } from './storedTraining.ts';
import { type StoredSegment, storeSegment } from './storeSegment.ts';
import { travellingPhotos } from './travellers.ts';
import type { DistinctPair, IndexedPhoto, TravellingPhoto } from './travellingPhoto.ts';
import { vectorsOfVersion } from './vectorReads.ts';

export type { IndexedPhoto, TaughtRow, VectorRow };

/** What stays when all photos are removed. */
const KEPT = ['settings', 'weights', 'heads'] as const;

/** The verbs of the stored gallery. Each is one transaction; each that adds throws StorageFull where there is no room, and has changed nothing then. */
export class Gallery {
  readonly folders: StoredFolders;
  readonly heads: StoredHeads;
  readonly training: StoredTraining;
  readonly #store: GalleryStore;

  constructor(connection: Connection) {
    this.#store = new GalleryStore(connection);
    this.folders = new StoredFolders(this.#store);
    this.heads = new StoredHeads(this.#store);
    this.training = new StoredTraining(this.#store);
  }

  /**
   * All that is needed of every photo in memory.
   * @param known keys of segments that are left out
   * @returns the keys of the segments that were read, for `codes`
   */
  read(reader: GalleryReader, known: ReadonlySet<number> = new Set()): Promise<readonly number[]> {
    return readGallery(this.#store, reader, known);
  }

  /** Photos that were stored and of which nothing can be read any more; known once the gallery has been read. */
  get damaged(): number {
    return this.#store.shelf.damaged;
  }

  /** Codes of the photos of that version, segment by segment. @param segments keys; all by default */
  async *codes(version: string, segments?: readonly number[]): AsyncGenerator<ReadCodes> {
    const { shelf } = this.#store;
    if (segments === undefined) await shelf.refresh();
    const removed = await this.#store.run((database) => database.getAll('removed'));
    yield* shelf.codes(version, segments ?? shelf.keys, removed);
  }

  /** Photos that are not in a segment yet. */
  newPhotos(): Promise<PhotoRow[]> {
    return this.#store.run((database) => database.getAll('photos'));
  }

  countNew(): Promise<number> {
    return this.#store.run((database) => database.count('photos'));
  }

  /** Every photo's row, by id; what is read at start is smaller, see `read`. */
  photos(): Promise<PhotoRow[]> {
    return allPhotos(this.#store);
  }

  /** With a person's words on it. */
  photo(id: string): Promise<PhotoRow | undefined> {
    return onePhoto(this.#store, id);
  }

  /** Boxes and what was found in them; null where the photo is not in the gallery. */
  async boxes(id: string): Promise<AnalysisRow | null> {
    await this.#store.shelf.ready();
    const stored = await this.#store.run((database) => database.get('analyses', id));
    const place = this.#store.shelf.place(id);
    return stored ? analysisRowOf(stored) : place && (await this.#store.shelf.analysis(id, place));
  }

  /** @throws Error when the photo is not in the gallery. */
  async analysis(id: string): Promise<{ photo: PhotoRow; analysis: PhotoAnalysis }> {
    const photo = await this.photo(id);
    const stored = await this.boxes(id);
    if (!photo || !stored) throw new Error(`Gallery.analysis: photo ${id} is not in the gallery`);
    return { photo, analysis: restoredAnalysis(photo, stored) };
  }

  /** Boxes and winners of several photos, with one look into the store; null where a photo is not in the gallery or its analysis is damaged. */
  async winners(ids: readonly string[]): Promise<(WinningBoxes | null)[]> {
    const { shelf } = this.#store;
    await shelf.ready();
    const stored = await this.#store.many('analyses', ids);
    return Promise.all(
      ids.map((id, i) => {
        const place = shelf.place(id);
        return stored[i] ?? (place === null ? null : shelf.winners(place).catch(() => null));
      }),
    );
  }

  /** @throws Error when the photo is not in the gallery. */
  async thumbnail(id: string): Promise<Blob> {
    const [thumbnail] = await this.thumbnails([id]);
    if (!thumbnail) throw new Error(`Gallery.thumbnail: photo ${id} is not in the gallery`);
    return thumbnail;
  }

  /** In the order of the ids, with one look into the store; null where there is none. */
  async thumbnails(ids: readonly string[]): Promise<(Blob | null)[]> {
    const { shelf } = this.#store;
    await shelf.ready();
    const packed = await Promise.all(
      ids.map((id) => {
        const place = shelf.place(id);
        return place && shelf.thumbnail(place).catch(() => null);
      }),
    );
    const alone = ids.filter((_, i) => packed[i] === null);
    const rows = alone.length === 0 ? [] : await this.#store.many('thumbnails', alone);
    const byId = new Map(alone.map((id, i) => [id, rows[i]]));
    return ids.map((id, i) => {
      const row = byId.get(id);
      return packed[i] ?? (row ? new Blob([row.bytes], { type: row.type }) : null);
    });
  }

  /** The larger picture; null where none is kept. */
  async preview(id: string): Promise<Blob | null> {
    const row = await this.#store.run((database) => database.get('previews', id));
    return row ? new Blob([row.bytes], { type: row.type }) : null;
  }

  /** How many larger pictures there are, and their bytes; the pictures themselves are not read. */
  previews(): Promise<{ readonly count: number; readonly bytes: number }> {
    return this.#store.run(async (database) => {
      let [count, bytes] = [0, 0];
      const index = database.transaction('previews').store.index('bySize');
      for (let cursor = await index.openKeyCursor(); cursor; cursor = await cursor.continue())
        [count, bytes] = [count + 1, bytes + cursor.key];
      return { count, bytes };
    });
  }

  removePreviews(): Promise<void> {
    return this.#store.run((database) => database.clear('previews'));
  }

  /** See `putPhoto`. */
  put(indexed: IndexedPhoto): Promise<PhotoRow> {
    return putPhoto(this.#store, indexed);
  }

  /** One more path of a photo that is indexed already; it is released from quarantine. */
  seen(file: FileRow): Promise<void> {
    return this.#store.run(async (database) => {
      const transaction = database.transaction(['files', 'quarantine'], 'readwrite');
      await allOrNothing(transaction, `the path ${file.path}`, () => [
        transaction.objectStore('files').put(file),
        ...releasedKeys(file.path, file.id).map((key) => transaction.objectStore('quarantine').delete(key)),
      ]);
    });
  }

  /** Paths at which photos were seen; of those that came with segments only further ones, see `schema.ts`. */
  files(): Promise<FileRow[]> {
    return this.#store.run((database) => database.getAll('files'));
  }

  quarantine(row: QuarantineRow): Promise<void> {
    return this.#store.run(async (database) => {
      const transaction = database.transaction('quarantine', 'readwrite');
      await allOrNothing(transaction, `the reason why ${row.path} could not be read`, () => [
        transaction.store.put(row),
      ]);
    });
  }

  quarantined(): Promise<QuarantineRow[]> {
    return this.#store.run((database) => database.getAll('quarantine'));
  }

  dismissQuarantined(key: string): Promise<void> {
    return this.#store.run((database) => database.delete('quarantine', key));
  }

  /** @returns the row as it now stands @throws Error when the photo is not in the gallery. */
  correct(id: string, category: string, verdict: 'present' | 'absent' | null): Promise<PhotoRow> {
    return correctPhoto(this.#store, id, category, verdict);
  }

  /** See `recodePhoto`. */
  recode(id: string, corrections: PhotoRow['corrections'], recoded: Recoded): Promise<PhotoRow | null> {
    return recodePhoto(this.#store, id, corrections, recoded);
  }

  /** Photos that are not in the gallery are left out. */
  favour(ids: readonly string[], on: boolean): Promise<void> {
    return favourPhotos(this.#store, ids, on);
  }

  /** By name. */
  albums(): Promise<AlbumRow[]> {
    return this.#store.run((database) => database.getAll('albums'));
  }

  saveAlbum(album: AlbumRow): Promise<void> {
    return this.#store.put('albums', album, `the album ${album.name}`);
  }

  removeAlbum(name: string): Promise<void> {
    return this.#store.run((database) => database.delete('albums', name));
  }

  /** Weights that a person brought; undefined where there are none of this backbone. */
  async weights(backbone: string): Promise<WeightsRow | undefined> {
    const row = await this.#store.run((database) => database.get('weights', backbone));
    return row && { ...row, weights: blobOf(row.weights) };
  }

  async saveWeights(row: WeightsRow): Promise<void> {
    const weights = await this.#store.blobs.stored(row.weights);
    return this.#store.put('weights', { ...row, weights }, `the weights of ${row.file}`);
  }

  removeWeights(backbone: string): Promise<void> {
    return this.#store.run((database) => database.delete('weights', backbone));
  }

  /** Vectors of all photos that have some of this version, by id, some photos at a time. */
  vectors(version: string): AsyncGenerator<readonly VectorRow[]> {
    return vectorsOfVersion(this.#store, version);
  }

  /** Undefined where the photo has none. */
  vectorsOf(id: string): Promise<VectorRow | undefined> {
    return this.#store.run((database) => database.get('vectors', id));
  }

  /** Of photos that came with an index file; those that are there already stay. @throws StorageFull */
  addVectors(rows: readonly VectorRow[]): Promise<void> {
    return this.#store.run(async (database) => {
      const transaction = database.transaction('vectors', 'readwrite');
      const known = await Promise.all(rows.map(({ id }) => transaction.store.getKey(id)));
      const fresh = rows.filter((_row, n) => known[n] === undefined);
      await allOrNothing(transaction, `the regions of ${fresh.length} photos`, () =>
        fresh.map((row) => transaction.store.put(row)),
      );
    });
  }

  /** What a person taught, the oldest first. */
  async taught(): Promise<TaughtRow[]> {
    const rows = await this.#store.run((database) => database.getAll('taught'));
    return rows.sort((a, b) => a.taughtAt - b.taughtAt || (a.key < b.key ? -1 : 1));
  }

  /** A new one, or in place of the one of that key. @throws StorageFull */
  keepTaught(row: TaughtRow): Promise<void> {
    return this.#store.put('taught', row, `the category ${row.name}`);
  }

  forgetTaught(key: string): Promise<void> {
    return this.#store.run((database) => database.delete('taught', key));
  }

  /** Remembers that no two of these are duplicates of each other. */
  setDistinct(ids: readonly string[]): Promise<void> {
    const sorted = [...ids].sort();
    const pairs = sorted.flatMap((first, i) => sorted.slice(i + 1).map((second) => ({ first, second })));
    return this.mergeDistinct(pairs, 'what you said about these duplicates');
  }

  distinctPairs(): Promise<DistinctPair[]> {
    return this.#store.run((database) => database.getAll('distinctPairs'));
  }

  /** Pairs of an imported index, beside the stored ones. */
  mergeDistinct(pairs: readonly DistinctPair[], what = 'what was said about duplicates'): Promise<void> {
    return this.#store.run(async (database) => {
      const transaction = database.transaction('distinctPairs', 'readwrite');
      await allOrNothing(transaction, what, () => pairs.map((pair) => transaction.store.put(pair)));
    });
  }

  /** Everything of these photos that an exported index holds, in their order. @throws Error when one is not in the gallery. */
  travelling(ids: readonly string[], withThumbnails: boolean): Promise<TravellingPhoto[]> {
    return travellingPhotos(this.#store, ids, withThumbnails);
  }

  /** A photo of an imported index, see `mergePhotos`. @throws StorageFull */
  async merge(photo: TravellingPhoto): Promise<'added' | 'already'> {
    const [outcome] = await this.mergeAll([photo]);
    return outcome!;
  }

  /** See `mergePhotos`. @throws StorageFull */
  mergeAll(photos: readonly TravellingPhoto[]): Promise<('added' | 'already')[]> {
    return mergePhotos(this.#store, photos);
  }

  /** A whole segment of an imported index, see `storeSegment`. @throws StorageFull */
  storeSegment(segment: StoredSegment): Promise<ReadonlySet<number>> {
    return storeSegment(this.#store, segment);
  }

  /** See `settledPlaces`. */
  settled(facts: SegmentFacts, places: ReadonlySet<number>): Promise<ReadonlySet<number>> {
    return settledPlaces(this.#store, facts, places);
  }

  /** Which photos there are, at this moment. */
  async knownIds(): Promise<(id: string) => boolean> {
    const { shelf } = this.#store;
    await shelf.refresh();
    const fresh = new Set(await this.#store.run((database) => database.getAllKeys('photos')));
    return (id) => fresh.has(id) || shelf.place(id) !== null;
  }

  /** Moves photos that are no longer new into a segment. @returns how many are left outside */
  pack(most?: number): Promise<number> {
    return packPhotos(this.#store, most);
  }

  /** Keys of those segments of an earlier format that have been read, for `renew`. */
  toRenew(): readonly number[] {
    return segmentsToRenew(this.#store);
  }

  /** See `renewSegment`. @throws StorageFull */
  renew(segment: number): Promise<void> {
    return renewSegment(this.#store, segment);
  }

  /** Writes segments again that have many removed photos, or few of all. @returns whether there was one */
  compact(): Promise<boolean> {
    return compactSegments(this.#store);
  }

  /** Removes everything about these photos, including what a person said about pairs of them. */
  remove(ids: readonly string[]): Promise<void> {
    return removePhotos(this.#store, ids);
  }

  /** Empties every store but the settings, brought weights and trained heads, and checks. @throws Error when something is left. */
  async removeAll(): Promise<void> {
    await this.#store.run(async (database) => {
      const stores = STORES.filter((store) => !KEPT.some((kept) => kept === store));
      const transaction = database.transaction(stores, 'readwrite');
      await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
      const counts = await Promise.all(stores.map((store) => database.count(store)));
      const left = counts.reduce((sum, count) => sum + count, 0);
      if (left > 0) throw new Error(`Gallery.removeAll: ${left} rows are left, wanted none`);
    });
    this.#store.shelf.forgetAll();
  }

  setting(name: string): Promise<string | undefined> {
    return this.#store.run((database) => database.get('settings', name));
  }

  setSetting(name: string, value: string): Promise<void> {
    return this.#store.run(async (database) => {
      const transaction = database.transaction('settings', 'readwrite');
      await allOrNothing(transaction, 'this setting', () => [transaction.store.put(value, name)]);
    });
  }

  close(): Promise<void> {
    return this.#store.connection.close();
  }
}
