import { Ending } from '../api/ending.ts';
import { lifeEnded } from '../api/lifeLock.ts';
import { callsTo, type VerbsOf } from '../api/remoteCalls.ts';
import { isChangeMessage } from './pageMessages.ts';
import type { PipelineHost } from './pipelineHost.ts';
import type { Snapshots } from './snapshots.ts';
import { WorkerDied } from './survivingRun.ts';

/** A worker that dies this often before it is ready is not started again. */
const MOST_DEATHS = 3;

/** The background worker: started with the page, and again when it dies. */
export class HostWorker {
  readonly #snapshots: Snapshots;
  #remote: VerbsOf<PipelineHost>;
  #deaths = 0;

  constructor(snapshots: Snapshots) {
    this.#snapshots = snapshots;
    this.#remote = this.#start();
  }

  /** Of the worker that lives now. @throws from each verb, besides what the pipeline throws, WorkerDied. */
  get remote(): VerbsOf<PipelineHost> {
    return this.#remote;
  }

  #start(): VerbsOf<PipelineHost> {
    const name = `facet ${crypto.randomUUID()}`;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name });
    worker.onerror = ({ message }) =>
      this.#fail(
        message
          ? `The part of Facet that works in the background stopped: ${message}`
          : 'The part of Facet that works in the background could not be started.',
      );
    const again = this.#deaths > 0;
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!isChangeMessage(data)) return;
      const { change } = data;
      if (change.kind === 'state' && change.state.phase === 'ready') this.#deaths = 0;
      // The page goes on showing what it shows while the new worker reads the gallery.
      if (again && change.kind === 'state' && change.state.phase === 'opening') return;
      this.#snapshots.take(change);
    });
    const held = new Promise<void>((resolve, reject) => {
      // Once there are calls to make.
      queueMicrotask(() => void remote.holdLife().then(resolve, reject));
    });
    const gone = new Ending<Error>(lifeEnded(name, held).then(() => this.#onDeath(worker)));
    const remote = callsTo<PipelineHost>(worker, undefined, gone);
    void remote.open().catch(() => {});
    return remote;
  }

  #onDeath(worker: Worker): WorkerDied {
    worker.terminate();
    const again = ++this.#deaths < MOST_DEATHS;
    const died = new WorkerDied(again);
    if (again) this.#remote = this.#start();
    else this.#fail(died.message);
    return died;
  }

  #fail(message: string): void {
    this.#snapshots.take({ kind: 'state', state: { phase: 'failed', message } });
  }
}
