import type { Gallery } from '../../gallery/gallery.ts';
import { StorageFull } from '../../gallery/storageFull.ts';
import { PHOTO_FLAGS } from './columns/factColumns.ts';
import { GalleryColumns } from './columns/galleryColumns.ts';
import { EarlierCodes } from './earlierCodes.ts';
import type { Vocabulary } from './galleryRows.ts';

/** So many photos lie in rows of their own before they are moved into a segment. */
const MOST_UNPACKED = 1024;

/** What is known of a photo without reading it. */
export interface KnownPhoto {
  readonly name: string;
  /** Of its codes; empty where they are damaged. */
  readonly version: string;
  readonly pictured: boolean;
}

/** The gallery's columns as they are read from the storage, and the storage kept in good order for the next reading. */
export class GalleryMemory {
  readonly columns = new GalleryColumns();
  readonly earlier: EarlierCodes;
  readonly #gallery: Gallery;
  /** Keys of the segments that were read. */
  readonly #segments = new Set<number>();
  /** Photos that are in no segment yet, about. */
  #unpacked = 0;
  /** The end of what is being done to the storage while nobody waits for it. */
  #tidying: Promise<void> = Promise.resolve();

  constructor(gallery: Gallery) {
    this.#gallery = gallery;
    this.earlier = new EarlierCodes(gallery, this.columns);
  }

  /** Everything but the codes. */
  async read(): Promise<void> {
    await this.#readSegments();
  }

  /** What was written since by others. @param vocabulary null until it is known */
  async readNew(vocabulary: Vocabulary | null): Promise<void> {
    const read = await this.#readSegments();
    if (vocabulary !== null) await this.#readCodes(vocabulary.version, read);
  }

  /** The codes of the version in use. */
  async learn(vocabulary: Vocabulary): Promise<void> {
    this.columns.beginLearning(vocabulary);
    await this.#readCodes(vocabulary.version);
    await this.earlier.remember(vocabulary);
    // Segments of an earlier format are read as well as others, but more slowly: one after the other they get today's.
    this.#tidy(async () => {
      for (const segment of this.#gallery.toRenew()) await this.#gallery.renew(segment);
    });
  }

  /**
   * A gallery of before there were segments gets them, piece by piece, each in one transaction: wherever this is interrupted, it goes on the
   * next time. Where the browser has no room, the gallery stays as it is.
   * @param tell for a person
   */
  async migrate(tell: (step: string) => void): Promise<void> {
    const all = await this.#gallery.countNew();
    try {
      for (let left = all; left >= MOST_UNPACKED; left = await this.#gallery.pack())
        tell(`Rearranging the stored gallery: ${all - left} of ${all} photos`);
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error;
    }
  }

  /** A photo was stored. When there are many new ones they are moved into a segment; nobody waits for that. */
  added(): void {
    if (++this.#unpacked < MOST_UNPACKED) return;
    this.#unpacked = 0;
    const gallery = this.#gallery;
    this.#tidy(async () => {
      for (let left = await gallery.pack(); left >= MOST_UNPACKED; left = await gallery.pack());
      while (await gallery.compact());
    });
  }

  /** What fails is tried again the next time. */
  #tidy(work: () => Promise<void>): void {
    this.#tidying = this.#tidying.then(work).catch(() => {});
  }

  known(id: string): KnownPhoto | undefined {
    const number = this.columns.numberOf(id);
    if (number === null) return undefined;
    const { facts, search } = this.columns;
    const version = facts.versions.text(facts.version[number]!);
    const damaged = search !== null && search.vocabulary.version === version && !search.has(number);
    return {
      name: facts.names.get(number),
      version: damaged ? '' : version,
      pictured: (facts.flags[number]! & PHOTO_FLAGS.pictured) !== 0,
    };
  }

  /** Those that were not read before. @returns their keys */
  async #readSegments(): Promise<readonly number[]> {
    const read = await this.#gallery.read(
      {
        begin: (photos) => this.columns.reserve(photos),
        segment: (segment) => this.columns.putSegment(segment),
        rows: (rows) => {
          this.#unpacked = rows.length;
          for (const row of rows) this.columns.put(row);
        },
        marks: (marks) => {
          for (const mark of marks) this.columns.mark(mark);
        },
      },
      this.#segments,
    );
    for (const key of read) this.#segments.add(key);
    return read;
  }

  /** Of photos that hold something by a person's word alone, of which the network saw next to nothing. */
  async #readLackingPieces(): Promise<void> {
    for (const id of this.columns.lackingPieces()) {
      const row = await this.#gallery.photo(id);
      if (row) this.columns.putPiecesOf(row);
    }
  }

  /** @param segments all by default */
  async #readCodes(version: string, segments?: readonly number[]): Promise<void> {
    // First those that may be moved into a segment meanwhile.
    for (const row of await this.#gallery.newPhotos()) this.columns.putCodesOf(row);
    for await (const codes of this.#gallery.codes(version, segments)) this.columns.putCodes(codes);
    await this.#readLackingPieces();
    this.columns.learnt();
  }
}
