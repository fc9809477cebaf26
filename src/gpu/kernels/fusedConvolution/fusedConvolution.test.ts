import { expect, test } from 'vitest';
import { nodeGpu } from '../../../tools/dawn.ts';
import { testOnEachBackend } from '../../../tools/onEachBackend.ts';
import { requestAdapter } from '../../device/adapter.ts';
import { openDevice } from '../../device/device.ts';
import { uninitialisedMap } from '../../dispatch/uninitialisedMap.ts';
import * as tf from '../../tfjs/tfjs.ts';
import type { FusedConvolution } from './convolutionWork.ts';
import { fusedConvolutionCases } from './fusedConvolution.cases.ts';
import { fusedConvolutionReference } from './fusedConvolution.reference.ts';
import { fusedConvolution, fusedConvolutionTwice } from './fusedConvolution.ts';

testOnEachBackend(fusedConvolutionCases);

test('a 2×2 window over a row of three, worked by hand', () => {
  const output = new Float32Array(2);
  fusedConvolutionReference(
    Float32Array.of(1, 2, 3, 4, 5, 6),
    Float32Array.of(1, 0, 0, -1),
    Float32Array.of(1),
    output,
    {
      inHeight: 2,
      inWidth: 3,
      inChannels: 1,
      inDepth: 1,
      inOffset: 0,
      outHeight: 1,
      outWidth: 2,
      outChannels: 1,
      outDepth: 1,
      outOffset: 0,
      kernelHeight: 2,
      kernelWidth: 2,
      stride: 1,
      padTop: 0,
      padLeft: 0,
      slope: 0.5,
    },
  );
  // 1 − 5 + 1 = −3 and 2 − 6 + 1 = −3, halved below zero.
  expect([...output]).toEqual([-1.5, -1.5]);
});

function layer(change: Partial<FusedConvolution>): FusedConvolution {
  return {
    x: tf.zeros([1, 4, 4, 8]),
    filter: tf.zeros([3, 3, 8, 8]),
    bias: tf.zeros([8]),
    strides: 1,
    padding: [1, 1],
    activation: 'relu',
    ...change,
  };
}

test('shapes that do not belong together are refused', () => {
  expect(() => fusedConvolution(layer({ x: tf.zeros([2, 4, 4, 8]) }))).toThrow(
    'fusedConvolution: got x [2, 4, 4, 8], wanted (1, height, width, channels)',
  );
  expect(() => fusedConvolution(layer({ filter: tf.zeros([3, 3, 4, 8]) }))).toThrow(
    'got a filter [3, 3, 4, 8] for the channels from 0 of 8',
  );
  expect(() => fusedConvolution(layer({ bias: tf.zeros([4]) }))).toThrow('got a bias [4], wanted [8]');
  expect(() => fusedConvolution(layer({ strides: 0 }))).toThrow('got strides 0');
  expect(() => fusedConvolution(layer({ filter: tf.zeros([7, 7, 8, 8]) }))).toThrow(
    'a window of 7×7 does not fit a map of 4×4',
  );
  expect(() => fusedConvolution(layer({ into: { map: tf.zeros([1, 4, 4, 12]), offset: 8 } }))).toThrow(
    'got a map [1, 4, 4, 12] to write 8 channels from 8 on',
  );
  expect(() => fusedConvolution(layer({ into: { map: tf.zeros([1, 4, 4, 12]), offset: 2 } }))).toThrow(
    'got a channel offset of 2, wanted a multiple of 4',
  );
  expect(() => fusedConvolution(layer({ from: 2, filter: tf.zeros([3, 3, 4, 8]) }))).toThrow(
    'got a channel offset of 2, wanted a multiple of 4',
  );
  expect(() => fusedConvolution(layer({ into: { map: tf.zeros([1, 4, 4, 11]), offset: 0 } }))).toThrow(
    'got a map of 11 channels to write into, wanted a multiple of 4',
  );
  expect(() => fusedConvolution(layer({ from: 0, filter: tf.zeros([3, 3, 6, 8]) }))).toThrow(
    'got slices of 6 and 8 channels',
  );
  expect(() => fusedConvolutionTwice(layer({}), { map: tf.zeros([1, 4, 3, 8]), offset: 0 })).toThrow(
    'got a map [1, 4, 3, 8] to write 8 channels from 0 on',
  );
});

const { missing } = await nodeGpu();

test.skipIf(missing !== null)(
  `on WebGPU two slices fill one map in place, which lives on when what came back is disposed${missing === null ? '' : ` (skipped: ${missing})`}`,
  async () => {
    const owned = await openDevice(await requestAdapter());
    await owned.use();
    const map = uninitialisedMap(2, 2, 8);
    const before = tf.memory().numTensors;
    for (const [offset, value] of [
      [0, 1],
      [4, 2],
    ] as const) {
      const [x, filter, bias]: [tf.Tensor4D, tf.Tensor4D, tf.Tensor1D] = [
        tf.fill([1, 2, 2, 4], value),
        tf.ones([1, 1, 4, 4]),
        tf.zeros([4]),
      ];
      fusedConvolution({
        x,
        filter,
        bias,
        strides: 1,
        padding: [0, 0],
        activation: 'relu',
        into: { map, offset },
      }).dispose();
      tf.dispose([x, filter, bias]);
    }
    expect([...(await map.data())]).toEqual(Array.from({ length: 4 }, () => [4, 4, 4, 4, 8, 8, 8, 8]).flat());
    expect(tf.memory().numTensors).toBe(before);
    map.dispose();
    await tf.setBackend('cpu');
    owned.destroy();
  },
  180_000,
);
