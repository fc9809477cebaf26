import { type GalleryStore, withMark } from './galleryStore.ts';
import type { MarkRow, PhotoRow } from './schema.ts';
import { segmentRecord } from './segmentRecord.ts';
import type { ReadCodes, ReadSegment } from './segmentShelf.ts';

/** Takes what is read, in this order; what comes later stands above what came before. */
export interface GalleryReader {
  /** So many photos are about to be read. */
  begin(photos: number): void;
  segment(segment: ReadSegment): void;
  /** Photos that are in no segment yet, with a person's words on them. */
  rows(rows: readonly PhotoRow[]): void;
  /** A person's words on photos of the segments; some may be of photos that are gone. */
  marks(marks: readonly MarkRow[]): void;
}

/**
 * One look at the database, so that no photo is missed or seen twice because it moves meanwhile; the segments' bytes are read after it.
 * @param known keys of segments that are left out
 * @returns keys of the segments that were read
 */
export async function readGallery(
  { shelf, connection }: GalleryStore,
  reader: GalleryReader,
  known: ReadonlySet<number>,
): Promise<readonly number[]> {
  const [records, removed, photos, marks] = await connection.run(async (database) => {
    const transaction = database.transaction(['segments', 'removed', 'photos', 'marks']);
    const keys = await transaction.objectStore('segments').getAllKeys();
    return Promise.all([
      Promise.all(
        keys.filter((key) => !known.has(key)).map((key) => segmentRecord(transaction.objectStore('segments'), key)),
      ),
      transaction.objectStore('removed').getAll(),
      transaction.objectStore('photos').getAll(),
      transaction.objectStore('marks').getAll(),
    ]);
  });
  const fresh = records.flat();
  const photosToRead = fresh.reduce((sum, record) => sum + record.photos, photos.length);
  reader.begin(photosToRead);
  await shelf.take(fresh, removed, (segment) => reader.segment(segment));
  const words = new Map(marks.map((mark) => [mark.id, mark]));
  reader.rows(photos.map((row) => withMark(row, words.get(row.id))));
  reader.marks(marks);
  return fresh.map(({ key }) => key);
}

/** Codes of the photos of that version, segment by segment. @param segments keys; all by default */
export async function* codesOfVersion(
  { connection, shelf }: GalleryStore,
  version: string,
  segments?: readonly number[],
): AsyncGenerator<ReadCodes> {
  if (segments === undefined) await shelf.refresh();
  const removed = await connection.run((database) => database.getAll('removed'));
  yield* shelf.codes(version, segments ?? shelf.keys, removed);
}
