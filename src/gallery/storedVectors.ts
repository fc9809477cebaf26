import type { GalleryStore } from './galleryStore.ts';
import type { VectorRow } from './records/vectorRow.ts';
import { allOrNothing } from './storageFull.ts';

/** Photos that are read at a time: some 2 MB. */
const AT_ONCE = 1024;

/** Vectors of all photos that have some of this version, by id, some at a time, so that no gallery is too large for the memory. */
export async function* vectorsOfVersion(store: GalleryStore, version: string): AsyncGenerator<readonly VectorRow[]> {
  let after: string | null = null;
  for (;;) {
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const rows: VectorRow[] = await store.run((database) => database.getAll('vectors', range, AT_ONCE));
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.filter((row) => row.version === version);
    after = last.id;
  }
}

/** Of photos that came with an index file; those that are there already stay. @throws StorageFull */
export function addVectors(store: GalleryStore, rows: readonly VectorRow[]): Promise<void> {
  return store.run(async (database) => {
    const transaction = database.transaction('vectors', 'readwrite');
    const known = await Promise.all(rows.map(({ id }) => transaction.store.getKey(id)));
    const fresh = rows.filter((_row, n) => known[n] === undefined);
    await allOrNothing(transaction, `the regions of ${fresh.length} photos`, () =>
      fresh.map((row) => transaction.store.put(row)),
    );
  });
}
