import { tensor2d } from '@tensorflow/tfjs';
import { EXACT, randomValues, type KernelCase, type KernelCases } from '../kernelCase.ts';
import { crossHypothesisMaxPool } from './crossHypothesisMaxPool.ts';
import { crossHypothesisMaxPoolReference } from './crossHypothesisMaxPool.reference.ts';

function pooling(name: string, proposals: number, categories: number, p: Float32Array): KernelCase {
  return {
    name,
    run: () => {
      const { maxima, winners } = crossHypothesisMaxPool(tensor2d(p, [proposals, categories]));
      return [maxima, winners];
    },
    expected: () => {
      const { maxima, winners } = crossHypothesisMaxPoolReference(p, proposals, categories);
      return [maxima, winners];
    },
  };
}

const random = (proposals: number, categories: number, seed: number): KernelCase =>
  pooling(`${proposals} seeded proposals, ${categories} categories`, proposals, categories, randomValues(proposals * categories, seed, 0, 1));

/** Few values, so that nearly every maximum is reached more than once. */
const tied = randomValues(500 * 7, 9, 0, 4).map(Math.floor);

export const crossHypothesisMaxPoolCases: KernelCases = {
  kernel: 'crossHypothesisMaxPool',
  tolerance: EXACT,
  cases: [
    pooling('one proposal, one category', 1, 1, Float32Array.of(0.25)),
    pooling('all values negative', 3, 2, Float32Array.of(-3, -1, -2, -5, -9, -2)),
    pooling('all alike: the first wins', 130, 3, new Float32Array(390).fill(0.5)),
    pooling('ties: the first wins', 500, 7, tied),
    random(63, 20, 1),
    random(64, 20, 2),
    random(65, 20, 3),
    random(1001, 21, 4),
  ],
};
