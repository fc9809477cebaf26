import type { GalleryStore } from './galleryStore.ts';
import { blobOf } from './records/storedBlob.ts';
import type { HeadsRow } from './schema.ts';

/** The heads that a person trained. */
export class StoredHeads {
  readonly #store: GalleryStore;

  constructor(store: GalleryStore) {
    this.#store = store;
  }

  async all(): Promise<HeadsRow[]> {
    const rows = await this.#store.run((database) => database.getAll('heads'));
    return rows.map((row) => ({ ...row, file: blobOf(row.file) }));
  }

  /** Undefined where they were forgotten. */
  async get(key: string): Promise<HeadsRow | undefined> {
    const row = await this.#store.run((database) => database.get('heads', key));
    return row && { ...row, file: blobOf(row.file) };
  }

  /** @throws StorageFull */
  async save(row: HeadsRow): Promise<void> {
    const file = await this.#store.blobs.stored(row.file);
    return this.#store.put('heads', { ...row, file }, `the heads ${row.name}`);
  }

  forget(key: string): Promise<void> {
    return this.#store.run((database) => database.delete('heads', key));
  }
}
