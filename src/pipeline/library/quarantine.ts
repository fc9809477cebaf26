import type { Gallery } from '../../gallery/gallery.ts';
import type { QuarantineRow } from '../../gallery/schema.ts';
import type { QuarantinedFile } from '../api/pipeline.ts';
import type { PhotoFile } from '../indexing/photoFile.ts';
import { quarantinedFile } from './summary.ts';

/** Files put aside: their stored rows, and the files themselves for as long as this page lives. */
export class Quarantine {
  readonly #gallery: Gallery;
  readonly #onChange: (files: readonly QuarantinedFile[]) => void;
  readonly #rows = new Map<string, QuarantineRow>();
  readonly #held = new Map<string, PhotoFile>();

  constructor(gallery: Gallery, onChange: (files: readonly QuarantinedFile[]) => void) {
    this.#gallery = gallery;
    this.#onChange = onChange;
  }

  async load(): Promise<void> {
    for (const row of await this.#gallery.quarantined()) this.#rows.set(row.path, row);
    this.#tell();
  }

  /** @param photo absent when another tab put it aside */
  add(row: QuarantineRow, photo?: PhotoFile): void {
    this.#rows.set(row.path, row);
    if (photo) this.#held.set(row.path, photo);
    this.#tell();
  }

  /** The stored row is gone already, or goes with this. */
  drop(path: string): void {
    this.#held.delete(path);
    if (this.#rows.delete(path)) this.#tell();
  }

  clear(): void {
    this.#rows.clear();
    this.#held.clear();
    this.#tell();
  }

  /** @throws Error naming the first file that the page does not hold. */
  heldFiles(paths: readonly string[]): PhotoFile[] {
    return paths.map((path) => {
      const photo = this.#held.get(path);
      if (!photo)
        throw new Error(`The page was reloaded since ${path} failed and no longer holds it. Drop the file once more.`);
      return photo;
    });
  }

  #tell(): void {
    this.#onChange([...this.#rows.values()].map((row) => quarantinedFile(row, this.#held.has(row.path))));
  }
}
