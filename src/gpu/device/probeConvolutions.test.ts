import { describe, expect, test } from 'vitest';
import { nodeGpu } from '../../tools/dawn.ts';
import { ConvolutionChoice, convolutionChoice, shapeKey } from '../kernels/fusedConvolution/convolutionVariant.ts';
import type { ConvolutionShape } from '../kernels/fusedConvolution/fusedConvolution.reference.ts';
import { fusedConvolution } from '../kernels/fusedConvolution/fusedConvolution.ts';
import * as tf from '../tfjs/tfjs.ts';
import { requestAdapter } from './adapter.ts';
import { openDevice } from './device.ts';
import { probeConvolutions } from './probeConvolutions.ts';

const shape: ConvolutionShape = {
  inHeight: 8,
  inWidth: 9,
  inChannels: 4,
  inDepth: 4,
  inOffset: 0,
  outHeight: 4,
  outWidth: 5,
  outChannels: 8,
  outDepth: 8,
  outOffset: 0,
  kernelHeight: 3,
  kernelWidth: 3,
  stride: 2,
  padTop: 1,
  padLeft: 1,
  slope: 0.1,
};

test('a shape that nobody measured gets the variant of the adapter, and keeps what was settled for it', () => {
  const choice = new ConvolutionChoice('registers');
  expect(shapeKey(shape)).toBe('3×3 / 2, 4 → 8 channels, about 16 pixels');
  expect(choice.variant(shape)).toBe('registers');
  expect(choice.unsettled()).toEqual([shape]);
  choice.settle(shape, 'tfjs');
  expect(choice.variant({ ...shape, slope: 0, outWidth: 4 })).toBe('tfjs');
  expect(choice.variant({ ...shape, outWidth: 8 })).toBe('registers');
  choice.settle({ ...shape, outWidth: 8 }, 'tiled');
  expect(choice.unsettled()).toEqual([]);
});

test('the shapes that cost most over all layers come first, whatever came first in the network', () => {
  const choice = new ConvolutionChoice('tiled');
  const large = { ...shape, outWidth: 80 };
  const often = { ...shape, outChannels: 12 };
  choice.variant(shape);
  for (let layer = 0; layer < 30; layer++) choice.variant(often);
  choice.variant(large);
  expect(choice.unsettled()).toEqual([often, large, shape]);
});

test('what was settled on one device holds on the next of its adapter', () => {
  const before = new ConvolutionChoice('tiled');
  before.settle(shape, 'tfjs');
  const after = new ConvolutionChoice('tiled');
  after.settleAs(before);
  expect(after.variant(shape)).toBe('tfjs');
});

test('one variant for all shapes holds as long as the work that asks for it, also where that fails', async () => {
  const choice = new ConvolutionChoice('registers');
  choice.settle(shape, 'tiled');
  expect(await choice.with('float16', async () => choice.variant(shape))).toBe('float16');
  await expect(choice.with('float16', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  expect(choice.variant(shape)).toBe('tiled');
});

const { missing } = await nodeGpu();

describe.skipIf(missing !== null)(`on an adapter${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  test('the probe settles every shape that has run, and leaks nothing', async () => {
    const owned = await openDevice(await requestAdapter());
    await owned.use();
    const x: tf.Tensor4D = tf.ones([1, 9, 8, 4]);
    for (const channels of [4, 8, 12]) {
      fusedConvolution({
        x,
        filter: tf.ones([3, 3, 4, channels]),
        bias: tf.ones([channels]),
        strides: 2,
        padding: [1, 1],
        activation: 'relu',
      }).dispose();
    }
    const before = tf.memory().numTensors;
    const probed = await probeConvolutions(owned, { float16: true, budgetMs: 60_000 });
    expect(probed.map(({ shape: key }) => key)).toEqual(
      [12, 8, 4].map((channels) => `3×3 / 2, 4 → ${channels} channels, about 16 pixels`),
    );
    for (const { chosen, ms } of probed) {
      expect(Object.keys(ms)).toEqual(['tiled', 'float16', 'registers', 'tfjs']);
      expect(ms[chosen]).toBe(Math.min(...Object.values(ms)));
    }
    expect(tf.memory().numTensors).toBe(before);
    expect(convolutionChoice(owned.device).unsettled()).toEqual([]);
    await tf.setBackend('cpu');
    owned.destroy();
  }, 240_000);
});
