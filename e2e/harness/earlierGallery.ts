import { openDB } from 'idb';
import { MIGRATIONS } from '../../src/gallery/migrations.ts';
import { DATABASE_NAME, type GalleryDatabase, type GallerySchema } from '../../src/gallery/schema.ts';

/** The stored gallery as an earlier version of the page left it; whoever asks closes it. */
export function earlierGallery(version: number): Promise<GalleryDatabase> {
  return openDB<GallerySchema>(DATABASE_NAME, version, {
    upgrade: async (database, from, _to, transaction) => {
      for (const step of MIGRATIONS.slice(from, version)) await step(database, transaction);
    },
  });
}
