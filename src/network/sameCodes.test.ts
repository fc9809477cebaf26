import { readFileSync } from 'node:fs';
import * as tf from '../gpu/tfjs/tfjs.ts';
import '../gpu/tfjs/wasmBackend.ts';
import { describe, expect, test, vi } from 'vitest';
import type { ModelLoader } from '../base/weights/modelLoader.ts';
import { writeSafetensors } from '../base/weights/safetensors.ts';
import { requestAdapter } from '../gpu/device/adapter.ts';
import { type OwnedDevice, openDevice } from '../gpu/device/device.ts';
import { nodeGpu } from '../tools/dawn.ts';
import { analysisDifference } from './analysisDifference.ts';
import { syntheticImage } from './backbone/fixtures/syntheticImage.ts';
import { createNetwork } from './createNetwork.ts';
import { randomHeads, TINY_HEADS } from './fixtures/randomHeads.ts';
import type { PhotoAnalysis } from './heads/photoAnalysis.ts';
import { HEADS_FILE } from './shippedFiles.ts';

const { missing } = await nodeGpu();

const VECTOR_NUMBERS = 64;

/** Strips, since the plain JavaScript backend takes a minute for a whole photo. */
const photos = [1, 2].map((seed) => syntheticImage(400, 60, seed));

async function shipped(name: string): Promise<ArrayBuffer> {
  return new Uint8Array(readFileSync(`public/models/${name}`)).buffer;
}

const joinedHeads = writeSafetensors(
  randomHeads(
    {
      ...TINY_HEADS,
      backbone: 'nanodet-g+ssd-mobilenetv2',
      taps: [
        { tap: 'stride32', channels: 512, levels: [1] },
        { tap: 'openImages16', channels: 72, levels: [1] },
        { tap: 'mobile32', channels: 320, levels: [1, 2] },
      ],
    },
    11,
  ),
  'F16',
);

/** Heads of this test on two shipped backbones, each at its own side. */
async function joined(name: string): Promise<ArrayBuffer> {
  return name === HEADS_FILE ? joinedHeads : shipped(name);
}

async function analyses(backend: string, load: ModelLoader): Promise<PhotoAnalysis[]> {
  const owned: OwnedDevice | null = backend === 'webgpu' ? await openDevice(await requestAdapter()) : null;
  await tf.setBackend(backend);
  const network = await createNetwork(load);
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
  const { semanticBits, categoryBits, appearanceBits, regionAppearanceBits, winners, probability, sameBoxes } =
    analysisDifference(got, wanted);
  expect(sameBoxes).toBe(true);
  expect(probability).toBeLessThan(2e-3);
  // Sums in another order move a logit by about 1e-6 of its size; a bit flips only where it stood on the edge.
  for (const [bits, differing] of Object.entries(semanticBits))
    expect(differing, `${bits} bits`).toBeLessThanOrEqual(1);
  expect(categoryBits).toBeLessThanOrEqual(2);
  expect(appearanceBits).toBeLessThanOrEqual(1);
  // Of 20 regions of 64 bits; another winner is another region.
  if (winners === 0) {
    expect(regionAppearanceBits).toBeLessThanOrEqual(2);
    expect(got.vectors?.boxes).toEqual(wanted.vectors?.boxes);
  }
  expect(got.vectors?.version).toBe(wanted.vectors?.version);
  // The whole photo's: each number is one of 255, and its neighbour where it stood on the edge.
  const whole = (analysis: PhotoAnalysis) => [...analysis.vectors!.vectors.subarray(0, VECTOR_NUMBERS)];
  const apart = whole(got).map((value, i) => Math.abs(value - whole(wanted)[i]!));
  expect(Math.max(...apart)).toBeLessThanOrEqual(1);
}

test('plain JavaScript gives the codes of WASM', async () => {
  const wanted = await analyses('wasm', shipped);
  (await analyses('cpu', shipped)).forEach((analysis, i) => expectSame(analysis, wanted[i]!));
}, 300_000);

describe.skipIf(missing !== null)(
  `WebGPU gives the codes of WASM${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    test.each([
      ['the shipped heads', shipped],
      ['heads on two backbones', joined],
    ] as const)(
      'with %s',
      async (_, load) => {
        const wanted = await analyses('wasm', load);
        (await analyses('webgpu', load)).forEach((analysis, i) => expectSame(analysis, wanted[i]!));
      },
      300_000,
    );
  },
);
