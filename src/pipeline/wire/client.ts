import { askToPersist, isPersisted } from '../api/persistence.ts';
import type { Pipeline } from '../api/pipelineVerbs.ts';
import { HostWorker } from './hostWorker.ts';
import { Snapshots } from './snapshots.ts';
import { addThrough, WorkerDied } from './survivingRun.ts';

type Own = Pick<Pipeline, 'subscribe' | 'getSnapshot' | 'addPhotos'>;

/** Starts the worker; one for a page. A worker that dies is started again, and what was asked of it is asked once more. */
export function openPipeline(): Pipeline {
  const snapshots = new Snapshots();
  const worker = new HostWorker(snapshots);
  const { subscribe, getSnapshot } = snapshots;
  void keepStored(snapshots);
  const own: Own = {
    subscribe,
    getSnapshot,
    addPhotos: (photos, options) =>
      addThrough(
        {
          add: (left) => worker.remote.addPhotos(left, options),
          setAside: (photo, reason) => worker.remote.setAside(photo, reason),
          last: () => getSnapshot().indexing,
        },
        photos,
      ),
  };
  return askedTwice(worker, own);
}

/** Every other verb goes to the worker; once more to the next one where it dies. */
function askedTwice(worker: HostWorker, own: Own): Pipeline {
  const ask = async (verb: string, args: readonly unknown[]): Promise<unknown> => {
    const asked = (): unknown => Reflect.apply(Reflect.get(worker.remote, verb), undefined, args);
    try {
      return await asked();
    } catch (error) {
      if (!(error instanceof WorkerDied && error.again)) throw error;
      return asked();
    }
  };
  const verbs = new Map<string, (...args: readonly unknown[]) => Promise<unknown>>();
  // As in `callsTo`, the verbs exist in the type alone.
  return new Proxy(own as Pipeline, {
    get(target, verb) {
      if (Object.hasOwn(target, verb)) return Reflect.get(target, verb);
      if (typeof verb !== 'string' || verb === 'then') return undefined;
      const known = verbs.get(verb) ?? ((...args) => ask(verb, args));
      verbs.set(verb, known);
      return known;
    },
  });
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
