import type { Pipeline } from '../../../pipeline/api/pipeline.ts';
import { saveAs } from '../files/saveAs.ts';
import { counted, messageOf } from '../model/format.ts';
import type { Notices } from './notices.ts';
import { Store } from './store.ts';

/** The last thing that happened to an index file, in a sentence. */
export type IndexFileState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' }
  | { readonly phase: 'done'; readonly text: string }
  | { readonly phase: 'failed'; readonly text: string };

/** Writes the index to a file and merges one; lives as long as the page, so that the settings may be closed meanwhile. */
export class IndexFiles {
  readonly state = new Store<IndexFileState>({ phase: 'idle' });
  readonly #pipeline: Pipeline;
  readonly #notices: Notices;
  #running: AbortController | null = null;

  constructor(pipeline: Pipeline, notices: Notices) {
    this.#pipeline = pipeline;
    this.#notices = notices;
  }

  export(withThumbnails: boolean): Promise<void> {
    return this.#run('The index was not exported', async (signal) => {
      const { file, photos, leftOut } = await this.#pipeline.exportIndex(withThumbnails, { signal });
      saveAs(file, `facet-index-${new Date().toISOString().slice(0, 10)}.facet`);
      const rest =
        leftOut === 0
          ? ''
          : ` ${counted(leftOut, 'photo')} of an older version ${leftOut === 1 ? 'is' : 'are'} not in it.`;
      return `The index of ${counted(photos, 'photo')} was exported.${rest}`;
    });
  }

  import(file: File): Promise<void> {
    return this.#run(`${file.name} was not imported`, async (signal) => {
      const { added, already } = await this.#pipeline.importIndex(file, { signal });
      return already === 0
        ? `${counted(added, 'photo')} imported.`
        : `${counted(added, 'photo')} imported; ${already} ${already === 1 ? 'was' : 'were'} in the gallery already.`;
    });
  }

  readonly cancel = (): void => this.#running?.abort();

  async #run(failure: string, work: (signal: AbortSignal) => Promise<string>): Promise<void> {
    this.#running = new AbortController();
    this.state.set({ phase: 'running' });
    try {
      const text = await work(this.#running.signal);
      this.state.set({ phase: 'done', text });
      // The settings say it themselves, and a notice would lie under them.
      if (document.querySelector('dialog[open]') === null) this.#notices.info(text);
    } catch (error) {
      this.state.set({ phase: 'failed', text: `${failure}: ${messageOf(error)}` });
      if (document.querySelector('dialog[open]') === null) this.#notices.error(failure, error);
    }
  }
}
