import type { Worker } from 'node:worker_threads';
import { headsInputLength } from '../../../network/heads/headsDescription.ts';
import { progressOn } from '../../data/progress.ts';
import { type FeatureCache, openFeatureCache } from '../../features/featureCache.ts';
import { appendToFeatureCache } from '../../features/featureCacheWriter.ts';
import { keyedPhotos, photosToCompute } from '../../features/keyedPhotos.ts';
import type { RegionJobDone, RegionWorkerSettings } from './regionJob.ts';

export interface RegionCacheOptions {
  readonly folder: string;
  /** Everything that the regions depend on: backbone and proposals. */
  readonly version: string;
  readonly inputSide: number;
  readonly workers: number;
  readonly settings: RegionWorkerSettings;
  /** Starts `regionsWorker.js`, which lies beside the program itself. */
  readonly startWorker: (settings: RegionWorkerSettings) => Worker;
}

export interface RegionPhoto {
  readonly id: string;
  readonly path: string;
}

/**
 * The region features of all photos, computed once and resumed where an earlier run stopped. The cache has the layout of
 * `featureCache.ts` with two maps a photo: `regions` (1 + proposals, 1, S) and `boxes` (1 + proposals, 1, 4).
 * On the disk photos are known by their content, so that another data set with the same names never meets features that are not its
 * own; what is given back knows them by their ids. Photos that cannot be read are named on the error stream and left out.
 * @throws RangeError when there is no worker; Error when two photos have one id, when the folder holds regions of another version or a worker fails.
 */
export async function fillRegionCache(
  photos: readonly RegionPhoto[],
  options: RegionCacheOptions,
): Promise<FeatureCache> {
  const { folder, version, inputSide, workers, settings } = options;
  if (!Number.isInteger(workers) || workers < 1)
    throw new RangeError(`fillRegionCache: got ${workers} workers, wanted a positive whole number`);
  const failed = (path: string, reason: string): void => console.error(`${path}: ${reason}`);
  const keyed = keyedPhotos(photos, failed);
  const keys = new Map(keyed.map(({ id, key }) => [id, key]));
  if (keys.size < keyed.length) throw new Error('fillRegionCache: two photos have one id, wanted an id for each');
  const taps = { regions: headsInputLength(settings), boxes: 4 };
  const writer = appendToFeatureCache(folder, {
    backbone: version,
    inputSide,
    flip: settings.mirrored,
    dtype: 'float16',
    taps,
  });
  const jobs = photosToCompute(keyed, writer.finished);
  const progress = progressOn(process.stderr, 'region features', jobs.length);
  let done = 0;
  const serve = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = options.startWorker(settings);
      const next = (): void => {
        const job = jobs.shift();
        if (job === undefined) void worker.terminate().then(() => resolve());
        else worker.postMessage(job);
      };
      worker.on('error', reject);
      worker.on('message', (answer: RegionJobDone) => {
        if (answer.outcome === 'failed') failed(answer.path, answer.reason);
        else {
          const h = answer.boxes.length / 4;
          writer.append(answer.key, [
            { tap: 'regions', h, w: 1, halves: answer.regions },
            { tap: 'boxes', h, w: 1, halves: answer.boxes },
          ]);
        }
        progress.step(++done);
        next();
      });
      next();
    });
  if (jobs.length > 0) await Promise.all(Array.from({ length: workers }, serve));
  progress.end();
  writer.close();
  return knownByIds(openFeatureCache(folder), keys);
}

function knownByIds(cache: FeatureCache, keys: ReadonlyMap<string, string>): FeatureCache {
  const keyOf = (id: string): string => keys.get(id) ?? `of ${id}, which is not among the photos asked for`;
  return {
    ...cache,
    keys: [...keys].filter(([, key]) => cache.has(key)).map(([id]) => id),
    has: (id) => cache.has(keyOf(id)),
    photo: (id, taps) => cache.photo(keyOf(id), taps),
    halves: (id, tap) => cache.halves(keyOf(id), tap),
  };
}
