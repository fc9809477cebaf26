import type { GalleryStore } from './galleryStore.ts';
import type { TaughtRow } from './records/taughtRow.ts';

/** What a person taught, the oldest first. */
export async function taughtRows(store: GalleryStore): Promise<TaughtRow[]> {
  const rows = await store.run((database) => database.getAll('taught'));
  return rows.sort((a, b) => a.taughtAt - b.taughtAt || (a.key < b.key ? -1 : 1));
}
