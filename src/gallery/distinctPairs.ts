import type { GalleryStore } from './galleryStore.ts';
import { allOrNothing } from './storageFull.ts';
import type { DistinctPair } from './travellingPhoto.ts';

/** Each two of these photos. */
export function pairsOf(ids: readonly string[]): DistinctPair[] {
  const sorted = [...ids].sort();
  return sorted.flatMap((first, i) => sorted.slice(i + 1).map((second) => ({ first, second })));
}

/** Remembers that these are no duplicates. @param what in words for a person @throws StorageFull */
export function addDistinctPairs(store: GalleryStore, pairs: readonly DistinctPair[], what: string): Promise<void> {
  return store.run(async (database) => {
    const transaction = database.transaction('distinctPairs', 'readwrite');
    await allOrNothing(transaction, what, () => pairs.map((pair) => transaction.store.put(pair)));
  });
}
