import { photoFile } from '../../../pipeline/api/photoFile.ts';
import type { PipelineOptions } from '../../../pipeline/api/pipeline.ts';
import type { Pipeline } from '../../../pipeline/api/pipelineVerbs.ts';
import { withoutHidden } from '../files/hiddenFiles.ts';
import { Store } from '../store/store.ts';

export type TrainingState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' }
  | { readonly phase: 'failed'; readonly error: unknown }
  /** `key` of the heads. */
  | { readonly phase: 'done'; readonly key: string };

/** Heads that a person has trained: it goes on while other views are looked at. */
export class TrainingRun {
  readonly state = new Store<TrainingState>({ phase: 'idle' });
  readonly #pipeline: Pick<Pipeline, 'trainHeads' | 'resumeTraining'>;
  #running: AbortController | null = null;

  constructor(pipeline: Pick<Pipeline, 'trainHeads' | 'resumeTraining'>) {
    this.#pipeline = pipeline;
  }

  /** Does nothing while another one runs. */
  readonly begin = (dropped: readonly File[]): Promise<void> =>
    this.#run((options) => this.#pipeline.trainHeads(withoutHidden(dropped).map(photoFile), options));

  readonly resume = (): Promise<void> => this.#run((options) => this.#pipeline.resumeTraining(options));

  readonly pause = (): void => this.#running?.abort();

  async #run(work: (options: PipelineOptions) => Promise<string>): Promise<void> {
    if (this.#running !== null) return;
    const running = new AbortController();
    this.#running = running;
    this.state.set({ phase: 'running' });
    try {
      this.state.set({ phase: 'done', key: await work({ signal: running.signal }) });
    } catch (error) {
      this.state.set(running.signal.aborted ? { phase: 'idle' } : { phase: 'failed', error });
    } finally {
      this.#running = null;
    }
  }
}
