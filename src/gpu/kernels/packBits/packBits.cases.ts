import { tensor2d } from '../../tfjs/tfjs.ts';
import { EXACT, type KernelCase, type KernelCases, randomEighths } from '../kernelCase.ts';
import { packBitsReference } from './packBits.reference.ts';
import { packBits } from './packBits.ts';

function packing(name: string, rows: number, bits: number, threshold = 0, seed = 1): KernelCase {
  // Eighths hit the threshold itself often.
  const activations = randomEighths(rows * bits, seed, 1);
  return {
    name,
    run: () => [packBits(tensor2d(activations, [rows, bits]), threshold)],
    expected: () => [packBitsReference(activations, rows, bits, threshold)],
  };
}

export const packBitsCases: KernelCases = {
  kernel: 'packBits',
  tolerance: EXACT,
  cases: [
    packing('no row', 0, 16),
    packing('one bit', 1, 1),
    packing('31 bits', 3, 31),
    packing('32 bits', 3, 32),
    packing('33 bits', 3, 33),
    packing('63 words', 63, 20),
    packing('64 words', 64, 20),
    packing('65 words', 65, 20),
    packing('a threshold of one half', 20, 64, 0.5, 2),
    packing('a negative threshold', 20, 48, -0.25, 3),
    packing('1,000 seeded rows', 1000, 64, 0, 4),
  ],
};
