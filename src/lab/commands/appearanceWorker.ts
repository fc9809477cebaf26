import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import { seededRandom } from '../../base/seededRandom.ts';
import { float32ToFloat16 } from '../../base/weights/safetensors.ts';
import { appearanceFeatures } from '../../network/appearance/appearance.ts';
import { loadBackbone } from '../../network/backbone/backbone.ts';
import { backboneNamed } from '../../network/backbone/backbones.ts';
import { decodePhoto } from '../../terminal/pictures/decodePhoto.ts';
import { editedCopy } from '../data/editedCopy.ts';
import type { HalfMap } from '../features/featureCacheWriter.ts';
import type { FeatureJobDone } from '../features/featureJob.ts';
import { DRAWN_COPIES } from '../train/appearance/appearanceConfig.ts';
import type { AppearanceJob, AppearanceWorkerSettings } from '../train/appearance/appearanceJob.ts';
import { drawnCopy } from '../train/appearance/drawnCopy.ts';

/** The worker thread of `npm run train:appearance`: one photo in, the features of it, of its drawn copies and of regions in both out. */
const { models, description } = workerData as AppearanceWorkerSettings;

await tf.setBackend('wasm');
const backbone = await loadBackbone(
  backboneNamed(description.backbone),
  async (name) => new Uint8Array(readFileSync(join(models, name))).buffer,
);
const taps = description.taps.map(({ tap }) => tap);
const WHOLE = [0, 0, 1, 1];

/** @returns // one row for each box, (K,) each */
function featuresOf(image: RgbImage, boxes: readonly (readonly number[])[]): Float32Array[] {
  const maps = backbone.run(image, taps);
  const features = tf.tidy(() => appearanceFeatures(maps, tf.tensor2d(boxes.map((box) => [...box])), description));
  const values = features.dataSync<'float32'>();
  const width = values.length / boxes.length;
  tf.dispose([features, maps]);
  return boxes.map((_, n) => values.slice(n * width, (n + 1) * width));
}

function map(tap: string, rows: readonly Float32Array[]): HalfMap {
  const width = rows[0]!.length;
  const halves = new Uint16Array(rows.length * width);
  rows.forEach((row, n) => halves.set(Uint16Array.from(row, float32ToFloat16), n * width));
  return { tap, h: rows.length, w: 1, halves };
}

/** `photo` // (1 + copies, K), the photo first; `regions` // (2 · copies · regions, K), each in the photo, then in the copy */
async function mapsOf({ path, seed }: AppearanceJob): Promise<HalfMap[]> {
  const random = seededRandom(seed);
  const photo = await decodePhoto(path);
  const copies = Array.from({ length: DRAWN_COPIES.copies }, () => drawnCopy(random));
  const [whole, ...regions] = featuresOf(photo, [WHOLE, ...copies.flatMap((copy) => copy.regions)]);
  const views = [whole!];
  const pairs: Float32Array[] = [];
  for (const { edit, inCopy } of copies) {
    const copy = await decodePhoto(await editedCopy(photo, edit));
    const [view, ...seen] = featuresOf(copy, [WHOLE, ...inCopy]);
    views.push(view!);
    for (const region of seen) pairs.push(regions[pairs.length / 2]!, region);
  }
  return [map('photo', views), map('regions', pairs)];
}

parentPort!.on('message', async (job: AppearanceJob) => {
  let done: FeatureJobDone;
  try {
    done = { outcome: 'cached', maps: await mapsOf(job) };
  } catch (error) {
    done = { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
  parentPort!.postMessage(done);
});
