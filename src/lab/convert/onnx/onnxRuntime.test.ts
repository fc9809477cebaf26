import { readFileSync } from 'node:fs';
import * as tf from '../../../gpu/tfjs/tfjs.ts';
import '../../../gpu/tfjs/wasmBackend.ts';
import { beforeAll, expect, test } from 'vitest';
import { readOnnx } from '../../../base/weights/onnx.ts';
import { readSafetensors, type WeightsFile } from '../../../base/weights/safetensors.ts';
import { createBackbone } from '../../../network/backbone/backbone.ts';
import type { BackboneDescription } from '../../../network/backbone/backboneDescription.ts';
import { syntheticImage } from '../../../network/backbone/fixtures/syntheticImage.ts';
import { waves } from '../../../network/backbone/fixtures/waves.ts';
import { GOOGLENET, GOOGLENET_BN, INCEPTION_MODULES } from '../../../network/backbone/googlenet.ts';
import { importGoogLeNet } from '../../../network/backbone/googlenetImport.ts';
import { NANODET_G } from '../../../network/backbone/nanodetG.ts';
import { SSD_MOBILENET_V2 } from '../../../network/backbone/ssdMobilenetV2.ts';
import { backboneOnnx, type OnnxNaming, onnxParameters } from './backboneOnnx.ts';
import { torchvisionNames, ZOO_NAMES } from './fixtures/fileNamings.ts';
import { randomParameters } from './fixtures/randomParameters.ts';
import { onnxInput, openOnnx, runOnnx } from './onnxRuntime.ts';

beforeAll(async () => {
  await tf.setBackend('wasm');
});

/** Largest difference over the largest value, for each tap, between our network and onnxruntime's on one picture. */
async function differences(
  description: BackboneDescription,
  weights: WeightsFile,
  onnx: Uint8Array,
): Promise<Map<string, number>> {
  const image = syntheticImage(128, 96, 7);
  const session = await openOnnx(onnx);
  const theirs = await runOnnx(session, onnxInput(image, description.input));
  const backbone = createBackbone(description, weights, 128);
  const ours = backbone.run(image, description.taps);
  const found = new Map<string, number>();
  for (const tap of description.taps) {
    const map = theirs.get(tap)!;
    expect(ours[tap]!.shape, tap).toEqual([map.height, map.width, map.channels]);
    const values = ours[tap]!.dataSync<'float32'>();
    let largest = 0,
      worst = 0;
    for (let i = 0; i < values.length; i++) {
      largest = Math.max(largest, Math.abs(map.values[i]!));
      worst = Math.max(worst, Math.abs(map.values[i]! - values[i]!));
    }
    expect(largest, `${tap} is not silent`).toBeGreaterThan(0.01);
    found.set(tap, worst / largest);
  }
  tf.dispose(ours);
  backbone.dispose();
  await session.release();
  return found;
}

test.each([
  ["the original under the ONNX zoo's names", GOOGLENET, ZOO_NAMES],
  ["torchvision's with its batch normalisation unfolded", GOOGLENET_BN, torchvisionNames()],
] as [string, BackboneDescription, OnnxNaming][])(
  "GoogLeNet, %s: imported, every inception module equals onnxruntime's",
  async (_, description, naming) => {
    const onnx = backboneOnnx(description, INCEPTION_MODULES, naming, randomParameters(description, naming, 11));
    const imported = importGoogLeNet(readOnnx(new Uint8Array(onnx).buffer));
    expect(imported.description).toBe(description);
    const found = await differences(description, { tensors: imported.tensors, metadata: {} }, onnx);
    expect([...found.keys()]).toEqual([...INCEPTION_MODULES]);
    // Both sum in float32, in other orders; about 1e-6 here.
    for (const [tap, difference] of found) expect(difference, tap).toBeLessThan(1e-4);
  },
  120_000,
);

test.each([
  [NANODET_G, () => readSafetensors(new Uint8Array(readFileSync('public/models/nanodet-g.safetensors')).buffer)],
  [SSD_MOBILENET_V2, () => waves(SSD_MOBILENET_V2)],
] as const)(
  "the taps of $name equal onnxruntime's on the same weights",
  async (description, load) => {
    const weights = load();
    const parameters = onnxParameters(description, weights.tensors);
    const naming: OnnxNaming = (layer) => ({ weight: `${layer}.weight`, bias: `${layer}.bias` });
    const onnx = backboneOnnx(description, description.taps, naming, parameters);
    const found = await differences(description, weights, onnx);
    for (const [tap, difference] of found) expect(difference, tap).toBeLessThan(1e-4);
  },
  120_000,
);
