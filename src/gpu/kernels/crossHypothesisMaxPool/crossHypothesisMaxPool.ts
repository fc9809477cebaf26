import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { dispatch } from '../../dispatch.ts';
import { shader } from '../../shader.ts';
import { defineKernel, runKernel } from '../kernel.ts';
import { crossHypothesisMaxPoolReference } from './crossHypothesisMaxPool.reference.ts';
import code from './crossHypothesisMaxPool.wgsl?raw';

const program = shader('crossHypothesisMaxPool', code);

export const crossHypothesisMaxPoolKernel = defineKernel({
  name: 'FacetCrossHypothesisMaxPool',
  shaders: [program],
  webgpu(backend, inputs) {
    const { p } = inputs as { p: Tensor2D };
    const [proposals, categories] = p.shape;
    return dispatch(backend, program, {
      inputs: [p],
      outputs: [{ shape: [categories], dtype: 'float32' }, { shape: [categories], dtype: 'int32' }],
      uniforms: { proposals, categories },
      workgroups: [categories, 1, 1],
    });
  },
  plain(inputs, values) {
    const [proposals, categories] = (inputs as { p: Tensor2D }).p.shape;
    const { maxima, winners } = crossHypothesisMaxPoolReference(values('p'), proposals, categories);
    return [{ shape: [categories], values: maxima }, { shape: [categories], values: winners }];
  },
});

export interface CrossHypothesisMaxima {
  /** P_c. // (C,) */
  readonly maxima: Tensor1D;
  /** The first proposal that reaches P_c. // (C,), int32 */
  readonly winners: Tensor1D;
}

/**
 * P_c = max_i p_ic, and the proposal that won each category.
 * @param p // (N, C), N ≥ 1 and C ≥ 1
 */
export function crossHypothesisMaxPool(p: Tensor2D): CrossHypothesisMaxima {
  if (p.rank !== 2 || p.shape[0] < 1 || p.shape[1] < 1) {
    throw new Error(`crossHypothesisMaxPool: got [${p.shape.join(', ')}], wanted (N, C) with at least one proposal and one category`);
  }
  const [maxima, winners] = runKernel(crossHypothesisMaxPoolKernel, { p }, {});
  return { maxima: maxima as Tensor1D, winners: winners as Tensor1D };
}
