import { Ending } from '../api/ending.ts';
import { lifeEnded, stuckAtStart } from '../api/lifeLock.ts';
import { ownWorker } from '../api/ownWorker.ts';
import { callsTo } from '../api/remoteCalls.ts';
import { isChangeMessage } from './pageMessages.ts';
import type { HostVerbs } from './pipelineHost.ts';
import type { Snapshots } from './snapshots.ts';
import { WorkerDied } from './survivingRun.ts';
import workerAddress from './worker.ts?worker&url';

/** A worker that dies this often before it is ready is not started again. */
const MOST_DEATHS = 3;

/** From a worker's first message to the lock of its life; on a busy machine it takes a second. The next worker gets three times as long. */
const STUCK_MS = 10_000;

/** The background worker: started with the page, and again when it dies. */
export class HostWorker {
  readonly #snapshots: Snapshots;
  #remote: HostVerbs;
  #deaths = 0;

  constructor(snapshots: Snapshots) {
    this.#snapshots = snapshots;
    this.#remote = this.#start();
  }

  /** Of the worker that lives now. @throws from each verb, besides what the pipeline throws, WorkerDied. */
  get remote(): HostVerbs {
    return this.#remote;
  }

  #start(): HostVerbs {
    const name = `facet ${crypto.randomUUID()}`;
    const worker = ownWorker(workerAddress, name);
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
    const begun = new Promise<void>((resolve) => worker.addEventListener('message', () => resolve(), { once: true }));
    const ended = Promise.race([lifeEnded(name, held), stuckAtStart(begun, held, STUCK_MS * 3 ** this.#deaths)]);
    const gone = new Ending<Error>(ended.then(() => this.#onDeath(worker)));
    const remote = callsTo<HostVerbs>(worker, undefined, gone);
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
