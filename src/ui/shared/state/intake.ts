import { photoFile } from '../../../pipeline/api/photoFile.ts';
import type { IndexingProgress, Pipeline } from '../../../pipeline/api/pipeline.ts';
import { isPhotoFile } from '../files/photoFiles.ts';
import { counted } from '../model/format.ts';
import type { Notices } from './notices.ts';

/** Takes files into the gallery: one run after the other, all stopped by one cancel. */
export class Intake {
  readonly #pipeline: Pipeline;
  readonly #notices: Notices;
  #running = new AbortController();

  constructor(pipeline: Pipeline, notices: Notices) {
    this.#pipeline = pipeline;
    this.#notices = notices;
  }

  async add(files: readonly File[]): Promise<void> {
    const photos = files.filter(isPhotoFile);
    const others = files.length - photos.length;
    if (photos.length === 0) {
      this.#notices.error(
        'Nothing was added',
        new Error(
          files.length === 0 ? 'the folder is empty.' : `none of the ${counted(files.length, 'file')} is a photo.`,
        ),
      );
      return;
    }
    if (others > 0)
      this.#notices.info(
        `${counted(others, 'file')} that ${others === 1 ? 'is no photo was' : 'are no photos were'} left aside.`,
      );
    await this.#run('Indexing stopped', (signal) => this.#pipeline.addPhotos(photos.map(photoFile), { signal }));
  }

  async retry(paths: readonly string[]): Promise<void> {
    await this.#run('The files could not be tried again', (signal) =>
      this.#pipeline.retryQuarantined(paths, { signal }),
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
        this.#notices.info(`${counted(already, 'photo')} ${already === 1 ? 'was' : 'were'} in the gallery already.`);
    } catch (error) {
      if (!signal.aborted) this.#notices.error(what, error);
    }
  }
}
