import type { RgbImage } from '../../base/image/rgbImage.ts';
import { throwIfCancelled, unlessCancelled } from '../api/errors.ts';
import { ownWorker } from '../api/ownWorker.ts';
import type { SuperpixelMap } from '../api/pipeline.ts';
import { callsTo } from '../api/remoteCalls.ts';
import type { Explanation } from './explainWorker.ts';
import workerAddress from './explainWorker.ts?worker&url';

/**
 * Superpixels and distances of one photo, computed in a worker of its own: neither the page nor a photo that is being
 * indexed waits for it, and cancelling ends the worker.
 * @param image at the size that proposals are found on
 * @throws Cancelled when the signal stopped it.
 */
export async function explainPhoto(image: RgbImage, signal: AbortSignal): Promise<SuperpixelMap> {
  throwIfCancelled(signal);
  const worker = ownWorker(workerAddress, 'facet-explain');
  const crashed = new Promise<never>((_, reject) => {
    worker.onerror = () => reject(new Error('The worker that finds superpixels could not be started.'));
  });
  try {
    return await unlessCancelled(Promise.race([callsTo<Explanation>(worker).superpixels(image), crashed]), signal);
  } finally {
    worker.terminate();
  }
}
