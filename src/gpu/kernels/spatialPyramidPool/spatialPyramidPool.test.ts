import { expect, test } from 'vitest';
import { testOnEachBackend } from '../../../tools/onEachBackend.ts';
import { backend, setBackend, type Tensor2D, type Tensor3D, tensor2d, tensor3d, tidy, zeros } from '../../tfjs/tfjs.ts';
import { tfjsHeap } from '../../tfjs/tfjsHeap.ts';
import { randomValues } from '../kernelCase.ts';
import { rangeMaximaPool } from './rangeMaxima.ts';
import { rangeMaximaSimd } from './rangeMaximaSimd.ts';
import { spatialPyramidPoolCases } from './spatialPyramidPool.cases.ts';
import { binCells, binCount, edgeParts, spatialPyramidPoolReference } from './spatialPyramidPool.reference.ts';
import { spatialPyramidPool } from './spatialPyramidPool.ts';

testOnEachBackend(spatialPyramidPoolCases);

test('a pyramid of a 4×4 map worked by hand: the whole box, then its quarters row by row', () => {
  const map = Float32Array.from({ length: 16 }, (_, i) => i);
  const pooled = spatialPyramidPoolReference(map, 4, 4, 1, Float32Array.of(0, 0, 4, 4), [1, 2]);
  expect([...pooled]).toEqual([15, 5, 7, 13, 15]);
});

test('channels stand last: all channels of a bin lie together', () => {
  const map = Float32Array.of(1, 10, 2, 20); // one row of two cells, two channels
  expect([...spatialPyramidPoolReference(map, 1, 2, 2, Float32Array.of(0, 0, 2, 1), [2])]).toEqual([
    1, 10, 2, 20, 1, 10, 2, 20,
  ]);
});

test('a bin takes every cell that it touches, and neighbouring bins share the one on their border', () => {
  const [a, b] = [edgeParts(0.5, 8), edgeParts(3.5, 8)];
  expect(binCells(a, b, 0, 2, 8)).toEqual([0, 2]);
  expect(binCells(a, b, 1, 2, 8)).toEqual([2, 4]);
  expect(binCells(edgeParts(0, 8), edgeParts(3, 8), 0, 2, 8)).toEqual([0, 2]);
  expect(binCells(edgeParts(0, 8), edgeParts(3, 8), 1, 2, 8)).toEqual([1, 3]);
});

test('every bin has at least one cell of the map, and the bins of a box cover it', () => {
  for (const [from, to] of [
    [0, 0],
    [2.2, 2.3],
    [6.9, 7],
    [7, 7],
    [-3, -1],
    [9, 12],
    [5, 1],
    [0.1, 6.9],
  ]) {
    const [a, b] = [edgeParts(from!, 7), edgeParts(to!, 7)];
    for (const n of [1, 2, 3, 7, 16]) {
      const bins = Array.from({ length: n }, (_, k) => binCells(a, b, k, n, 7));
      for (const [first, last] of bins) {
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeGreaterThan(first);
        expect(last).toBeLessThanOrEqual(7);
      }
      for (let k = 1; k < n; k++) expect(bins[k]![0]).toBeLessThanOrEqual(bins[k - 1]![1]);
    }
  }
});

test('the table of range maxima gives the numbers of the plain loops on a map of odd sides', () => {
  const map = randomValues(23 * 17 * 6, 3);
  const boxes = randomValues(300 * 4, 4, -1, 24);
  expect(rangeMaximaPool(map, 23, 17, 6, boxes, [1, 3, 5])).toEqual(
    spatialPyramidPoolReference(map, 23, 17, 6, boxes, [1, 3, 5]),
  );
});

test('the SIMD table works in place on the heap of the WASM backend, and gives the numbers of the plain loops', async () => {
  await setBackend('wasm');
  const heap = tfjsHeap(backend());
  expect(heap).not.toBeNull();
  for (const [height, width, depth] of [
    [26, 26, 256],
    [1, 1, 1],
    [7, 33, 5],
    [64, 2, 6],
    [31, 32, 7],
  ] as const) {
    const map = randomValues(height * width * depth, 3);
    const boxes = randomValues(100 * 4, 4, -1, 34);
    const pooled = tidy(() => {
      const info = rangeMaximaSimd(heap!, tensor3d(map, [height, width, depth]), tensor2d(boxes, [100, 4]), [1, 3]);
      expect(info).not.toBeNull();
      const values = backend().readSync(info!.dataId);
      backend().disposeData(info!.dataId);
      return values;
    });
    expect(pooled).toEqual(spatialPyramidPoolReference(map, height, width, depth, boxes, [1, 3]));
  }
});

test('a pyramid of levels 1 and 2 has five bins', () => {
  expect(binCount([1, 2])).toBe(5);
  expect(binCount([1, 7])).toBe(50);
});

test('wrong shapes and levels are refused by name', () => {
  const map = zeros([2, 2, 3]) as Tensor3D;
  const boxes = tensor2d([[0, 0, 1, 1]]);
  expect(() => spatialPyramidPool(zeros([2, 0, 3]) as Tensor3D, boxes, [1])).toThrow(
    'got a map [2, 0, 3], wanted (height, width, depth)',
  );
  expect(() => spatialPyramidPool(boxes as Tensor2D as unknown as Tensor3D, boxes, [1])).toThrow('got a map [1, 4]');
  expect(() => spatialPyramidPool(map, tensor2d([[0, 0, 1]]), [1])).toThrow(
    'spatialPyramidPool: got boxes [1, 3], wanted (N, 4)',
  );
  expect(() => spatialPyramidPool(map, boxes, [])).toThrow(
    'got the levels [], wanted one to four whole numbers of 1 to 16',
  );
  expect(() => spatialPyramidPool(map, boxes, [1.5])).toThrow('got the levels [1.5]');
  expect(() => spatialPyramidPool(tensor3d([[[1]]]), boxes, [1, 2, 3, 4, 5])).toThrow('got the levels [1, 2, 3, 4, 5]');
});
