import { tensor1d, tensor2d, tensor3d } from '../../tfjs/tfjs.ts';
import { EXACT, type KernelCase, type KernelCases, randomEighths } from '../kernelCase.ts';
import { hashLayerReference } from './hashLayer.reference.ts';
import { hashLayer } from './hashLayer.ts';

/** Eighths: every sum is exact in float32 in any order, so that a logit of exactly 0 is 0 everywhere. */
function hashing(name: string, rows: number, width: number, bits: number, weightsPerRow = false, seed = 1): KernelCase {
  const layers = weightsPerRow ? rows : 1;
  const x = randomEighths(rows * width, seed);
  const weights = randomEighths(layers * width * bits, seed + 1);
  const bias = randomEighths(layers * bits, seed + 2);
  return {
    name,
    run: () => [
      hashLayer(
        tensor2d(x, [rows, width]),
        weightsPerRow ? tensor3d(weights, [rows, width, bits]) : tensor2d(weights, [width, bits]),
        weightsPerRow ? tensor2d(bias, [rows, bits]) : tensor1d(bias),
      ),
    ],
    expected: () => [hashLayerReference(x, weights, bias, rows, width, bits, weightsPerRow)],
  };
}

export const hashLayerCases: KernelCases = {
  kernel: 'hashLayer',
  tolerance: EXACT,
  cases: [
    hashing('no row', 0, 3, 16),
    hashing('one of each', 1, 1, 1),
    hashing('31 bits', 2, 10, 31),
    hashing('32 bits', 2, 10, 32),
    hashing('33 bits', 2, 10, 33),
    hashing('a semantic code: 1 row of 960, 64 bits', 1, 960, 64, false, 5),
    hashing('category codes, one layer for all: 20 rows of 48, 24 bits', 20, 48, 24, false, 6),
    hashing('category codes, a layer each: 20 rows of 48, 24 bits', 20, 48, 24, true, 7),
  ],
};
