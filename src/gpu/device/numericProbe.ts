import { type KernelCase, type KernelCases, randomEighths } from '../kernels/kernelCase.ts';
import { runCase } from '../kernels/suite.ts';
import * as tf from '../tfjs/tfjs.ts';

/**
 * Drivers exist that compile a shader and compute something else. Before the GPU is trusted with codes that are stored for
 * years, it has to reproduce a few known results: tfjs's matrix product, and the last case of each kernel of ours that every GPU
 * can run (the largest: seeded, odd sizes).
 */

const SIDE = 65;

/** Eighths: exact in float32 whatever the order of the sums, so that any difference is an error. */
const matrixProduct: KernelCase = {
  name: 'matrix product',
  run: () => [
    tf.matMul(
      tf.tensor2d(randomEighths(SIDE * SIDE, 1), [SIDE, SIDE]),
      tf.tensor2d(randomEighths(SIDE * SIDE, 2), [SIDE, SIDE]),
    ),
  ],
  expected: () => {
    const a = randomEighths(SIDE * SIDE, 1);
    const b = randomEighths(SIDE * SIDE, 2);
    const product = new Float32Array(SIDE * SIDE);
    for (let y = 0; y < SIDE; y++) {
      for (let x = 0; x < SIDE; x++) {
        let sum = 0;
        for (let k = 0; k < SIDE; k++) sum += a[y * SIDE + k]! * b[k * SIDE + x]!;
        product[y * SIDE + x] = sum;
      }
    }
    return [product];
  },
};

/**
 * Runs on the backend in force. The first wrong result as a sentence; null when all are right.
 * @param kernels of ours to try beside the matrix product
 */
export async function numericProbe(device: GPUDevice, kernels: readonly KernelCases[]): Promise<string | null> {
  const exact = { absolute: 0, relative: 0, reason: 'sums of eighths are exact' };
  const product = await runCase(matrixProduct, exact, device);
  if (product !== null) return `matrix product: ${product}`;
  for (const { kernel, cases, tolerance } of kernels) {
    const last = cases.at(-1);
    const failure = last === undefined ? null : await runCase(last, tolerance, device);
    if (failure !== null) return `${kernel}: ${failure}`;
  }
  return null;
}
