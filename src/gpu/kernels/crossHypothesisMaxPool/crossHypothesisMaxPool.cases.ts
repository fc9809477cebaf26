import { tensor2d } from '../../tfjs/tfjs.ts';
import { type KernelCase, type KernelCases, randomValues } from '../kernelCase.ts';
import { crossHypothesisMaxPoolReference } from './crossHypothesisMaxPool.reference.ts';
import { crossHypothesisMaxPool } from './crossHypothesisMaxPool.ts';

function pooling(
  name: string,
  proposals: number,
  categories: number,
  z: Float32Array,
  temperature: number,
): KernelCase {
  return {
    name: `${name}, ${temperature === 0 ? 'plain' : `temperature ${temperature}`}`,
    run: () => {
      const { pooled, winners } = crossHypothesisMaxPool(tensor2d(z, [proposals, categories]), temperature);
      return [pooled, winners];
    },
    expected: () => {
      const { pooled, winners } = crossHypothesisMaxPoolReference(z, proposals, categories, temperature);
      return [pooled, winners];
    },
  };
}

/** Few values, so that nearly every maximum is reached more than once. */
const tied = randomValues(500 * 7, 9, 0, 4).map(Math.floor);

function casesOf(temperature: number): KernelCase[] {
  const logits = (name: string, proposals: number, categories: number, z: Float32Array): KernelCase =>
    pooling(name, proposals, categories, z, temperature);
  const random = (proposals: number, categories: number, seed: number): KernelCase =>
    logits(
      `${proposals} seeded proposals, ${categories} categories`,
      proposals,
      categories,
      randomValues(proposals * categories, seed, -6, 6),
    );
  return [
    logits('one proposal, one category', 1, 1, Float32Array.of(0.25)),
    logits('all values negative', 3, 2, Float32Array.of(-3, -1, -2, -5, -9, -2)),
    logits('far apart: nothing overflows', 3, 1, Float32Array.of(-500, 400, -30)),
    logits('all alike: the first wins', 130, 3, new Float32Array(390).fill(0.5)),
    logits('ties: the first wins', 500, 7, tied),
    random(63, 20, 1),
    random(64, 20, 2),
    random(65, 20, 3),
    random(1001, 21, 4),
  ];
}

export const crossHypothesisMaxPoolCases: KernelCases = {
  kernel: 'crossHypothesisMaxPool',
  tolerance: {
    absolute: 4e-6,
    relative: 1e-6,
    reason:
      'a sum of up to 1,001 exponentials in float32 where the reference sums in double, and a shader may take exp and log to a few last bits; the plain maximum and the winners are exact all the same',
  },
  cases: [...casesOf(0), ...casesOf(0.5), ...casesOf(2)],
};
