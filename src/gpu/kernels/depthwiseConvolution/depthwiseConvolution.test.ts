import { expect, test } from 'vitest';
import { testOnEachBackend } from '../../../tools/onEachBackend.ts';
import * as tf from '../../tfjs/tfjs.ts';
import { depthwiseConvolutionCases } from './depthwiseConvolution.cases.ts';
import { depthwiseConvolutionReference } from './depthwiseConvolution.reference.ts';
import { type DepthwiseConvolution, depthwiseConvolution } from './depthwiseConvolution.ts';

testOnEachBackend(depthwiseConvolutionCases);

test('two channels of a row of three, each with a window of its own, worked by hand', () => {
  const output = depthwiseConvolutionReference(
    Float32Array.of(1, 10, 2, 20, 3, 30),
    Float32Array.of(1, 0.1, 2, -1),
    Float32Array.of(0.5, 1),
    {
      inHeight: 1,
      inWidth: 3,
      channels: 2,
      outHeight: 1,
      outWidth: 2,
      kernelHeight: 1,
      kernelWidth: 2,
      stride: 2,
      padTop: 0,
      padLeft: 0,
      slope: 0,
      most: 6,
    },
  );
  // Channel 0: .5 + 1 + 4 = 5.5, then .5 + 3 + 0; channel 1: 1 + 1 − 20 < 0, then 1 + 3 + 0. The second window leaves the map.
  expect([...output].map((value) => value + 0)).toEqual([5.5, 0, 3.5, 4]);
});

test('shapes that do not belong together are refused', () => {
  const layer = (change: Partial<DepthwiseConvolution>): DepthwiseConvolution => ({
    x: tf.zeros([1, 4, 4, 8]),
    filter: tf.zeros([3, 3, 8, 1]),
    bias: tf.zeros([8]),
    strides: 1,
    padding: { rows: [1, 1], columns: [1, 1] },
    activation: 'relu6',
    ...change,
  });
  expect(() => depthwiseConvolution(layer({ x: tf.zeros([2, 4, 4, 8]) }))).toThrow(
    'depthwiseConvolution: got x [2, 4, 4, 8], wanted (1, height, width, channels)',
  );
  expect(() => depthwiseConvolution(layer({ filter: tf.zeros([3, 3, 8, 2]) }))).toThrow(
    'got a filter [3, 3, 8, 2], wanted (height, width, 8, 1)',
  );
  expect(() => depthwiseConvolution(layer({ bias: tf.zeros([4]) }))).toThrow('got a bias [4], wanted [8]');
  expect(() => depthwiseConvolution(layer({ strides: 1.5 }))).toThrow('got strides 1.5');
  expect(() => depthwiseConvolution(layer({ filter: tf.zeros([7, 7, 8, 1]) }))).toThrow(
    'a window of 7×7 does not fit a map of 4×4',
  );
});
