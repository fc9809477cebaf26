import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { readSafetensors } from '../../base/weights/safetensors.ts';
import { backboneVersion, checkWeights } from '../../network/backbone/backbone.ts';
import { type BackboneDescription, layerShapes } from '../../network/backbone/backboneDescription.ts';
import { backbonesNamed } from '../../network/backbone/backbones.ts';
import { headsTaps } from '../../network/heads/heads.ts';
import { DEFAULT_BACKBONE } from '../../network/shippedFiles.ts';
import { headInputs } from '../../network/training/headTaps.ts';
import { modelFiles } from '../data/modelFiles.ts';
import { readDataset } from '../data/readDataset.ts';
import { appendToFeatureCache, tapsToCache } from '../features/featureCacheWriter.ts';
import type { FeatureJobDone, FeatureWorkerSettings } from '../features/featureJob.ts';
import { partFolder } from '../features/joinedCache.ts';
import { type KeyedPhoto, keyedPhotos, photosToCompute } from '../features/keyedPhotos.ts';

/**
 * npm run features -- --data DIR --cache DIR [--backbone nanodet-g+ssd-mobilenetv2] [--models public/models] [--input-side 416]
 *                     [--taps stride16,stride32,…] [--flip] [--workers 2]
 *
 * Runs the backbone once for each photo of a data folder (any of the layouts of data/readDataset.ts) and keeps the maps
 * as float16, so that training reads them instead. Stop it at any time: the next run goes on where it stopped. The
 * layout of the cache is in src/lab/features/featureCache.ts. `--backbone` is one network or several with `+` between them: then
 * each has a folder of its own name in DIR, and one that is there already is not computed again. Taps are those that its heads read, and
 * sides those of the descriptions, if nothing else is asked for.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    cache: { type: 'string' },
    backbone: { type: 'string', default: DEFAULT_BACKBONE },
    models: { type: 'string', default: 'public/models' },
    'input-side': { type: 'string' },
    taps: { type: 'string' },
    flip: { type: 'boolean', default: false },
    workers: { type: 'string', default: '2' },
  },
});

async function cacheFeatures(data: string, cache: string): Promise<void> {
  const wanted = options.taps?.split(',') ?? headsTaps(headInputs(options.backbone));
  const parts = backbonesNamed(options.backbone);
  const known = parts.flatMap(({ taps }) => taps);
  const unknown = wanted.find((tap) => !known.includes(tap));
  if (unknown !== undefined) throw new Error(`got tap ${unknown}, wanted some of ${known.join(', ')}`);
  const { photos } = readDataset(data);
  let failed = 0;
  const keyed = keyedPhotos(
    photos.map(({ file }) => ({ path: join(data, file) })),
    (path, reason) => {
      failed++;
      console.error(`${path}: ${reason}`);
    },
  );
  for (const part of parts) {
    const taps = wanted.filter((tap) => part.taps.includes(tap));
    failed += await cachePart(part, taps, keyed, partFolder(cache, options.backbone, part.name));
  }
  if (failed > 0) process.exitCode = 1;
}

/** @returns how many photos could not be read */
async function cachePart(
  description: BackboneDescription,
  wanted: readonly string[],
  photos: readonly KeyedPhoto[],
  folder: string,
): Promise<number> {
  const file = `${description.name}.safetensors`;
  const weights = readSafetensors(await modelFiles(options.models)(file));
  const taps = tapsToCache(folder, wanted);
  checkWeights(description, weights);
  const inputSide = Number(options['input-side'] ?? description.inputSide);
  const shapes = layerShapes(description, 224, 224);
  const writer = appendToFeatureCache(folder, {
    backbone: backboneVersion(description, weights, inputSide),
    inputSide,
    flip: options.flip,
    dtype: 'float16',
    taps: Object.fromEntries(taps.map((tap) => [tap, shapes.get(tap)!.channels])),
  });
  const jobs = photosToCompute(photos, writer.finished);
  console.log(
    `${description.name}: ${photos.length} photos, ${photos.length - jobs.length} cached before or the same file, ${jobs.length} to do`,
  );

  const settings: FeatureWorkerSettings = {
    weights: join(options.models, file),
    backbone: description.name,
    inputSide,
    taps,
    flip: options.flip,
  };
  const start = performance.now();
  const total = jobs.length;
  let done = 0;
  let failed = 0;

  function report(): void {
    const seconds = (performance.now() - start) / 1000;
    const left = Math.round((seconds / done) * (total - done));
    console.log(
      `${done} of ${total}, ${(done / seconds).toFixed(1)} photos/s, ${Math.floor(left / 60)} min ${left % 60} s left`,
    );
  }

  function runWorker(): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./featuresWorker.js', import.meta.url), { workerData: settings });
      let job: KeyedPhoto | undefined;
      const next = (): void => {
        job = jobs.shift();
        if (job === undefined) void worker.terminate().then(() => resolve());
        else worker.postMessage(job);
      };
      worker.on('error', reject);
      worker.on('message', (answer: FeatureJobDone) => {
        done++;
        if (answer.outcome === 'cached') writer.append(job!.key, answer.maps);
        else {
          failed++;
          console.error(`${job!.path}: ${answer.reason}`);
        }
        if (done % 50 === 0 || done === total) report();
        next();
      });
      next();
    });
  }

  if (jobs.length > 0) await Promise.all(Array.from({ length: Math.max(1, Number(options.workers)) }, runWorker));
  writer.close();
  console.log(`${done - failed} cached, ${failed} failed`);
  return failed;
}

try {
  if (options.data === undefined || options.cache === undefined) throw new Error('wanted --data DIR and --cache DIR');
  await cacheFeatures(options.data, options.cache);
} catch (error) {
  console.error(`features: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
