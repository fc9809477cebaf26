import { wrap } from 'comlink';
import { Cancelled } from '../api/errors.ts';
import type { Explanation } from './explainWorker.ts';
import type { SuperpixelMap } from './superpixelMap.ts';

/**
 * Superpixels and distances of one photo, computed in a worker of its own: neither the page nor a photo that is being
 * indexed waits for it, and to cancel is to end the worker.
 * @throws UnreadablePhoto when the picture cannot be decoded; Cancelled when the signal stopped it.
 */
export async function explainPhoto(photo: Blob, signal: AbortSignal): Promise<SuperpixelMap> {
  if (signal.aborted) throw new Cancelled('The superpixels were cancelled.');
  const worker = new Worker(new URL('./explainWorker.ts', import.meta.url), { type: 'module', name: 'facet-explain' });
  try {
    return await Promise.race([
      wrap<Explanation>(worker).superpixels(photo),
      new Promise<never>((_, reject) => {
        worker.onerror = () => reject(new Error('The worker that finds superpixels could not be started.'));
        signal.addEventListener('abort', () => reject(new Cancelled('The superpixels were cancelled.')), {
          once: true,
        });
      }),
    ]);
  } finally {
    worker.terminate();
  }
}
