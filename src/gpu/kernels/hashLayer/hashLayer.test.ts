import { expect, test } from 'vitest';
import { testOnEachBackend } from '../../../tools/onEachBackend.ts';
import { type Tensor1D, type Tensor2D, type Tensor3D, zeros } from '../../tfjs/tfjs.ts';
import { hashLayerCases } from './hashLayer.cases.ts';
import { hashLayerReference } from './hashLayer.reference.ts';
import { hashLayer } from './hashLayer.ts';

testOnEachBackend(hashLayerCases);

test('a bit is the sign of its logit, and a logit of 0 is 0', () => {
  const weights = Float32Array.of(1, 1, -1, 1, -1, 0); // (2, 3)
  const bits = hashLayerReference(Float32Array.of(2, 3), weights, Float32Array.of(-4, 1, 0.5), 1, 2, 3, false);
  // Logits: 2 + 3 − 4 = 1; 2 − 3 + 1 = 0; −2 + 0 + 0.5 = −1.5.
  expect([...bits]).toEqual([0b001]);
});

test('a layer of its own to each row', () => {
  const bits = hashLayerReference(
    Float32Array.of(1, 1),
    Float32Array.of(1, -1, -1, 1),
    new Float32Array(4),
    2,
    1,
    2,
    true,
  );
  expect([...bits]).toEqual([0b01, 0b10]);
});

test('shapes that do not belong together are refused', () => {
  const x = zeros([2, 5]) as Tensor2D;
  const bias = zeros([8]) as Tensor1D;
  expect(() => hashLayer(zeros([2, 0]) as Tensor2D, zeros([0, 8]) as Tensor2D, bias)).toThrow(
    'hashLayer: got x [2, 0], wanted (R, K)',
  );
  expect(() => hashLayer(x, zeros([4, 8]) as Tensor2D, bias)).toThrow(
    'hashLayer: got weights [4, 8], wanted (5, B) or (2, 5, B)',
  );
  expect(() => hashLayer(x, zeros([3, 5, 8]) as Tensor3D, bias)).toThrow('hashLayer: got weights [3, 5, 8]');
  expect(() => hashLayer(x, zeros([2, 5, 8]) as Tensor3D, bias)).toThrow('hashLayer: got a bias [8], wanted [2, 8]');
});
