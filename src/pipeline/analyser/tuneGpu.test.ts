import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isFallback, requestAdapter } from '../../gpu/device/adapter.ts';
import { openDevice } from '../../gpu/device/device.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import { nodeGpu } from '../../tools/dawn.ts';
import { changedByFloat16, measuredTuning, tuningInWords } from './tuneGpu.ts';

test('the diagnostics say how many layers each kernel computes, the most first, by which clock, and what became of float16', () => {
  const probed = (['tfjs', 'tiled', 'tiled'] as const).map((chosen, i) => ({
    shape: `${i}`,
    chosen,
    ms: {},
    source: 'timestamps' as const,
  }));
  expect(tuningInWords(probed, 'gives the same codes')).toBe(
    "2 by our tiled kernel, 1 by tfjs's kernel, measured by the GPU's timestamps; float16: gives the same codes",
  );
  expect(tuningInWords([], 'gives the same codes')).toBe('');
});

test('one bit, another winner or a probability that is off keeps float16 out, with the reason', () => {
  const same = {
    semanticBits: { 16: 0, 32: 0, 48: 0, 64: 0 },
    categoryBits: 0,
    appearanceBits: 0,
    regionAppearanceBits: 0,
    probability: 1e-6,
    proposalProbability: 2e-6,
    winners: 0,
    sameBoxes: true,
  };
  expect(changedByFloat16(same)).toBeNull();
  expect(changedByFloat16({ ...same, semanticBits: { ...same.semanticBits, 48: 1 } })).toBe(
    "1 bits of the probe picture's codes",
  );
  expect(changedByFloat16({ ...same, categoryBits: 2 })).toBe("2 bits of the probe picture's codes");
  expect(changedByFloat16({ ...same, appearanceBits: 1, regionAppearanceBits: 2 })).toBe(
    "3 bits of the probe picture's codes",
  );
  expect(changedByFloat16({ ...same, winners: 1 })).toBe('the winning proposal of 1 categories');
  expect(changedByFloat16({ ...same, proposalProbability: 1e-3 })).toBe('a probability by 1.0e-3');
  expect(changedByFloat16({ ...same, probability: NaN })).toBe('a probability by NaN');
});

const { gpu, missing } = await nodeGpu();
const adapter = await gpu?.requestAdapter();
// There the kernels with barriers take minutes for a photo; that float16 changes no map is shown there on a small one (backboneOnGpu.test.ts).
const lacking = missing ?? (adapter && isFallback(adapter) ? 'the adapter is a software one' : null);

describe.skipIf(lacking !== null)(`on a real adapter${lacking === null ? '' : ` (skipped: ${lacking})`}`, () => {
  test('weights in float16 leave the codes of the probe picture as they are, and take part in the choice', async () => {
    const owned = await openDevice(await requestAdapter());
    await owned.use();
    const network = await createNetwork(async (name) => new Uint8Array(readFileSync(`public/models/${name}`)).buffer);
    expect(await measuredTuning(owned, network, 1)).toContain('float16: gives the same codes');
    network.dispose();
    await tf.setBackend('cpu');
    owned.destroy();
  }, 240_000);
});
