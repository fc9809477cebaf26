import { seededRandom } from '../../../base/seededRandom.ts';
import { tensor2d, tensor3d } from '../../tfjs/tfjs.ts';
import { EXACT, type KernelCase, type KernelCases, randomValues } from '../kernelCase.ts';
import { spatialPyramidPoolReference } from './spatialPyramidPool.reference.ts';
import { spatialPyramidPool } from './spatialPyramidPool.ts';

function pooling(
  name: string,
  [height, width, depth]: [number, number, number],
  boxes: readonly number[],
  levels: readonly number[],
  seed = 1,
): KernelCase {
  const map = randomValues(height * width * depth, seed);
  const coords = Float32Array.from(boxes);
  return {
    name,
    run: () => [
      spatialPyramidPool(tensor3d(map, [height, width, depth]), tensor2d(coords, [coords.length / 4, 4]), levels),
    ],
    expected: () => [spatialPyramidPoolReference(map, height, width, depth, coords, levels)],
  };
}

/** Boxes of every size, some over the edge of the map, some with far and near edge swapped. */
function randomBoxes(count: number, height: number, width: number, seed: number): number[] {
  const random = seededRandom(seed);
  const edge = (size: number): number => random() * (size + 2) - 1;
  return Array.from({ length: count }, () => [edge(width), edge(height), edge(width), edge(height)]).flat();
}

const whole = [0, 0, 7, 5];

export const spatialPyramidPoolCases: KernelCases = {
  kernel: 'spatialPyramidPool',
  tolerance: EXACT,
  cases: [
    pooling('no box', [5, 7, 4], [], [1, 2]),
    pooling('one cell, one channel, one bin', [1, 1, 1], [0, 0, 1, 1], [1]),
    pooling('a box of no width takes the cell that it lies in', [5, 7, 4], [2.5, 1.5, 2.5, 1.5], [1, 2]),
    pooling('more bins than cells', [3, 3, 2], [0, 0, 3, 3], [1, 4, 7]),
    pooling('edges on whole cells', [8, 8, 3], [2, 2, 6, 6], [1, 2, 4]),
    pooling('edges a hair under whole cells', [8, 8, 3], [1.99999, 1.99999, 5.99999, 5.99999], [1, 2, 4]),
    pooling('a box outside the map', [5, 7, 4], [9, 9, 12, 12, -5, -5, -1, -1], [1, 2]),
    pooling('63 channels', [5, 7, 63], whole, [1, 2]),
    pooling('64 channels', [5, 7, 64], whole, [1, 2]),
    pooling('65 channels', [5, 7, 65], whole, [1, 2]),
    pooling('four levels', [5, 7, 8], whole, [1, 2, 3, 6]),
    pooling('one row', [1, 40, 5], randomBoxes(9, 1, 40, 3), [1, 2]),
    pooling('one column', [40, 1, 5], randomBoxes(9, 40, 1, 4), [1, 2]),
    pooling('200 seeded boxes', [13, 11, 20], randomBoxes(200, 13, 11, 5), [1, 2, 3], 6),
  ],
};
