import type { GalleryStore } from './galleryStore.ts';
import { ID_BYTES, idOfBytes } from './records/photoId.ts';
import type { SegmentRow } from './schema.ts';
import type { SegmentFacts } from './segments/segmentFormat.ts';
import { allOrNothing } from './storageFull.ts';

/** A segment as it comes with an index file. */
export interface StoredSegment {
  readonly facts: SegmentFacts;
  readonly row: SegmentRow;
}

/** Where less of a segment is new, its new photos are stored one by one. */
const LEAST_NEW = 1 / 2;

/**
 * Stores a whole segment in one transaction, without the photos that are here already.
 * @returns places of the photos that were left out; all places where too few are new.
 * @throws StorageFull when the browser has no room for it; nothing of it is stored then.
 */
export async function storeSegment(store: GalleryStore, { facts, row }: StoredSegment): Promise<ReadonlySet<number>> {
  const { shelf } = store;
  const ids = Array.from({ length: facts.photos }, (_, at) => idOfBytes(facts.ids, at * ID_BYTES));
  const stored = await store.blobs.storedSegment(row);
  const { key, here } = await store.write(
    () => Promise.resolve(),
    async (transaction) => {
      const [keys, rows] = await Promise.all([
        transaction.objectStore('photos').getAllKeys(),
        transaction.objectStore('removed').getAll(),
      ]);
      const fresh = new Set(keys);
      const gone = new Map(rows.map(({ segment, places }) => [segment, new Set(places)]));
      const here = new Set<number>();
      ids.forEach((id, at) => {
        const place = shelf.place(id);
        if (fresh.has(id) || (place && !gone.get(place.segment)?.has(place.at))) here.add(at);
      });
      if (facts.photos - here.size < facts.photos * LEAST_NEW)
        return { key: null, here: new Set(ids.keys()) as ReadonlySet<number> };
      const further = facts.text.files.filter(([at]) => !here.has(at));
      const files = transaction.objectStore('files');
      // A path that leads to another photo here is this browser's own knowledge.
      const taken = await Promise.all(further.map(([, path]) => files.getKey(path)));
      const segments = transaction.objectStore('segments');
      const removed = transaction.objectStore('removed');
      let adding = Promise.resolve(0);
      await allOrNothing(transaction, `${facts.photos - here.size} photos`, () => {
        const paths = further
          .filter((_file, n) => taken[n] === undefined)
          .map(([at, path, size, lastModified]) => files.put({ path, size, lastModified, id: ids[at]! }));
        adding = segments.add(stored);
        const left = adding.then(async (segment) => {
          if (here.size > 0) await removed.put({ segment, places: Uint32Array.from(here) });
        });
        return [...paths, adding, left];
      });
      const key = await adding;
      return { key, here: here as ReadonlySet<number> };
    },
  );
  if (key !== null) shelf.shelve({ ...row, key }, facts, here);
  return here;
}
