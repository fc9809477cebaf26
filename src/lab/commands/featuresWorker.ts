import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { mirrored } from '../../base/image/mirror.ts';
import { float32ToFloat16, readSafetensors } from '../../base/weights/safetensors.ts';
import { createBackbone } from '../../network/backbone/backbone.ts';
import { backboneNamed } from '../../network/backbone/backbones.ts';
import { decodePhoto } from '../../terminal/pictures/decodePhoto.ts';
import type { HalfMap } from '../features/featureCacheWriter.ts';
import type { FeatureJob, FeatureJobDone, FeatureWorkerSettings } from '../features/featureJob.ts';

/** The worker thread of `npm run features`: one photo in, its maps as float16 out. */
const settings = workerData as FeatureWorkerSettings;

await tf.setBackend('wasm');
const backbone = createBackbone(
  backboneNamed(settings.backbone),
  readSafetensors(new Uint8Array(readFileSync(settings.weights)).buffer),
  settings.inputSide,
);

/** A plain loop: `Uint16Array.from` with a function takes longer than the whole network. */
function halvesOf(values: Float32Array): Uint16Array {
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) halves[i] = float32ToFloat16(values[i]!);
  return halves;
}

async function mapsOf({ path }: FeatureJob): Promise<HalfMap[]> {
  const photo = await decodePhoto(path);
  const maps = backbone.run(settings.flip ? mirrored(photo) : photo, settings.taps);
  try {
    return Object.entries(maps).map(([tap, map]) => {
      const [h, w] = map.shape;
      return { tap, h, w, halves: halvesOf(map.dataSync<'float32'>()) };
    });
  } finally {
    tf.dispose(maps);
  }
}

parentPort!.on('message', async (job: FeatureJob) => {
  let done: FeatureJobDone;
  try {
    done = { outcome: 'cached', maps: await mapsOf(job) };
  } catch (error) {
    done = { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
  parentPort!.postMessage(
    done,
    done.outcome === 'cached' ? done.maps.map(({ halves }) => halves.buffer as ArrayBuffer) : [],
  );
});
