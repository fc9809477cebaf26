import { readFileSync } from 'node:fs';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSafetensors } from '../../base/weights/safetensors.ts';
import { requestAdapter } from '../../gpu/device/adapter.ts';
import { type OwnedDevice, openDevice } from '../../gpu/device/device.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import { HEADS_FILE } from '../../network/shippedFiles.ts';
import { nodeGpu } from '../../tools/dawn.ts';
import { gpuNetwork } from './gpuNetwork.ts';
import { probePicture } from './probePicture.ts';
import { ANSWER_SIZES, storedAnswers } from './storedAnswers.ts';
import { checkWholeResult, differenceFromAnswer } from './wholeResult.ts';

const load = async (name: string): Promise<ArrayBuffer> => new Uint8Array(readFileSync(`public/models/${name}`)).buffer;

await tf.setBackend('wasm');
const network = await createNetwork(load);
afterAll(() => network.dispose());

test('the stored answers are of the shipped heads, backbone and ranking of proposals; else `npm run answers` makes them anew', async () => {
  expect((await storedAnswers()).version).toBe(network.version);
});

test('WASM gives the stored answers at both sizes', async () => {
  await checkWholeResult(network, 'strip');
  await checkWholeResult(network, 'photo');
}, 60_000);

test('answers of other weights are no answers', async () => {
  await expect(checkWholeResult({ ...network, version: 'other heads' }, 'strip')).rejects.toThrow('npm run answers');
});

describe('what differs from the answer by more than rounding is named', async () => {
  const { width, height, proposals } = ANSWER_SIZES.strip;
  const { strip: answer } = (await storedAnswers()).answers;
  const { analysis } = await network.analyse(probePicture(width, height), { atMost: proposals });
  const categories = analysis.probabilities.length;
  const differs = (change: Partial<PhotoAnalysis>): string | null =>
    differenceFromAnswer({ ...analysis, ...change }, answer);

  test('nothing is', () => expect(differs({})).toBeNull());

  test('what WebGPU once stored: equal proposals, the first of which wins everything', () => {
    const probabilities = Float32Array.from({ length: categories }, (_, c) => 0.6 + c / 100);
    const proposalProbabilities = analysis.proposalProbabilities.map((_, i) => probabilities[i % categories]!);
    expect(differs({ probabilities, proposalProbabilities, winners: new Int32Array(categories) })).toContain(
      'of category 0 in place of',
    );
  });

  test('numbers that are none', () => {
    expect(differs({ probabilities: analysis.probabilities.map(() => NaN) })).toContain('NaN');
    expect(differs({ proposalProbabilities: analysis.proposalProbabilities.map(() => NaN) })).toContain('category 0');
  });

  test('a winner that wins nothing, and boxes that lie elsewhere', () => {
    const least = (c: number): number =>
      Array.from(analysis.objectness, (_, i) => analysis.proposalProbabilities[i * categories + c]!).reduce(
        (best, value, i, all) => (value < all[best]! ? i : best),
        0,
      );
    const winners = analysis.winners.with(3, least(3));
    expect(differs({ winners })).toContain('as winner of category 3');
    expect(differs({ boxes: analysis.boxes.map((edge) => edge / 2) as PhotoAnalysis['boxes'] })).toContain(
      'no proposal where the winner',
    );
    expect(differs({ objectness: analysis.objectness.subarray(1) })).toContain('proposals in place of');
  });

  test('two bits of a semantic code, while one may be rounding; three of the category-aware codes', () => {
    const turned = (bits: number) => ({
      ...analysis.semanticCodes,
      64: analysis.semanticCodes[64].map((word, i) => (i === 0 ? (word ^ bits) >>> 0 : word)),
    });
    expect(differs({ semanticCodes: turned(0b1) })).toBeNull();
    expect(differs({ semanticCodes: turned(0b11) })).toBe('2 other bits in the code of 64 bits');
    const categoryCodes = analysis.categoryCodes.map((word, i) => (i === 5 ? (word ^ 0b111) >>> 0 : word));
    expect(differs({ categoryCodes })).toBe('3 other bits in the category-aware codes');
  });

  test('two bits of the appearance code or of one region, while one may be rounding', () => {
    const turned = (code: Uint32Array, bits: number) => code.map((word, i) => (i === 1 ? (word ^ bits) >>> 0 : word));
    expect(differs({ appearance: turned(analysis.appearance, 0b1) })).toBeNull();
    expect(differs({ appearance: turned(analysis.appearance, 0b11) })).toBe('2 other bits in the appearance code');
    expect(differs({ regionAppearance: turned(analysis.regionAppearance, 0b1) })).toBeNull();
    expect(differs({ regionAppearance: turned(analysis.regionAppearance, 0b11) })).toBe(
      "2 other bits in the appearance code of category 0's region",
    );
    expect(differs({ appearance: new Uint32Array(0) })).toBe('Infinity other bits in the appearance code');
  });
});

const { missing } = await nodeGpu();

/** Adds to the first number of every buffer of that size on its way to the GPU, while `work` runs. */
async function withOneWeightAltered<T>(bytes: number, work: () => Promise<T>): Promise<T> {
  const { getMappedRange, unmap } = GPUBuffer.prototype;
  const ranges = new WeakMap<GPUBuffer, ArrayBuffer>();
  GPUBuffer.prototype.getMappedRange = function (...place) {
    const range = getMappedRange.apply(this, place);
    ranges.set(this, range);
    return range;
  };
  GPUBuffer.prototype.unmap = function () {
    const range = ranges.get(this);
    if (this.size === bytes && range !== undefined) new Float32Array(range)[0]! += 100;
    unmap.call(this);
  };
  try {
    return await work();
  } finally {
    Object.assign(GPUBuffer.prototype, { getMappedRange, unmap });
  }
}

describe.skipIf(missing !== null)(
  `on a device with WebGPU's default limits and no feature${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let owned: OwnedDevice;
    beforeAll(async () => {
      owned = await openDevice(await requestAdapter(), []);
      await owned.use();
    });
    afterAll(async () => {
      await tf.setBackend('wasm');
      owned.destroy();
    });

    test('the network passes its check and gives the codes of WASM', async () => {
      await tf.setBackend('wasm');
      const wanted = (await network.analyse(probePicture(416, 64))).analysis;
      await owned.use();
      expect([...owned.device.features].filter((feature) => feature !== 'core-features-and-limits')).toEqual([]);
      expect(owned.device.limits.maxStorageBuffersPerShaderStage).toBe(8);
      const { network: onGpu } = await gpuNetwork(owned, load);
      const { analysis } = await onGpu.analyse(probePicture(416, 64));
      onGpu.dispose();
      expect(analysis.semanticCodes).toEqual(wanted.semanticCodes);
      expect(analysis.winners).toEqual(wanted.winners);
      analysis.probabilities.forEach((p, c) => expect(Math.abs(p - wanted.probabilities[c]!)).toBeLessThan(2e-3));
    }, 240_000);

    test('one altered weight of 1.4 million is noticed, and the network refused', async () => {
      const weights = readSafetensors(await load(HEADS_FILE)).tensors.get('hidden.weight')!.values;
      await expect(withOneWeightAltered(weights.byteLength, () => gpuNetwork(owned, load))).rejects.toThrow(
        /^The GPU computes something else\. It gives a drawn picture .* in place of /,
      );
      // The device is as good as before.
      const { network: onGpu } = await gpuNetwork(owned, load);
      onGpu.dispose();
    }, 240_000);
  },
);
