import { belowFolder, commonFolder } from '../../../pipeline/api/commonFolder.ts';
import { photoFile } from '../../../pipeline/api/photoFile.ts';
import type { Pipeline } from '../../../pipeline/api/pipelineVerbs.ts';
import { withoutHidden } from '../files/hiddenFiles.ts';
import { Store } from '../store/store.ts';

export type MeasuringState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' }
  | { readonly phase: 'failed'; readonly error: unknown }
  /** `key` of the report. */
  | { readonly phase: 'done'; readonly key: string };

/** A labelled folder that a person has measured: it goes on while other views are looked at. */
export class Measuring {
  readonly state = new Store<MeasuringState>({ phase: 'idle' });
  /** The photos of the last folder, by their paths below it, for as long as the page lives. */
  readonly files = new Store<ReadonlyMap<string, File>>(new Map());
  readonly #pipeline: Pick<Pipeline, 'measureFolder'>;
  #running: AbortController | null = null;

  constructor(pipeline: Pick<Pipeline, 'measureFolder'>) {
    this.#pipeline = pipeline;
  }

  /** A run that is under way is stopped first. */
  readonly begin = async (dropped: readonly File[]): Promise<void> => {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const files = withoutHidden(dropped).map(photoFile);
    const folder = commonFolder(files.map(({ path }) => path));
    this.files.set(new Map(files.map(({ path, file }) => [belowFolder(path, folder), file])));
    this.state.set({ phase: 'running' });
    try {
      const { key } = await this.#pipeline.measureFolder(files, { signal: running.signal });
      if (this.#running === running) this.state.set({ phase: 'done', key });
    } catch (error) {
      if (this.#running === running)
        this.state.set(running.signal.aborted ? { phase: 'idle' } : { phase: 'failed', error });
    }
  };

  readonly stop = (): void => this.#running?.abort();
}
