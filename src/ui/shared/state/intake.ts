import { type PhotoFile, photoFile } from '../../../pipeline/api/photoFile.ts';
import type { IndexingProgress } from '../../../pipeline/api/pipeline.ts';
import type { Pipeline } from '../../../pipeline/api/pipelineVerbs.ts';
import { withoutHidden } from '../files/hiddenFiles.ts';
import { partedIndexes } from '../files/indexFile.ts';
import { say } from '../language/say.ts';
import { type Readable, Store } from '../store/store.ts';
import type { IndexFiles } from './indexFiles.ts';
import type { Notices } from './notices.ts';

/** What became of a run: its files are done or failed, a person stopped it, or it could not go on. */
export type RunEnd = 'done' | 'stopped' | 'failed';

/**
 * Takes files into the gallery: one run after the other, all stopped by one cancel. Whether a file is a photo is for
 * the decoder to say, which reads its bytes; names and types are often wrong.
 */
export class Intake {
  readonly #pipeline: Pick<Pipeline, 'addPhotos' | 'retryQuarantined'>;
  readonly #notices: Notices;
  readonly #indexFiles: Pick<IndexFiles, 'import'>;
  #running = new AbortController();
  /** Runs at the moment, and those of them whose files can be read again at the next visit. */
  readonly #runs = { all: 0, kept: 0 };
  readonly #nothingToLose = new Store(false);
  /** Whether there is a run and the files of every run can be read again at the next visit. */
  readonly nothingToLose: Readable<boolean> = this.#nothingToLose;

  constructor(
    pipeline: Pick<Pipeline, 'addPhotos' | 'retryQuarantined'>,
    notices: Notices,
    indexFiles: Pick<IndexFiles, 'import'>,
  ) {
    this.#pipeline = pipeline;
    this.#notices = notices;
    this.#indexFiles = indexFiles;
  }

  async add(files: readonly File[]): Promise<void> {
    const visible = withoutHidden(files);
    if (visible.length === 0) {
      this.#notices.error(
        say.intake.nothingAdded,
        files.length === 0 ? say.intake.folderEmpty : say.intake.hiddenSkipped,
      );
      return;
    }
    await this.#addAll(visible.map(photoFile), 'lost');
  }

  /** Files of a folder that stays; what is hidden has been left out. */
  addKept(photos: readonly PhotoFile[]): Promise<RunEnd> {
    return this.#addAll(photos, 'kept');
  }

  async retry(keys: readonly string[]): Promise<void> {
    await this.#run(say.intake.notTriedAgain, 'lost', (signal) => this.#pipeline.retryQuarantined(keys, { signal }));
  }

  /** Stops between two photos; what is done stays. */
  readonly cancel = (): void => {
    this.#running.abort();
    this.#running = new AbortController();
  };

  async #addAll(photos: readonly PhotoFile[], files: 'kept' | 'lost'): Promise<RunEnd> {
    const { indexes, others } = await partedIndexes(photos.map(({ file }) => file));
    for (const index of indexes) {
      this.#notices.offer(say.intake.isIndex(index.name), {
        label: say.intake.importIt,
        run: () => void this.#indexFiles.import(index),
      });
    }
    if (others.length === 0) return 'done';
    const wanted = new Set(others);
    const added = photos.filter(({ file }) => wanted.has(file));
    return this.#run(say.intake.stopped, files, (signal) => this.#pipeline.addPhotos(added, { signal }));
  }

  /** @param files what is to become of them when the page is closed meanwhile */
  async #run(
    what: string,
    files: 'kept' | 'lost',
    run: (signal: AbortSignal) => Promise<IndexingProgress>,
  ): Promise<RunEnd> {
    const { signal } = this.#running;
    this.#count(files, 1);
    try {
      const { already, done, failed } = await run(signal);
      if (done > 0) this.#notices.info(failed > 0 ? say.intake.addedSome(done, failed) : say.intake.added(done));
      else if (already > 0) this.#notices.info(say.intake.already(already));
      return signal.aborted ? 'stopped' : 'done';
    } catch (error) {
      if (!signal.aborted) this.#notices.failed(what, error);
      return signal.aborted ? 'stopped' : 'failed';
    } finally {
      this.#count(files, -1);
    }
  }

  #count(files: 'kept' | 'lost', change: 1 | -1): void {
    this.#runs.all += change;
    if (files === 'kept') this.#runs.kept += change;
    this.#nothingToLose.set(this.#runs.all > 0 && this.#runs.kept === this.#runs.all);
  }
}
