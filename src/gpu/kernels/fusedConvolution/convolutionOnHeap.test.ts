import { setFlagsFromString } from 'node:v8';
import { beforeAll, expect, test } from 'vitest';
import type { KernelBackend } from '../../tfjs/tfjs.ts';
import * as tf from '../../tfjs/tfjs.ts';
import '../../tfjs/wasmBackend.ts';
import { type TfjsHeap, tfjsHeap } from '../../tfjs/tfjsHeap.ts';
import { difference, randomValues } from '../kernelCase.ts';
import { convolutionLoops, convolveOnHeap, loopsWith } from './convolutionOnHeap.ts';
import { type ConvolutionShape, fusedConvolutionReference } from './fusedConvolution.reference.ts';
import { type FilterShape, packedFilter } from './packedFilter.ts';

let heap: TfjsHeap;

beforeAll(async () => {
  // Node 20 has relaxed SIMD behind a flag, later ones without.
  setFlagsFromString('--experimental-wasm-relaxed-simd');
  await tf.setBackend('wasm');
  const found = tfjsHeap(tf.backend() as KernelBackend);
  if (found === null) throw new Error('tfjs shows no heap');
  heap = found;
});

function shapeOf(height: number, width: number, [kernel, , from, to]: FilterShape, stride: number): ConvolutionShape {
  const pad = kernel >> 1;
  return {
    inHeight: height,
    inWidth: width,
    inChannels: from,
    inDepth: from,
    inOffset: 0,
    outHeight: Math.floor((height + 2 * pad - kernel) / stride) + 1,
    outWidth: Math.floor((width + 2 * pad - kernel) / stride) + 1,
    outChannels: to,
    outDepth: to,
    outOffset: 0,
    kernelHeight: kernel,
    kernelWidth: kernel,
    stride,
    padTop: pad,
    padLeft: pad,
    slope: 0.1,
  };
}

/** What the loops write, and beside it what the reference says. */
function convolved(
  arithmetic: 'plain' | 'relaxed',
  size: readonly [number, number],
  filterShape: FilterShape,
  stride: number,
) {
  const loops = loopsWith(heap.memory, arithmetic);
  if (loops === null) throw new Error(`no loops with ${arithmetic} SIMD`);
  const shape = shapeOf(...size, filterShape, stride);
  const x = randomValues(shape.inHeight * shape.inWidth * shape.inChannels, 1);
  const weights = randomValues(
    filterShape.reduce((a, b) => a * b),
    2,
    -0.2,
    0.2,
  );
  const bias = randomValues(shape.outChannels, 3);
  const wanted = new Float32Array(shape.outHeight * shape.outWidth * shape.outChannels);
  fusedConvolutionReference(x, weights, bias, wanted, shape);
  const got = tf.tidy(() => {
    const { layout, values } = packedFilter(weights, filterShape, stride);
    const output = tf.zeros([1, shape.outHeight, shape.outWidth, shape.outChannels]);
    convolveOnHeap(heap, loops, {
      shape,
      layout,
      x: tf.tensor1d(x),
      filter: values,
      bias: tf.tensor1d(bias),
      output,
      copy: null,
    });
    return output.dataSync<'float32'>();
  });
  return { got, wanted };
}

const TOLERANCE = {
  absolute: 5e-5,
  relative: 5e-5,
  reason: 'sums of up to 1,152 products of magnitude 0.2 in float32',
};
const LAYERS: readonly (readonly [string, readonly [number, number], FilterShape, number])[] = [
  ['a layer of Winograd tiles', [27, 30], [3, 3, 128, 40], 1],
  ['a layer of stride 2', [27, 30], [3, 3, 32, 24], 2],
  ['a 1×1 layer', [13, 10], [1, 1, 96, 44], 1],
  ['a photo', [33, 29], [3, 3, 3, 32], 2],
];

test.each(LAYERS)('%s is what the reference says, with plain and with relaxed SIMD', (_, size, filter, stride) => {
  for (const arithmetic of ['plain', 'relaxed'] as const) {
    const { got, wanted } = convolved(arithmetic, size, filter, stride);
    expect(difference(got, wanted, TOLERANCE), arithmetic).toBeNull();
  }
});

test('relaxed SIMD is taken where the engine has it', () => {
  expect(convolutionLoops(heap.memory)).toBe(loopsWith(heap.memory, 'relaxed'));
});

test('a number that is none stays none, and the pixels that do not see it are untouched', () => {
  const shape = shapeOf(12, 12, [3, 3, 4, 4], 1);
  const x = new Float32Array(12 * 12 * 4).fill(1);
  x[0] = Number.NaN;
  const output = tf.tidy(() => {
    const { layout, values } = packedFilter(new Float32Array(9 * 4 * 4).fill(1), [3, 3, 4, 4], 1);
    const map = tf.zeros([1, 12, 12, 4]);
    const loops = convolutionLoops(heap.memory)!;
    convolveOnHeap(heap, loops, {
      shape,
      layout,
      x: tf.tensor1d(x),
      filter: values,
      bias: tf.zeros([4]),
      output: map,
      copy: null,
    });
    return map.dataSync<'float32'>();
  });
  expect(output[0]).toBeNaN();
  expect(output[(6 * 12 + 6) * 4]).toBeCloseTo(36, 3);
});
