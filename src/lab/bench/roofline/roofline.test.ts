import { expect, test } from 'vitest';
import { convolutionOperations } from '../../../gpu/kernels/fusedConvolution/fusedConvolution.reference.ts';
import { attainable, convolutionBytes } from './roofline.ts';

const card = { operations: 1000, bytes: 100 };

test('below the ridge memory is the bound, from it on arithmetic', () => {
  expect(attainable(card, 5)).toEqual({ operations: 500, bound: 'memory' });
  expect(attainable(card, 10)).toEqual({ operations: 1000, bound: 'arithmetic' });
  expect(attainable(card, 50)).toEqual({ operations: 1000, bound: 'arithmetic' });
});

test('operations and least bytes of a convolution, worked by hand', () => {
  const shape = {
    inHeight: 4,
    inWidth: 4,
    inChannels: 2,
    inDepth: 2,
    inOffset: 0,
    outHeight: 2,
    outWidth: 2,
    outChannels: 3,
    outDepth: 3,
    outOffset: 0,
    kernelHeight: 3,
    kernelWidth: 3,
    stride: 2,
    padTop: 1,
    padLeft: 1,
    slope: 0,
  };
  // 4 pixels × 3 channels × 18 weights, each a multiplication and an addition.
  expect(convolutionOperations(shape)).toBe(432);
  // 32 + 12 + 3 numbers and 54 weights.
  expect(convolutionBytes(shape)).toBe(4 * 101);
  expect(convolutionBytes(shape, 2)).toBe(4 * 47 + 2 * 54);
});
