import type { GalleryStore } from './galleryStore.ts';
import type { FileRow, FolderRow } from './schema.ts';

/** The folders that are kept, and the paths in them at which photos were seen. */
export class StoredFolders {
  readonly #store: GalleryStore;

  constructor(store: GalleryStore) {
    this.#store = store;
  }

  /** By name. */
  all(): Promise<FolderRow[]> {
    return this.#store.run((database) => database.getAll('folders'));
  }

  /** A new one, or in place of the one of that name. @throws StorageFull; DataCloneError where this browser cannot store a folder. */
  save(folder: FolderRow): Promise<void> {
    return this.#store.put('folders', folder, `the folder ${folder.name}`);
  }

  forget(name: string): Promise<void> {
    return this.#store.run((database) => database.delete('folders', name));
  }

  /** Paths below the folder at which photos were seen, see `Gallery.files`. */
  files(name: string): Promise<FileRow[]> {
    return this.#store.run((database) => database.getAll('files', below(name)));
  }

  /** Paths at which a photo was seen, see `Gallery.files`. */
  pathsOf(id: string): Promise<FileRow[]> {
    return this.#store.run((database) => database.getAllFromIndex('files', 'byPhoto', id));
  }

  /** No file of these photos lies there any more. A path that leads to another photo by now stays. */
  leavePaths(lost: readonly FileRow[]): Promise<void> {
    return this.#store.run(async (database) => {
      const transaction = database.transaction('files', 'readwrite');
      const rows = await Promise.all(lost.map(({ path }) => transaction.store.get(path)));
      const stale = lost.filter(({ id }, i) => rows[i] === undefined || rows[i].id === id);
      await Promise.all([...stale.map((file) => transaction.store.put({ ...file, id: NOBODY })), transaction.done]);
    });
  }
}

/** In the place of an id: the path of a photo's own row leads to no photo any more, since its file was moved. */
const NOBODY = '';

/** All paths that begin with the folder's name and a slash. */
function below(name: string): IDBKeyRange {
  return IDBKeyRange.bound(`${name}/`, `${name}0`, false, true);
}
