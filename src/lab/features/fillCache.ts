import type { Worker } from 'node:worker_threads';
import { progressOn } from '../data/progress.ts';
import { type FeatureCache, type FeatureCacheHeader, openFeatureCache } from './featureCache.ts';
import { appendToFeatureCache, type HalfMap } from './featureCacheWriter.ts';

/** What a worker makes of a photo; one that cannot be read is named and the run goes on. */
export type CacheAnswer = { readonly id: string } & (
  | { readonly outcome: 'cached' }
  | { readonly outcome: 'failed'; readonly reason: string }
);

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
 * A feature cache that workers fill, one photo at a time each, resumed where an earlier run stopped.
 * @param photos messages to the workers
 * @throws RangeError when there is no worker; Error when the folder holds another cache or a worker fails.
 */
export async function fillCache<Answer extends CacheAnswer>(
  photos: readonly { readonly id: string }[],
  { folder, header, what, workers, startWorker, mapsOf }: FillCacheOptions<Answer>,
): Promise<FeatureCache> {
  if (!Number.isInteger(workers) || workers < 1)
    throw new RangeError(`fillCache: got ${workers} workers, wanted a positive whole number`);
  const writer = appendToFeatureCache(folder, header);
  const jobs = photos.filter(({ id }) => !writer.finished.has(id));
  const progress = progressOn(process.stderr, what, jobs.length);
  let done = 0;
  const serve = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = startWorker();
      const next = (): void => {
        const job = jobs.shift();
        if (job === undefined) void worker.terminate().then(() => resolve());
        else worker.postMessage(job);
      };
      worker.on('error', reject);
      worker.on('message', (answer: Answer) => {
        if (answer.outcome === 'failed') console.error(`${answer.id}: ${answer.reason}`);
        else writer.append(answer.id, mapsOf(answer as Extract<Answer, { outcome: 'cached' }>));
        progress.step(++done);
        next();
      });
      next();
    });
  if (jobs.length > 0) await Promise.all(Array.from({ length: workers }, serve));
  progress.end();
  writer.close();
  return openFeatureCache(folder);
}
