import type { GalleryStore } from './galleryStore.ts';
import { recordOf } from './packing.ts';
import type { SegmentRecord } from './schema.ts';
import { segmentRecord } from './segmentRecord.ts';
import { renewedSegment } from './segments/joinedSegment.ts';
import { SegmentDamaged } from './segments/segmentHead.ts';
import { allOrNothing } from './storageFull.ts';

/** Of those that have been read: segments of the first format, of which searches read all pieces of all categories. */
export function segmentsToRenew({ shelf }: GalleryStore): number[] {
  return shelf.keys.filter((key) => shelf.record(key)?.codesEnd === undefined);
}

/**
 * Writes a segment again in today's format, under its key and in one transaction: what other tabs know of its photos and their places stays
 * true. One that is damaged, or has gone meanwhile, stays as it is.
 * @throws StorageFull
 */
export async function renewSegment({ shelf, connection }: GalleryStore, key: number): Promise<void> {
  const before = shelf.record(key);
  if (before === undefined) return;
  let record: SegmentRecord;
  try {
    const { version, analyses, thumbnails } = before;
    record = { ...recordOf(renewedSegment(await shelf.bytes(key)), version, { analyses, thumbnails }), key };
  } catch (error) {
    if (error instanceof SegmentDamaged) return;
    throw error;
  }
  const written = await connection.run(async (database) => {
    const transaction = database.transaction('segments', 'readwrite');
    const [there] = await segmentRecord(transaction.store, key);
    // Another tab removed it, or was quicker.
    if (there === undefined || there.codesEnd !== undefined) return false;
    const { key: _, ...row } = record;
    await allOrNothing(transaction, 'the list of your photos', () => [transaction.store.put(row, key)]);
    return true;
  });
  if (written) shelf.renew(record);
}
