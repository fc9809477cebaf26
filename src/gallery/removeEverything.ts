import type { GalleryStore } from './galleryStore.ts';
import { STORES } from './schema.ts';

/** Empties every store but the settings and brought weights, and checks. @throws Error when something is left. */
export async function removeEverything({ connection, shelf }: GalleryStore): Promise<void> {
  await connection.run(async (database) => {
    const stores = STORES.filter((store) => store !== 'settings' && store !== 'weights');
    const transaction = database.transaction(stores, 'readwrite');
    await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
    const counts = await Promise.all(stores.map((store) => database.count(store)));
    const left = counts.reduce((sum, count) => sum + count, 0);
    if (left > 0) throw new Error(`Gallery.removeAll: ${left} rows are left, wanted none`);
  });
  shelf.forgetAll();
}
