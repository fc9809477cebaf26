import { exportGallery } from '../../gallery/archive/exportGallery.ts';
import { importGallery } from '../../gallery/archive/importGallery.ts';
import type { Gallery } from '../../gallery/gallery.ts';
import type { PipelineChange } from '../api/changes.ts';
import { Cancelled } from '../api/errors.ts';
import type { ExportedIndex, ImportedIndex, TransferProgress } from '../api/pipeline.ts';
import { ofNetwork } from './galleryRows.ts';
import type { Library } from './library.ts';
import { roomLeft } from './roomWatch.ts';

export interface IndexTransferParts {
  readonly gallery: Gallery;
  readonly library: Pick<Library, 'columns' | 'vocabulary' | 'imported'>;
  tell(change: PipelineChange): void;
}

/** Telling more often would take longer than the work. */
const TELL_EVERY_MS = 100;

/** Writes the gallery's index into a file and merges such a file into the gallery, and tells the page how far that is. */
export class IndexTransfer {
  readonly #parts: IndexTransferParts;

  constructor(parts: IndexTransferParts) {
    this.#parts = parts;
  }

  /** @throws Cancelled; Error when no photo is of the version in use, or one is removed meanwhile. */
  async export(withThumbnails: boolean, signal: AbortSignal): Promise<ExportedIndex> {
    const { gallery, library } = this.#parts;
    const { categories, bitsPerCategory, version } = await library.vocabulary();
    const { columns } = library;
    const wanted = columns.facts.versions.find(version);
    const ids: string[] = [];
    for (let number = 0; number < columns.facts.end; number++)
      if (columns.has(number) && columns.facts.version[number] === wanted) ids.push(columns.idOf(number));
    const leftOut = columns.count - ids.length;
    if (ids.length === 0) throw new Error('Every photo was indexed by an older version. Drop their files again first.');
    const header = {
      modelVersion: version,
      categories: ofNetwork(categories).map(({ name, gate }) => ({ name, gate })),
      bitsPerCategory,
      exportedAt: Date.now(),
    };
    return this.#told('export', ids.length, async (at) => {
      const file = await exportGallery(gallery, ids, header, {
        withThumbnails,
        onProgress: (done) => at(done, ids.length),
        check: () => throwIfStopped(signal, 'The export was cancelled.'),
      });
      return { file, photos: ids.length, leftOut };
    });
  }

  /** @throws GalleryFileDamaged, OtherModel, StorageFull, ImportIncomplete, Cancelled. */
  async import(file: Blob, signal: AbortSignal): Promise<ImportedIndex> {
    const { version } = await this.#parts.library.vocabulary();
    return this.#told('import', 0, async (at) => {
      try {
        return await importGallery(this.#parts.gallery, file, {
          modelVersion: version,
          onProgress: at,
          room: roomLeft,
          check: () => throwIfStopped(signal, 'The import was cancelled. What was imported so far is kept.'),
        });
      } finally {
        await this.#parts.library.imported();
      }
    });
  }

  async #told<T>(
    kind: TransferProgress['kind'],
    total: number,
    work: (at: (done: number, total: number) => void) => Promise<T>,
  ): Promise<T> {
    const tell = (transfer: TransferProgress | null): void => this.#parts.tell({ kind: 'transfer', transfer });
    let told = 0;
    tell({ kind, done: 0, total });
    try {
      return await work((done, of) => {
        if (Date.now() - told < TELL_EVERY_MS) return;
        told = Date.now();
        tell({ kind, done, total: of });
      });
    } finally {
      tell(null);
    }
  }
}

/** @throws Cancelled when the signal was fired. */
function throwIfStopped(signal: AbortSignal, message: string): void {
  if (signal.aborted) throw new Cancelled(message);
}
