import { tensor2d, tensor3d } from '../../tfjs/tfjs.ts';
import { type KernelCase, type KernelCases, randomValues } from '../kernelCase.ts';
import { binCount } from '../spatialPyramidPool/spatialPyramidPool.reference.ts';
import { sppFullyConnectedReference } from './sppFullyConnected.reference.ts';
import { sppFullyConnected } from './sppFullyConnected.ts';

function layer(
  name: string,
  [height, width, depth]: [number, number, number],
  count: number,
  levels: readonly number[],
  outputs: number,
): KernelCase {
  const map = randomValues(height * width * depth, 1);
  const boxes = randomValues(count * 4, 2, -1, Math.max(height, width) + 1);
  const inputs = binCount(levels) * depth;
  const weights = randomValues(inputs * outputs, 3, -0.2, 0.2);
  return {
    name,
    run: () => [
      sppFullyConnected(
        tensor3d(map, [height, width, depth]),
        tensor2d(boxes, [count, 4]),
        levels,
        tensor2d(weights, [inputs, outputs]),
      ),
    ],
    expected: () => [sppFullyConnectedReference(map, height, width, depth, boxes, levels, weights, outputs)],
  };
}

export const sppFullyConnectedCases: KernelCases = {
  kernel: 'sppFullyConnected',
  tolerance: {
    absolute: 5e-5,
    relative: 2e-5,
    reason: 'sums of up to 1,000 products of magnitude 0.2 in float32 against double',
  },
  cases: [
    layer('no box', [3, 4, 4], 0, [1], 4),
    layer('one of each', [1, 1, 4], 1, [1], 4),
    layer('odd channels and outputs', [3, 4, 5], 3, [1, 2], 7),
    layer('15 boxes', [5, 4, 8], 15, [1, 2], 8),
    layer('16 boxes', [5, 4, 8], 16, [1, 2], 8),
    layer('17 boxes', [5, 4, 8], 17, [1, 2], 8),
    layer('60 channels', [3, 3, 60], 4, [2], 8),
    layer('64 channels', [3, 3, 64], 4, [2], 8),
    layer('68 channels', [3, 3, 68], 4, [2], 8),
    layer('252 outputs', [3, 3, 4], 4, [1], 252),
    layer('256 outputs', [3, 3, 4], 4, [1], 256),
    layer('260 outputs', [3, 3, 4], 4, [1], 260),
    layer('300 boxes: more than one chunk', [4, 6, 4], 300, [1], 4),
    layer('seeded boxes on four levels', [9, 11, 20], 33, [1, 2, 3, 6], 24),
  ],
};
