import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { readSafetensors } from '../../base/weights/safetensors.ts';
import { backboneVersion, checkWeights } from '../../network/backbone/backbone.ts';
import { layerShapes } from '../../network/backbone/backboneDescription.ts';
import { backboneNamed } from '../../network/backbone/backbones.ts';
import { INPUT_SIDE } from '../../network/backbone/networkInput.ts';
import { readDataset } from '../data/readDataset.ts';
import { appendToFeatureCache } from '../features/featureCacheWriter.ts';
import type { FeatureJobDone, FeatureWorkerSettings } from '../features/featureJob.ts';
import { keyedPhotos, photosToCompute } from '../features/keyedPhotos.ts';

/**
 * npm run features -- --data DIR --cache DIR [--backbone nanodet-g] [--input-side 416] [--taps stride16,stride32,…]
 *                     [--flip] [--workers 2]
 *
 * Runs the backbone once for each photo of a data folder (any of the layouts of dataset/readDataset.ts) and keeps the maps
 * as float16, so that training reads them instead. Stop it at any time: the next run goes on where it stopped. The
 * layout of the cache is in src/lab/features/featureCache.ts.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    cache: { type: 'string' },
    backbone: { type: 'string', default: 'nanodet-g' },
    models: { type: 'string', default: 'public/models' },
    'input-side': { type: 'string', default: String(INPUT_SIDE) },
    taps: { type: 'string', default: 'stride16,stride32' },
    flip: { type: 'boolean', default: false },
    workers: { type: 'string', default: '2' },
  },
});

async function cacheFeatures(data: string, cache: string): Promise<void> {
  const description = backboneNamed(options.backbone);
  const weightsPath = join(options.models, `${description.name}.safetensors`);
  const weights = readSafetensors(new Uint8Array(readFileSync(weightsPath)).buffer);
  checkWeights(description, weights);
  const inputSide = Number(options['input-side']);
  const taps = options.taps.split(',');
  const shapes = layerShapes(description, 224, 224);
  const channels = (tap: string): number => {
    if (!description.taps.includes(tap))
      throw new Error(`got tap ${tap}, wanted some of ${description.taps.join(', ')}`);
    return shapes.get(tap)!.channels;
  };

  const writer = appendToFeatureCache(cache, {
    backbone: backboneVersion(description, weights, inputSide),
    inputSide,
    flip: options.flip,
    dtype: 'float16',
    taps: Object.fromEntries(taps.map((tap) => [tap, channels(tap)])),
  });

  const { photos } = readDataset(data);
  let failed = 0;
  function unreadable(path: string, reason: string): void {
    failed++;
    console.error(`${path}: ${reason}`);
  }
  const keyed = keyedPhotos(
    photos.map(({ file }) => ({ path: join(data, file) })),
    unreadable,
  );
  const jobs = photosToCompute(keyed, writer.finished);
  console.log(
    `${photos.length} photos, ${keyed.length - jobs.length} cached before or the same file, ${jobs.length} to do`,
  );

  const settings: FeatureWorkerSettings = {
    weights: weightsPath,
    backbone: description.name,
    inputSide,
    taps,
    flip: options.flip,
  };
  const start = performance.now();
  const total = jobs.length;
  let done = 0;
  let cached = 0;

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
      const next = (): void => {
        const job = jobs.shift();
        if (job === undefined) void worker.terminate().then(() => resolve());
        else worker.postMessage(job);
      };
      worker.on('error', reject);
      worker.on('message', (answer: FeatureJobDone) => {
        done++;
        if (answer.outcome === 'cached') {
          cached++;
          writer.append(answer.key, answer.maps);
        } else unreadable(answer.path, answer.reason);
        if (done % 50 === 0 || done === total) report();
        next();
      });
      next();
    });
  }

  await Promise.all(Array.from({ length: Math.max(1, Number(options.workers)) }, runWorker));
  writer.close();
  console.log(`${cached} cached, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

try {
  if (options.data === undefined || options.cache === undefined) throw new Error('wanted --data DIR and --cache DIR');
  await cacheFeatures(options.data, options.cache);
} catch (error) {
  console.error(`features: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
