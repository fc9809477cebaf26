import type { GalleryStore } from './galleryStore.ts';
import { STORES } from './schema.ts';

/** What stays when all photos are removed. */
const KEPT = ['settings', 'weights', 'heads'] as const;

/** Empties every store but the settings, brought weights and trained heads, and checks. @throws Error when something is left. */
export async function removeEverything({ connection, shelf }: GalleryStore): Promise<void> {
  await connection.run(async (database) => {
    const stores = STORES.filter((store) => !KEPT.some((kept) => kept === store));
    const transaction = database.transaction(stores, 'readwrite');
    await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
    const counts = await Promise.all(stores.map((store) => database.count(store)));
    const left = counts.reduce((sum, count) => sum + count, 0);
    if (left > 0) throw new Error(`Gallery.removeAll: ${left} rows are left, wanted none`);
  });
  shelf.forgetAll();
}
