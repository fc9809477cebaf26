import { expect, test } from 'vitest';
import { testOnEachBackend } from '../../../tools/onEachBackend.ts';
import { type Tensor2D, type Tensor3D, zeros } from '../../tfjs/tfjs.ts';
import { sppFullyConnectedCases } from './sppFullyConnected.cases.ts';
import { sppFullyConnectedReference } from './sppFullyConnected.reference.ts';
import { sppFullyConnected } from './sppFullyConnected.ts';

testOnEachBackend(sppFullyConnectedCases);

test('the maxima of the bins are weighed and added, worked by hand', () => {
  const map = Float32Array.of(1, 2, 3, 4);
  // Whole box 4; quarters 1 2 3 4.
  const out = sppFullyConnectedReference(
    map,
    2,
    2,
    1,
    Float32Array.of(0, 0, 2, 2),
    [1, 2],
    Float32Array.of(1, 10, 0, 0, 100),
    1,
  );
  expect([...out]).toEqual([4 + 10 + 400]);
});

test('weights of another pyramid are refused', () => {
  const [map, boxes] = [zeros([2, 2, 4]) as Tensor3D, zeros([3, 4]) as Tensor2D];
  expect(() => sppFullyConnected(map, boxes, [1, 2], zeros([16, 8]) as Tensor2D)).toThrow(
    'sppFullyConnected: got weights [16, 8], wanted (20, E)',
  );
  expect(() => sppFullyConnected(map, zeros([3, 5]) as Tensor2D, [1], zeros([4, 8]) as Tensor2D)).toThrow(
    'sppFullyConnected: got boxes [3, 5]',
  );
});
