import { type KernelCase, type KernelCases, randomValues, type Tolerance } from '../../gpu/kernels/kernelCase.ts';
import { tensor2d, tensor3d } from '../../gpu/tfjs/tfjs.ts';
import { regionMeansReference } from './regionMeans.reference.ts';
import { regionMeans } from './regionMeans.ts';

/** Sums of a thousand cells in float32 against float64. */
const TOLERANCE: Tolerance = { absolute: 2e-5, relative: 1e-5, reason: 'sums in another order' };

function averaging(name: string, [h, w, d]: [number, number, number], boxes: readonly number[]): KernelCase {
  const map = randomValues(h * w * d, 3);
  const coords = Float32Array.from(boxes);
  return {
    name,
    run: () => [regionMeans(tensor3d(map, [h, w, d]), tensor2d(coords, [coords.length / 4, 4]))],
    expected: () => [regionMeansReference(map, h, w, d, coords)],
  };
}

export const regionMeansCases: KernelCases = {
  kernel: 'regionMeans',
  tolerance: TOLERANCE,
  cases: [
    averaging('one cell', [1, 1, 3], [0, 0, 1, 1]),
    averaging('the whole photo and a quarter of it', [26, 18, 7], [0, 0, 1, 1, 0.5, 0, 1, 0.5]),
    averaging('boxes of a part of a cell', [5, 7, 4], [0.41, 0.62, 0.44, 0.63, 0.99, 0.99, 1, 1]),
    averaging(
      'boxes of no area take the cell that they lie in',
      [5, 7, 4],
      [0.5, 0.5, 0.5, 0.5, 1, 1, 1, 1, 0, 0, 0, 0],
    ),
    averaging(
      '20 seeded boxes on a map of 768 channels',
      [9, 13, 768],
      [...Array.from({ length: 20 }, (_, n) => [0.01 * n, 0.02 * n, 0.3 + 0.03 * n, 0.5 + 0.02 * n]).flat()],
    ),
  ],
};
