import type { DoneFile } from './journal.ts';
import type { IndexingProgress } from './progress.ts';

/** A file and what is to be said of it. */
export interface FileNote {
  readonly path: string;
  readonly reason: string;
}

/** What became of the files of a run. */
export class Ledger {
  /** By path. */
  readonly done = new Map<string, DoneFile>();
  readonly failed: FileNote[];
  readonly notPhotos: FileNote[] = [];
  /** Photos whose pixels the page may see a little otherwise. */
  readonly differences: FileNote[] = [];
  readonly #total: number;
  readonly #ids = new Set<string>();

  /** @param files how many there are beside those that could not be looked at */
  constructor(files: number, unreadable: readonly FileNote[]) {
    this.#total = files + unreadable.length;
    this.failed = [...unreadable];
  }

  add(file: DoneFile): void {
    this.done.set(file.path, file);
    this.#ids.add(file.id);
  }

  get progress(): IndexingProgress {
    const [indexed, failed, notPhotos] = [this.#ids.size, this.failed.length, this.notPhotos.length];
    const seen = this.done.size + failed + notPhotos;
    return {
      total: this.#total,
      indexed,
      copies: this.done.size - indexed,
      failed,
      notPhotos,
      left: this.#total - seen,
    };
  }
}
