import type { Worker } from 'node:worker_threads';
import { headsInputLength } from '../../../network/heads/headsDescription.ts';
import type { FeatureCache } from '../../features/featureCache.ts';
import { type CachedPhoto, fillCache } from '../../features/fillCache.ts';
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

/**
 * The region features of all photos, computed once and resumed where an earlier run stopped. The cache has the layout of
 * `featureCache.ts` with two maps a photo: `regions` (1 + proposals, 1, S) and `boxes` (1 + proposals, 1, 4).
 * @throws as `fillCache`.
 */
export async function fillRegionCache(
  photos: readonly CachedPhoto[],
  options: RegionCacheOptions,
): Promise<FeatureCache> {
  const { folder, version, inputSide, workers, settings, startWorker } = options;
  return fillCache<RegionJobDone>(photos, {
    folder,
    header: {
      backbone: version,
      inputSide,
      flip: settings.mirrored,
      dtype: 'float16',
      taps: { regions: headsInputLength(settings), boxes: 4 },
    },
    what: 'region features',
    workers,
    startWorker: () => startWorker(settings),
    mapsOf: ({ regions, boxes }) => {
      const h = boxes.length / 4;
      return [
        { tap: 'regions', h, w: 1, halves: regions },
        { tap: 'boxes', h, w: 1, halves: boxes },
      ];
    },
  });
}
