import { readFileSync } from 'node:fs';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { describe, expect, test } from 'vitest';
import { readSafetensors, type WeightsFile } from '../../base/weights/safetensors.ts';
import { requestAdapter } from '../../gpu/device/adapter.ts';
import { openDevice } from '../../gpu/device/device.ts';
import { convolutionChoice } from '../../gpu/kernels/fusedConvolution/convolutionVariant.ts';
import { nodeGpu } from '../../tools/dawn.ts';
import { createBackbone } from './backbone.ts';
import type { BackboneDescription } from './backboneDescription.ts';
import { syntheticImage } from './fixtures/syntheticImage.ts';
import { waves } from './fixtures/waves.ts';
import { GOOGLENET } from './googlenet.ts';
import { NANODET_G } from './nanodetG.ts';
import { SSD_MOBILENET_V2 } from './ssdMobilenetV2.ts';

const { missing } = await nodeGpu();

async function mapsOn(
  backend: string,
  description: BackboneDescription,
  weights: WeightsFile,
  side = 64,
): Promise<Map<string, Float32Array>> {
  await tf.setBackend(backend);
  const backbone = createBackbone(description, weights, side);
  const maps = backbone.run(syntheticImage(side, side, 5), description.taps);
  const values = new Map<string, Float32Array>();
  for (const [tap, map] of Object.entries(maps)) values.set(tap, await map.data<'float32'>());
  tf.dispose(maps);
  backbone.dispose();
  return values;
}

describe.skipIf(missing !== null)(`backbones on WebGPU${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  test.each([
    [NANODET_G, () => readSafetensors(new Uint8Array(readFileSync('public/models/nanodet-g.safetensors')).buffer)],
    [GOOGLENET, () => waves(GOOGLENET)],
    [SSD_MOBILENET_V2, () => waves(SSD_MOBILENET_V2)],
  ] as const)(
    '$name gives the maps that it gives on WASM',
    async (description, load) => {
      const weights = load();
      const wanted = await mapsOn('wasm', description, weights);
      const owned = await openDevice(await requestAdapter());
      try {
        const got = await mapsOn('webgpu', description, weights);
        for (const [tap, values] of wanted) {
          const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
          const worst = values.reduce((most, value, i) => Math.max(most, Math.abs(value - got.get(tap)![i]!)), 0);
          // float32 on both sides; the sums run in another order, and a GPU may fuse multiply and add.
          expect(worst / largest, tap).toBeLessThan(1e-4);
        }
      } finally {
        await tf.setBackend('wasm');
        owned.destroy();
      }
    },
    120_000,
  );

  test('weights in float16 give the very numbers that they give in float32', async () => {
    const weights = readSafetensors(new Uint8Array(readFileSync('public/models/nanodet-g.safetensors')).buffer);
    const owned = await openDevice(await requestAdapter());
    try {
      const choice = convolutionChoice(owned.device);
      const wanted = await choice.with('tiled', () => mapsOn('webgpu', NANODET_G, weights, 32));
      const got = await choice.with('float16', () => mapsOn('webgpu', NANODET_G, weights, 32));
      for (const [tap, values] of wanted) expect(got.get(tap), tap).toEqual(values);
    } finally {
      await tf.setBackend('wasm');
      owned.destroy();
    }
  }, 120_000);
});
