import { photoFile } from '../../../pipeline/api/photoFile.ts';
import type { IndexingProgress, Pipeline } from '../../../pipeline/api/pipeline.ts';
import { withoutHidden } from '../files/hiddenFiles.ts';
import { partedIndexes } from '../files/indexFile.ts';
import { counted } from '../model/format.ts';
import type { IndexFiles } from './indexFiles.ts';
import type { Notices } from './notices.ts';

/**
 * Takes files into the gallery: one run after the other, all stopped by one cancel. Whether a file is a photo is for
 * the decoder to say, which reads its bytes; names and types are often wrong.
 */
export class Intake {
  readonly #pipeline: Pick<Pipeline, 'addPhotos' | 'retryQuarantined'>;
  readonly #notices: Notices;
  readonly #indexFiles: Pick<IndexFiles, 'import'>;
  #running = new AbortController();

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
        'Nothing was added',
        files.length === 0
          ? 'The folder is empty.'
          : `Hidden and system files are skipped, and there was nothing else.`,
      );
      return;
    }
    const { indexes, others } = await partedIndexes(visible);
    for (const index of indexes) {
      this.#notices.offer(`${index.name} is an index that Facet exported.`, {
        label: 'Import it',
        run: () => void this.#indexFiles.import(index),
      });
    }
    if (others.length > 0) {
      await this.#run('Indexing stopped', (signal) => this.#pipeline.addPhotos(others.map(photoFile), { signal }));
    }
  }

  async retry(keys: readonly string[]): Promise<void> {
    await this.#run('The files could not be tried again', (signal) =>
      this.#pipeline.retryQuarantined(keys, { signal }),
    );
  }

  /** Stops between two photos; what is done stays. */
  readonly cancel = (): void => {
    this.#running.abort();
    this.#running = new AbortController();
  };

  async #run(what: string, run: (signal: AbortSignal) => Promise<IndexingProgress>): Promise<void> {
    const { signal } = this.#running;
    try {
      const { already, done, failed } = await run(signal);
      if (done > 0)
        this.#notices.info(`${counted(done, 'photo')} added${failed > 0 ? `, ${failed} could not be read` : ''}.`);
      else if (already > 0)
        this.#notices.info(`${counted(already, 'photo')} ${already === 1 ? 'was' : 'were'} already in the gallery.`);
    } catch (error) {
      if (!signal.aborted) this.#notices.failed(what, error);
    }
  }
}
