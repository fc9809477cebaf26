import type { Pipeline } from '../../../pipeline/api/pipelineVerbs.ts';
import { say } from '../language/say.ts';
import { sentenceOf } from '../model/errorSentence.ts';
import { Store } from '../store/store.ts';
import type { Notices } from './notices.ts';

/** The last thing that happened to an index file, in a sentence. */
export type IndexFileState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' }
  | { readonly phase: 'done'; readonly text: string }
  | { readonly phase: 'failed'; readonly text: string };

interface IndexFilesOptions {
  /** Hands a file to the browser's downloads. */
  readonly save: (file: Blob, name: string) => void;
  /** Whether `state` is in sight, so that no notice is needed. */
  readonly reported: () => boolean;
}

/** Exports the index to a file and imports one. Lives as long as the page, so the settings may be closed meanwhile. */
export class IndexFiles {
  readonly state = new Store<IndexFileState>({ phase: 'idle' });
  readonly #pipeline: Pipeline;
  readonly #notices: Notices;
  readonly #options: IndexFilesOptions;
  #running: AbortController | null = null;

  constructor(pipeline: Pipeline, notices: Notices, options: IndexFilesOptions) {
    this.#pipeline = pipeline;
    this.#notices = notices;
    this.#options = options;
  }

  export(withThumbnails: boolean): Promise<void> {
    return this.#run(say.intake.notExported, async (signal) => {
      const { file, photos, leftOut } = await this.#pipeline.exportIndex(withThumbnails, { signal });
      this.#options.save(file, `facet-index-${new Date().toISOString().slice(0, 10)}.facet`);
      return `${say.intake.exported(photos)}${leftOut === 0 ? '' : say.intake.leftOut(leftOut)}`;
    });
  }

  import(file: File): Promise<void> {
    return this.#run(say.intake.notImported(file.name), async (signal) => {
      const { added, already } = await this.#pipeline.importIndex(file, { signal });
      return already === 0 ? say.intake.imported(added) : say.intake.importedSome(added, already);
    });
  }

  readonly cancel = (): void => this.#running?.abort();

  async #run(failure: string, work: (signal: AbortSignal) => Promise<string>): Promise<void> {
    this.#running = new AbortController();
    this.state.set({ phase: 'running' });
    try {
      const text = await work(this.#running.signal);
      this.state.set({ phase: 'done', text });
      if (!this.#options.reported()) this.#notices.info(text);
    } catch (error) {
      // Some of it came in: its own sentence says how much.
      const what = error instanceof Error && error.name === 'ImportIncomplete' ? say.intake.importStopped : failure;
      this.state.set({ phase: 'failed', text: `${what}. ${sentenceOf(error)}` });
      if (!this.#options.reported()) this.#notices.failed(what, error);
    }
  }
}
