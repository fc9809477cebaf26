import { expect, test } from 'vitest';
import { testOnEachBackend } from '../../../tools/onEachBackend.ts';
import { type Tensor2D, type Tensor3D, zeros } from '../../tfjs/tfjs.ts';
import poolCode from '../spatialPyramidPool/spatialPyramidPool.wgsl?raw';
import { sppFullyConnectedCases } from './sppFullyConnected.cases.ts';
import { sppFullyConnectedReference } from './sppFullyConnected.reference.ts';
import { sppFullyConnected } from './sppFullyConnected.ts';
import code from './sppFullyConnected.wgsl?raw';

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

test('both kernels that pool divide a box into the same cells', () => {
  const bins = (wgsl: string): string | undefined =>
    /fn edge_parts[\s\S]*?\n}\n[\s\S]*?fn bin_cells[\s\S]*?\n}\n/.exec(wgsl)?.[0];
  expect(bins(code)).toBeDefined();
  expect(bins(code)).toBe(bins(poolCode));
});
