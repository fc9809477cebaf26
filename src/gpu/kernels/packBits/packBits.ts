import { dispatch, emptyTensor } from '../../dispatch/dispatch.ts';
import { shader } from '../../dispatch/shader.ts';
import type { Tensor2D } from '../../tfjs/tfjs.ts';
import { defineKernel, runKernel } from '../kernel.ts';
import { packBitsReference, wordCount } from './packBits.reference.ts';
import code from './packBits.wgsl?raw';

const program = shader('packBits', code);

interface Attributes {
  readonly threshold: number;
}

export const packBitsKernel = defineKernel<Attributes>({
  name: 'FacetPackBits',
  shaders: [program],
  webgpu(backend, inputs, { threshold }) {
    const { activations } = inputs as { activations: Tensor2D };
    const [rows, bits] = activations.shape;
    const words = wordCount(bits);
    if (rows === 0) return [emptyTensor(backend, [0, words], 'int32')];
    return dispatch(backend, program, {
      inputs: [activations],
      outputs: [{ shape: [rows, words], dtype: 'int32' }],
      uniforms: { rows, bits, words, threshold },
      workgroups: [Math.ceil((rows * words) / program.workgroupSize[0]), 1, 1],
    });
  },
  plain(inputs, values, { threshold }) {
    const [rows, bits] = (inputs as { activations: Tensor2D }).activations.shape;
    return [
      { shape: [rows, wordCount(bits)], values: packBitsReference(values('activations'), rows, bits, threshold) },
    ];
  },
});

/**
 * One bit an activation, 32 a word: bit i in word i >> 5, place i & 31; strictly greater than the threshold is 1.
 * @param activations // (R, B), B ≥ 1
 * @returns // (R, ⌈B / 32⌉), int32: the words' bits, so a word with bit 31 set reads as negative
 */
export function packBits(activations: Tensor2D, threshold: number): Tensor2D {
  if (activations.rank !== 2 || activations.shape[1] < 1) {
    throw new Error(`packBits: got [${activations.shape.join(', ')}], wanted (R, B) with at least one bit`);
  }
  if (!Number.isFinite(threshold)) throw new Error(`packBits: got the threshold ${threshold}, wanted a finite number`);
  const [words] = runKernel(packBitsKernel, { activations }, { threshold });
  return words as Tensor2D;
}
