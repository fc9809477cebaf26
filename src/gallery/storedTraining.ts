import type { GalleryStore } from './galleryStore.ts';

/** What a training has reached, part by part, under names; each part is written whole or not at all. */
export class StoredTraining {
  readonly #store: GalleryStore;

  constructor(store: GalleryStore) {
    this.#store = store;
  }

  async names(): Promise<readonly string[]> {
    return this.#store.run((database) => database.getAllKeys('training'));
  }

  /** Null where there is none of that name. */
  async part(name: string): Promise<ArrayBuffer | null> {
    const row = await this.#store.run((database) => database.get('training', name));
    return row?.bytes ?? null;
  }

  /** New, or in place of the one of that name. @throws StorageFull */
  save(name: string, bytes: ArrayBuffer): Promise<void> {
    return this.#store.put('training', { key: name, bytes }, 'the training');
  }

  forget(names: readonly string[]): Promise<void> {
    return this.#store.run(async (database) => {
      const transaction = database.transaction('training', 'readwrite');
      await Promise.all([...names.map((name) => transaction.store.delete(name)), transaction.done]);
    });
  }

  clear(): Promise<void> {
    return this.#store.run((database) => database.clear('training'));
  }
}
