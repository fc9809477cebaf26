import { expect, test } from 'vitest';
import { testOnEachBackend } from '../../../tools/onEachBackend.ts';
import { type Tensor2D, zeros } from '../../tfjs/tfjs.ts';
import { packBitsCases } from './packBits.cases.ts';
import { packBitsReference } from './packBits.reference.ts';
import { packBits } from './packBits.ts';

testOnEachBackend(packBitsCases);

test('bit i stands in word i >> 5 at place i & 31, and the threshold itself is 0', () => {
  const activations = new Float32Array(34).fill(0.5);
  activations[0] = 0.75;
  activations[31] = 0.75;
  activations[33] = 0.75;
  expect([...packBitsReference(activations, 1, 34, 0.5)]).toEqual([1 | (1 << 31) | 0, 2]);
});

test('no bits and a threshold that is no number are refused', () => {
  expect(() => packBits(zeros([3, 0]) as Tensor2D, 0)).toThrow(
    'packBits: got [3, 0], wanted (R, B) with at least one bit',
  );
  expect(() => packBits(zeros([3, 4]) as Tensor2D, NaN)).toThrow(
    'packBits: got the threshold NaN, wanted a finite number',
  );
});
