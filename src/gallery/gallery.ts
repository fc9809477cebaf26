import type { PhotoAnalysis } from '../network/heads/photoAnalysis.ts';
import type { Connection } from './connection.ts';
import { addDistinctPairs, pairsOf } from './distinctPairs.ts';
import { GalleryStore } from './galleryStore.ts';
import { mergePhotos } from './mergePhotos.ts';
import { compactSegments, packPhotos } from './packing.ts';
import {
  allPhotos,
  analysisOf,
  boxesOf,
  knownIds,
  onePhoto,
  previewSizes,
  thumbnailOf,
  thumbnailsOf,
  winnersOf,
} from './photoReads.ts';
import { correctPhoto, favourPhotos, putPath, putPhoto, recodePhoto, removePhotos } from './photoWrites.ts';
import { codesOfVersion, type GalleryReader, readGallery } from './readGallery.ts';
import type { Recoded } from './records/photoRow.ts';
import { blobOf } from './records/storedBlob.ts';
import { removeEverything } from './removeEverything.ts';
import { renewSegment, segmentsToRenew } from './renewSegments.ts';
import type {
  AlbumRow,
  AnalysisRow,
  FileRow,
  PhotoRow,
  QuarantineRow,
  TaughtRow,
  VectorRow,
  WeightsRow,
} from './schema.ts';
import type { ReadCodes, WinningBoxes } from './segmentShelf.ts';
import type { SegmentFacts } from './segments/segmentFormat.ts';
import { settledPlaces } from './settledPlaces.ts';
import { StoredFolders } from './storedFolders.ts';
import { StoredHeads } from './storedHeads.ts';
import { StoredTraining } from './storedTraining.ts';
import { addVectors, vectorsOfVersion } from './storedVectors.ts';
import { type StoredSegment, storeSegment } from './storeSegment.ts';
import { taughtRows } from './taughtRows.ts';
import { travellingPhotos } from './travellers.ts';
import type { DistinctPair, IndexedPhoto, TravellingPhoto } from './travellingPhoto.ts';

export type { IndexedPhoto, TaughtRow, VectorRow };

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
  codes(version: string, segments?: readonly number[]): AsyncGenerator<ReadCodes> {
    return codesOfVersion(this.#store, version, segments);
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
  boxes(id: string): Promise<AnalysisRow | null> {
    return boxesOf(this.#store, id);
  }

  /** @throws Error when the photo is not in the gallery. */
  analysis(id: string): Promise<{ photo: PhotoRow; analysis: PhotoAnalysis }> {
    return analysisOf(this.#store, id);
  }

  /** Boxes and winners of several photos, with one look into the store; null where a photo is not in the gallery or its analysis is damaged. */
  winners(ids: readonly string[]): Promise<(WinningBoxes | null)[]> {
    return winnersOf(this.#store, ids);
  }

  /** @throws Error when the photo is not in the gallery. */
  thumbnail(id: string): Promise<Blob> {
    return thumbnailOf(this.#store, id);
  }

  /** In the order of the ids, with one look into the store; null where there is none. */
  thumbnails(ids: readonly string[]): Promise<(Blob | null)[]> {
    return thumbnailsOf(this.#store, ids);
  }

  /** The larger picture; null where none is kept. */
  async preview(id: string): Promise<Blob | null> {
    const row = await this.#store.run((database) => database.get('previews', id));
    return row ? new Blob([row.bytes], { type: row.type }) : null;
  }

  /** How many larger pictures there are, and their bytes; the pictures themselves are not read. */
  previews(): Promise<{ readonly count: number; readonly bytes: number }> {
    return previewSizes(this.#store);
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
    return putPath(this.#store, file);
  }

  /** Paths at which photos were seen; of those that came with segments only further ones, see `schema.ts`. */
  files(): Promise<FileRow[]> {
    return this.#store.run((database) => database.getAll('files'));
  }

  quarantine(row: QuarantineRow): Promise<void> {
    return this.#store.put('quarantine', row, `the reason why ${row.path} could not be read`);
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
    return addVectors(this.#store, rows);
  }

  /** What a person taught, the oldest first. */
  taught(): Promise<TaughtRow[]> {
    return taughtRows(this.#store);
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
    return addDistinctPairs(this.#store, pairsOf(ids), 'what you said about these duplicates');
  }

  distinctPairs(): Promise<DistinctPair[]> {
    return this.#store.run((database) => database.getAll('distinctPairs'));
  }

  /** Pairs of an imported index, beside the stored ones. */
  mergeDistinct(pairs: readonly DistinctPair[]): Promise<void> {
    return addDistinctPairs(this.#store, pairs, 'what was said about duplicates');
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
  knownIds(): Promise<(id: string) => boolean> {
    return knownIds(this.#store);
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
  removeAll(): Promise<void> {
    return removeEverything(this.#store);
  }

  setting(name: string): Promise<string | undefined> {
    return this.#store.run((database) => database.get('settings', name));
  }

  setSetting(name: string, value: string): Promise<void> {
    return this.#store.put('settings', value, 'this setting', name);
  }

  close(): Promise<void> {
    return this.#store.connection.close();
  }
}
