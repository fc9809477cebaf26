import type { Gallery } from '../../../gallery/gallery.ts';
import type { FolderRow } from '../../../gallery/schema.ts';
import type { PipelineChange } from '../../api/changes.ts';

/** What a folder is called whose own name is empty: a disk, or the root of the browser's own storage. */
const NAMELESS = 'Folder';

/** The folders that a person added, as far as this browser keeps them. */
export class KeptFolders {
  readonly #gallery: Gallery;
  readonly #tell: (change: PipelineChange) => void;
  readonly #rows = new Map<string, FolderRow>();

  constructor(gallery: Gallery, tell: (change: PipelineChange) => void) {
    this.#gallery = gallery;
    this.#tell = tell;
  }

  /** What is stored. */
  async read(): Promise<void> {
    const rows = await this.#gallery.folders.all();
    this.#rows.clear();
    for (const row of rows) this.#rows.set(row.name, row);
    this.#announce();
  }

  /** Everything has been removed. */
  clear(): void {
    this.#rows.clear();
    this.#announce();
  }

  /** See `FolderVerbs.keepFolder`. */
  async keep(handle: FileSystemDirectoryHandle): Promise<string> {
    for (const row of this.#rows.values()) {
      const way = await wayInto(row.handle, handle);
      if (way === null) continue;
      // The handle in hand may be read; the stored one may be waiting for a person's word.
      await this.#save({ ...row, unfinished: true, ...(way.length === 0 && { handle }) });
      return [row.name, ...way].join('/');
    }
    const name = this.#freeName(handle.name || NAMELESS);
    await this.#save({ name, handle, keptAt: Date.now(), unfinished: true });
    return name;
  }

  async setUnfinished(name: string, unfinished: boolean): Promise<void> {
    const row = this.#rows.get(name);
    if (row !== undefined && row.unfinished !== unfinished) await this.#save({ ...row, unfinished });
  }

  async forget(name: string): Promise<void> {
    await this.#gallery.folders.forget(name);
    this.#rows.delete(name);
    this.#announce();
  }

  /** @throws Error, for a person, where it is not kept; DOMException where it cannot be read. */
  async folder(path: string): Promise<FileSystemDirectoryHandle> {
    const [name = '', ...way] = path.split('/');
    const row = this.#rows.get(name);
    if (row === undefined) throw new Error(`The folder ${name} is no longer kept. Add it again.`);
    let folder = row.handle;
    for (const step of way) folder = await folder.getDirectoryHandle(step);
    return folder;
  }

  /** Null where nothing lies there, or it cannot be read. @param path with the file's name */
  async file(path: string): Promise<File | null> {
    const cut = path.lastIndexOf('/');
    if (cut < 0) return null;
    try {
      const folder = await this.folder(path.slice(0, cut));
      return await (await folder.getFileHandle(path.slice(cut + 1))).getFile();
    } catch {
      return null;
    }
  }

  async #save(row: FolderRow): Promise<void> {
    await this.#gallery.folders.save(row);
    this.#rows.set(row.name, row);
    this.#announce();
  }

  /** Two folders of one name hold different files. */
  #freeName(name: string): string {
    for (let n = 1; ; n++) {
      const free = n === 1 ? name : `${name} (${n})`;
      if (!this.#rows.has(free)) return free;
    }
  }

  #announce(): void {
    const folders = Array.from(this.#rows.values(), ({ name, handle, unfinished }) => ({ name, handle, unfinished }));
    this.#tell({ kind: 'folders', folders });
  }
}

/** The names from `outer` down to `inner`, none for the same folder; null where it lies elsewhere, or `outer` cannot be read by itself. */
async function wayInto(outer: FileSystemDirectoryHandle, inner: FileSystemDirectoryHandle): Promise<string[] | null> {
  const way = await outer.resolve(inner).catch(() => null);
  if (way === null || way.length === 0) return way;
  return (await outer.queryPermission?.({ mode: 'read' })) === 'granted' ? way : null;
}
