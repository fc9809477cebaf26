import { afterChange, OPENING, type PipelineChange } from '../api/changes.ts';
import { askToPersist, isPersisted } from '../api/persistence.ts';
import type { Pipeline, PipelineSnapshot } from '../api/pipeline.ts';
import { callsTo } from '../api/remoteCalls.ts';
import { isChangeMessage } from './pageMessages.ts';
import type { PipelineHost } from './pipelineHost.ts';

/** Starts the worker; one for a page. */
export function openPipeline(): Pipeline {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'facet' });
  const snapshots = new Snapshots();
  worker.onerror = ({ message }) =>
    snapshots.take({
      kind: 'state',
      state: {
        phase: 'failed',
        message: message
          ? `The part of Facet that works in the background stopped: ${message}`
          : 'The part of Facet that works in the background could not be started.',
      },
    });
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isChangeMessage(data)) snapshots.take(data.change);
  });
  void keepStored(snapshots);
  const { subscribe, getSnapshot } = snapshots;
  const pipeline = callsTo<PipelineHost, Pick<Pipeline, 'subscribe' | 'getSnapshot'>>(worker, {
    subscribe,
    getSnapshot,
  });
  void pipeline.open();
  return pipeline;
}

/** Asks the browser not to evict what is stored, once there is something to keep; it may put the question to a person then. */
async function keepStored(snapshots: Snapshots): Promise<void> {
  const stop = snapshots.subscribe(() => {
    const { indexing } = snapshots.getSnapshot();
    if (indexing === null || indexing.where === 'elsewhere') return;
    stop();
    void askToPersist().then((persisted) => snapshots.take({ kind: 'persisted', persisted }));
  });
  snapshots.take({ kind: 'persisted', persisted: await isPersisted() });
}

/** The page's immutable snapshots, made of the worker's changes. */
class Snapshots {
  readonly #listeners = new Set<() => void>();
  #snapshot: PipelineSnapshot = OPENING;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): PipelineSnapshot => this.#snapshot;

  take(change: PipelineChange): void {
    this.#snapshot = afterChange(this.#snapshot, change);
    for (const listener of [...this.#listeners]) listener();
  }
}
