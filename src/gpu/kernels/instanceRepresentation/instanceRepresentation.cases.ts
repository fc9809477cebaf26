import { tensor2d } from '../../tfjs/tfjs.ts';
import { type KernelCase, type KernelCases, randomValues } from '../kernelCase.ts';
import { instanceRepresentationReference } from './instanceRepresentation.reference.ts';
import { instanceRepresentation } from './instanceRepresentation.ts';

function representation(
  name: string,
  proposals: number,
  categories: number,
  width: number,
  p: Float32Array,
  seed = 2,
): KernelCase {
  const g = randomValues(proposals * width, seed);
  return {
    name,
    run: () => [instanceRepresentation(tensor2d(p, [proposals, categories]), tensor2d(g, [proposals, width]))],
    expected: () => [instanceRepresentationReference(p, g, proposals, categories, width)],
  };
}

const random = (proposals: number, categories: number, width: number, seed: number): KernelCase =>
  representation(
    `${proposals} seeded proposals, ${categories} categories, ${width} features`,
    proposals,
    categories,
    width,
    randomValues(proposals * categories, seed, 0, 1),
    seed + 100,
  );

export const instanceRepresentationCases: KernelCases = {
  kernel: 'instanceRepresentation',
  tolerance: {
    absolute: 2e-6,
    relative: 2e-5,
    reason: 'sums of up to 1,000 products in float32 against double; features of magnitude 1',
  },
  cases: [
    representation('one of each', 1, 1, 1, Float32Array.of(0.5)),
    representation('a category that no proposal shows', 4, 2, 3, Float32Array.of(0, 1, 0, 1, 0, 0.5, 0, 0.25)),
    random(5, 3, 63, 1),
    random(5, 3, 64, 2),
    random(5, 3, 65, 3),
    random(1000, 20, 48, 4),
  ],
};
