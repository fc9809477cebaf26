import type { GalleryStore } from './galleryStore.ts';
import type { PhotoRow } from './records/photoRow.ts';
import type { SegmentRecord, SegmentRow } from './schema.ts';
import { grouped } from './segments/grouped.ts';
import { NO_PART, type Part, packedParts } from './segments/packedParts.ts';
import { readFacts } from './segments/readSegment.ts';
import { SEGMENT_HEADER_BYTES, SEGMENT_PHOTOS } from './segments/segmentFormat.ts';
import { readHead } from './segments/segmentHead.ts';
import { segmentKeyOf, segmentOfRows } from './segments/segmentOfRows.ts';
import { allOrNothing } from './storageFull.ts';

/** A segment of these photos, as it is stored. */
export function recordOf(
  columns: Uint8Array<ArrayBuffer>,
  version: string,
  beside: Pick<SegmentRow, 'analyses' | 'thumbnails'> = { analyses: null, thumbnails: null },
): SegmentRow {
  const { shape, factBytes, codeBytes } = readHead(columns);
  const factsEnd = SEGMENT_HEADER_BYTES + factBytes;
  return {
    version,
    photos: shape.photos,
    factsEnd,
    codesEnd: factsEnd + codeBytes,
    columns: new Blob([columns]),
    ...beside,
  };
}

/**
 * Moves photos out of the store of new ones into a segment for each version, in one transaction: the segment is there and its rows are not,
 * or the other way round. This is how galleries of before there were segments get theirs, piece by piece.
 * @param most photos moved
 * @returns how many are left
 */
export async function packPhotos({ connection, shelf, blobs }: GalleryStore, most = SEGMENT_PHOTOS): Promise<number> {
  const form = await blobs.form();
  return connection.run(async (database) => {
    const transaction = database.transaction(['photos', 'segments'], 'readwrite');
    const photos = transaction.objectStore('photos');
    const rows = await photos.getAll(null, most);
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) return 0;
    const segments = [...grouped(rows, segmentKeyOf).values()].map((group) => {
      const columns = segmentOfRows(group.map((photo) => ({ photo, files: [] })));
      const record = recordOf(columns, group[0]!.version);
      return { columns, record, stored: form === 'blobs' ? record : { ...record, columns: columns.buffer } };
    });
    const adding: Promise<number>[] = [];
    await allOrNothing(transaction, 'the list of your photos', () => {
      for (const { stored } of segments) adding.push(transaction.objectStore('segments').add(stored));
      return [...adding, photos.delete(IDBKeyRange.bound(first.id, last.id))];
    });
    const keys = await Promise.all(adding);
    for (const [n, { columns, record }] of segments.entries())
      shelf.shelve({ ...record, key: keys[n]! }, readFacts(columns.subarray(0, record.factsEnd)));
    return database.count('photos');
  });
}

/** A segment with more than this share of removed photos is written again. */
const MOST_REMOVED = 1 / 4;
/** So many small segments of one kind are written as one. */
const FEW = 4;

/** Segments that are written again as one; empty where there is nothing to do. */
function worthWriting(records: readonly SegmentRecord[], gone: ReadonlyMap<number, number>): SegmentRecord[] {
  const left = ({ key, photos }: SegmentRecord): number => photos - (gone.get(key) ?? 0);
  const holed = records.find((record) => (gone.get(record.key) ?? 0) > record.photos * MOST_REMOVED);
  if (holed) return [holed];
  // Photos whose parts lie beside the segment and those whose parts do not are never mixed.
  const kinds = grouped(
    records.filter((record) => left(record) <= SEGMENT_PHOTOS / FEW),
    ({ version, analyses, thumbnails }) => `${version}\n${analyses === null} ${thumbnails === null}`,
  );
  return [...kinds.values()].find((kind) => kind.length >= FEW)?.slice(0, FEW) ?? [];
}

/**
 * Writes one segment again without its removed photos, or small ones as one. The photos keep their order.
 * @returns whether there was something to do
 */
export async function compactSegments({ connection, shelf, blobs }: GalleryStore): Promise<boolean> {
  await shelf.refresh();
  const removed = await connection.run((database) => database.getAll('removed'));
  const gone = new Map(removed.map(({ segment, places }) => [segment, new Set(places)]));
  const records = shelf.keys.map((key) => shelf.record(key)!);
  const old = worthWriting(records, new Map([...gone].map(([key, places]) => [key, places.size])));
  if (old.length === 0) return false;
  const rows: PhotoRow[] = [];
  const parts = { analyses: [] as Part[], thumbnails: [] as Part[] };
  for (const { key, photos } of old) {
    const [all, analyses, thumbnails] = await Promise.all([
      shelf.rows(key),
      partsOf(shelf.parts(key, 'analyses'), photos),
      partsOf(shelf.parts(key, 'thumbnails'), photos),
    ]);
    all.forEach((row, at) => {
      if (gone.get(key)?.has(at)) return;
      rows.push(row);
      parts.analyses.push(analyses[at]!);
      parts.thumbnails.push(thumbnails[at]!);
    });
  }
  const groups = grouped(rows.keys(), (n) => segmentKeyOf(rows[n]!));
  const beside = (of: 'analyses' | 'thumbnails', places: readonly number[]): Blob | null =>
    old[0]![of] === null ? null : new Blob([packedParts(places.map((n) => parts[of][n]!))]);
  const made = [...groups.values()].map((places) =>
    recordOf(segmentOfRows(places.map((n) => ({ photo: rows[n]!, files: [] }))), old[0]!.version, {
      analyses: beside('analyses', places),
      thumbnails: beside('thumbnails', places),
    }),
  );
  const stored = await Promise.all(made.map((record) => blobs.storedSegment(record)));
  const written = await connection.run(async (database) => {
    const transaction = database.transaction(['segments', 'removed'], 'readwrite');
    const now = await Promise.all(
      old.map(async ({ key }) => {
        const there = await transaction.objectStore('segments').getKey(key);
        const places = (await transaction.objectStore('removed').get(key))?.places.length ?? 0;
        return there !== undefined && places === (gone.get(key)?.size ?? 0);
      }),
    );
    // Another tab was quicker, or a photo was removed meanwhile: another time.
    if (now.includes(false)) return false;
    await allOrNothing(transaction, 'the list of your photos', () => [
      ...stored.map((record) => transaction.objectStore('segments').add(record)),
      ...old.flatMap(({ key }) => [
        transaction.objectStore('segments').delete(key),
        transaction.objectStore('removed').delete(key),
      ]),
    ]);
    return true;
  });
  if (written) await shelf.refresh();
  return written;
}

async function partsOf(packed: ReturnType<GalleryStore['shelf']['parts']>, photos: number): Promise<Part[]> {
  return (await packed)?.all() ?? Array.from({ length: photos }, () => NO_PART);
}
