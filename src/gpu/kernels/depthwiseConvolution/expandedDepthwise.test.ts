import { afterEach, beforeAll, expect, test } from 'vitest';
import * as tf from '../../tfjs/tfjs.ts';
import '../../tfjs/wasmBackend.ts';
import { fusedConvolution } from '../fusedConvolution/fusedConvolution.ts';
import { packedFilter } from '../fusedConvolution/packedFilter.ts';
import { randomValues } from '../kernelCase.ts';
import { samePadding } from '../mapPadding.ts';
import { depthwiseConvolution } from './depthwiseConvolution.ts';
import { type ExpandedDepthwise, expandedDepthwise } from './expandedDepthwise.ts';

let before = 0;

beforeAll(async () => {
  await tf.setBackend('wasm');
});

afterEach(() => expect(tf.memory().numTensors).toBe(before));

function layers(height: number, width: number, from: number, to: number, stride: number): ExpandedDepthwise {
  return {
    expand: {
      x: tf.tensor4d(randomValues(height * width * from, 1, -4, 4), [1, height, width, from]),
      filter: packedFilter(randomValues(from * to, 2), [1, 1, from, to], 1),
      bias: tf.tensor1d(randomValues(to, 3)),
      strides: 1,
      padding: [0, 0],
      activation: 'relu6',
    },
    depthwise: {
      filter: tf.tensor4d(randomValues(9 * to, 4), [3, 3, to, 1]),
      bias: tf.tensor1d(randomValues(to, 5)),
      strides: stride,
      padding: { rows: samePadding(height, 3, stride), columns: samePadding(width, 3, stride) },
      activation: 'relu6',
    },
  };
}

test.each([
  ['a map of one band', 9, 7, 1],
  // A row of 160 pixels of 96 channels is 61 KB, a band 17 of them.
  ['bands of rows at stride 1, the last of one row', 46, 160, 1],
  ['bands of rows at stride 2, an even side: nothing before the first row', 64, 160, 2],
  ['bands of rows at stride 2, an odd side: one before and one after', 65, 160, 2],
  ['a row that is wider than a band', 5, 3000, 1],
  ['a single row', 1, 33, 2],
] as const)('%s gives the bits of the two convolutions one after the other', (_, height, width, stride) => {
  before = tf.memory().numTensors;
  tf.tidy(() => {
    const work = layers(height, width, 16, 96, stride);
    const wanted = depthwiseConvolution({ ...work.depthwise, x: fusedConvolution(work.expand) });
    const got = expandedDepthwise(work);
    expect(got.shape).toEqual(wanted.shape);
    // Of two million numbers `toEqual` takes minutes.
    const bits = wanted.dataSync();
    expect(got.dataSync().findIndex((value, i) => value !== bits[i])).toBe(-1);
  });
});

test('a filter that is not packed is convolved first, then the depthwise one', () => {
  before = tf.memory().numTensors;
  tf.tidy(() => {
    const work = layers(5, 6, 8, 12, 1);
    const filter = tf.tensor4d(randomValues(8 * 12, 2), [1, 1, 8, 12]);
    const apart = expandedDepthwise({ ...work, expand: { ...work.expand, filter } }).dataSync();
    const banded = expandedDepthwise(work).dataSync();
    apart.forEach((value, i) => expect(value).toBeCloseTo(banded[i]!, 5));
  });
});

test('shapes that do not belong together are refused', () => {
  before = tf.memory().numTensors;
  tf.tidy(() => {
    const { expand, depthwise } = layers(5, 6, 8, 12, 1);
    expect(() => expandedDepthwise({ expand, depthwise: { ...depthwise, bias: tf.zeros([8]) } })).toThrow(
      'depthwiseConvolution: got a bias [8], wanted [12]',
    );
  });
});
