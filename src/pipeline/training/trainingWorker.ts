import { proxy } from 'comlink';
import type { ModelLoader } from '../../base/weights/modelLoader.ts';
import { Ending } from '../api/ending.ts';
import { cancelledBy } from '../api/errors.ts';
import { lifeEnded } from '../api/lifeLock.ts';
import { ownWorker } from '../api/ownWorker.ts';
import { callsTo, type VerbsOf } from '../api/remoteCalls.ts';
import type { Training } from './trainWorker.ts';
import workerAddress from './trainWorker.ts?worker&url';

/**
 * Runs `work` with a worker that trains; the worker is ended with it, or at once when the signal is aborted.
 * @throws Cancelled when the signal is aborted; Error, for a person, when the worker dies.
 */
export async function withTrainingWorker<T>(
  backbone: string,
  files: ModelLoader,
  signal: AbortSignal,
  work: (worker: VerbsOf<Training>) => Promise<T>,
): Promise<T> {
  const name = `facet-train ${crypto.randomUUID()}`;
  const worker = ownWorker(workerAddress, name);
  const failed = new Promise<void>((resolve) => {
    worker.onerror = () => resolve();
  });
  let end = (_: Error): void => {};
  const stopped = new Promise<Error>((resolve) => {
    end = resolve;
  });
  const cancel = (): void => end(cancelledBy(signal));
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  const held = new Promise<void>((resolve, reject) => {
    queueMicrotask(() => void remote.holdLife().then(resolve, reject));
  });
  const died = Promise.race([failed, lifeEnded(name, held)]).then(
    () =>
      new Error(
        'The worker that trains stopped: it may need more memory than this device has to spare. Go on to try again.',
      ),
  );
  const remote = callsTo<Training>(worker, undefined, new Ending(Promise.race([stopped, died])));
  try {
    await remote.begin(backbone, proxy(files));
    return await work(remote);
  } finally {
    signal.removeEventListener('abort', cancel);
    worker.terminate();
  }
}
