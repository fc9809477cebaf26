import type { Worker } from 'node:worker_threads';
import { progressOn } from '../data/progress.ts';
import { type FeatureCache, type FeatureCacheHeader, openFeatureCache } from './featureCache.ts';
import { appendToFeatureCache, type HalfMap } from './featureCacheWriter.ts';
import { type KeyedPhoto, keyedPhotos, photosToCompute } from './keyedPhotos.ts';

/** What a worker makes of the photo that it was given last; one that cannot be read is named and the run goes on. */
export type CacheAnswer = { readonly outcome: 'cached' } | { readonly outcome: 'failed'; readonly reason: string };

/** A message to the workers, who get its `key` too. */
export interface CachedPhoto {
  readonly id: string;
  readonly path: string;
  /** What the features depend on beside the file and the header, such as a seed. */
  readonly variant?: string;
}

export interface FillCacheOptions<Answer extends CacheAnswer> {
  readonly folder: string;
  readonly header: FeatureCacheHeader;
  /** For the line of progress. */
  readonly what: string;
  readonly workers: number;
  readonly startWorker: () => Worker;
  readonly mapsOf: (answer: Extract<Answer, { outcome: 'cached' }>) => readonly HalfMap[];
}

/**
 * A feature cache that workers fill, one photo at a time each, resumed where an earlier run stopped. On the disk photos are known by
 * their content, so that another data set with the same names never meets features that are not its own; what is given back knows them by
 * their ids. Photos that cannot be read are named on the error stream and left out.
 * @throws RangeError when there is no worker; Error when two photos have one id, the folder holds another cache or a worker fails.
 */
export async function fillCache<Answer extends CacheAnswer>(
  photos: readonly CachedPhoto[],
  { folder, header, what, workers, startWorker, mapsOf }: FillCacheOptions<Answer>,
): Promise<FeatureCache> {
  if (!Number.isInteger(workers) || workers < 1)
    throw new RangeError(`fillCache: got ${workers} workers, wanted a positive whole number`);
  const failed = (path: string, reason: string): void => console.error(`${path}: ${reason}`);
  const keyed = keyedPhotos(photos, failed);
  const keys = new Map(keyed.map(({ id, key }) => [id, key]));
  if (keys.size < keyed.length) throw new Error('fillCache: two photos have one id, wanted an id for each');
  const writer = appendToFeatureCache(folder, header);
  const jobs = photosToCompute(keyed, writer.finished);
  const progress = progressOn(process.stderr, what, jobs.length);
  let done = 0;
  const serve = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = startWorker();
      let job: KeyedPhoto | undefined;
      const next = (): void => {
        job = jobs.shift();
        if (job === undefined) void worker.terminate().then(() => resolve());
        else worker.postMessage(job);
      };
      worker.on('error', reject);
      worker.on('message', (answer: Answer) => {
        if (answer.outcome === 'failed') failed(job!.path, answer.reason);
        else writer.append(job!.key, mapsOf(answer as Extract<Answer, { outcome: 'cached' }>));
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
