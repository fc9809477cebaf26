import { readFileSync } from 'node:fs';
import * as tf from '../gpu/tfjs/tfjs.ts';
import '../gpu/tfjs/wasmBackend.ts';
import { expect, test, vi } from 'vitest';
import { requestAdapter } from '../gpu/device/adapter.ts';
import { type OwnedDevice, openDevice } from '../gpu/device/device.ts';
import { nodeGpu } from '../tools/dawn.ts';
import { analysisDifference } from './analysisDifference.ts';
import { syntheticImage } from './backbone/fixtures/syntheticImage.ts';
import { createNetwork } from './createNetwork.ts';
import type { PhotoAnalysis } from './heads/photoAnalysis.ts';

const { missing } = await nodeGpu();

/** Strips, since the plain JavaScript backend takes a minute for a whole photo. */
const photos = [1, 2].map((seed) => syntheticImage(400, 60, seed));

async function analyses(backend: string): Promise<PhotoAnalysis[]> {
  const owned: OwnedDevice | null = backend === 'webgpu' ? await openDevice(await requestAdapter()) : null;
  await tf.setBackend(backend);
  const network = await createNetwork(async (name) => new Uint8Array(readFileSync(`public/models/${name}`)).buffer);
  const results: PhotoAnalysis[] = [];
  for (const photo of photos) {
    const readBacks = owned && vi.spyOn(GPUBuffer.prototype, 'mapAsync');
    results.push((await network.analyse(photo)).analysis);
    // Pixels and boxes go up, probabilities, winners and codes come down, and nothing waits in between.
    if (readBacks) expect(readBacks).toHaveBeenCalledTimes(1);
    readBacks?.mockRestore();
  }
  network.dispose();
  await tf.setBackend('wasm');
  owned?.destroy();
  return results;
}

function expectSame(got: PhotoAnalysis, wanted: PhotoAnalysis): void {
  const { semanticBits, categoryBits, probability, sameBoxes } = analysisDifference(got, wanted);
  expect(sameBoxes).toBe(true);
  expect(probability).toBeLessThan(2e-3);
  // Sums in another order move a logit by about 1e-6 of its size; a bit flips only where it stood on the edge.
  for (const [bits, differing] of Object.entries(semanticBits))
    expect(differing, `${bits} bits`).toBeLessThanOrEqual(1);
  expect(categoryBits).toBeLessThanOrEqual(2);
}

test('plain JavaScript gives the codes of WASM', async () => {
  const wanted = await analyses('wasm');
  (await analyses('cpu')).forEach((analysis, i) => expectSame(analysis, wanted[i]!));
}, 300_000);

test.skipIf(missing !== null)(
  `WebGPU gives the codes of WASM${missing === null ? '' : ` (skipped: ${missing})`}`,
  async () => {
    const wanted = await analyses('wasm');
    (await analyses('webgpu')).forEach((analysis, i) => expectSame(analysis, wanted[i]!));
  },
  300_000,
);
