import { dispatch } from '../../dispatch/dispatch.ts';
import { shader } from '../../dispatch/shader.ts';
import type { Tensor1D, Tensor2D } from '../../tfjs/tfjs.ts';
import { defineKernel, runKernel } from '../kernel.ts';
import { crossHypothesisMaxPoolReference } from './crossHypothesisMaxPool.reference.ts';
import code from './crossHypothesisMaxPool.wgsl?raw';

const program = shader('crossHypothesisMaxPool', code);

export const crossHypothesisMaxPoolKernel = defineKernel<{ readonly temperature: number }>({
  name: 'FacetCrossHypothesisMaxPool',
  shaders: [program],
  webgpu(backend, inputs, { temperature }) {
    const { z } = inputs as { z: Tensor2D };
    const [proposals, categories] = z.shape;
    return dispatch(backend, program, {
      inputs: [z],
      outputs: [
        { shape: [categories], dtype: 'float32' },
        { shape: [categories], dtype: 'int32' },
      ],
      uniforms: { proposals, categories, temperature },
      workgroups: [categories, 1, 1],
    });
  },
  plain(inputs, values, { temperature }) {
    const [proposals, categories] = (inputs as { z: Tensor2D }).z.shape;
    const { pooled, winners } = crossHypothesisMaxPoolReference(values('z'), proposals, categories, temperature);
    return [
      { shape: [categories], values: pooled },
      { shape: [categories], values: winners },
    ];
  },
});

export interface PooledHypotheses {
  /** The photo's logit of each category. // (C,) */
  readonly pooled: Tensor1D;
  /** The first proposal with the largest logit. // (C,), int32 */
  readonly winners: Tensor1D;
}

/**
 * The smooth maximum over proposals, and the proposal that won each category.
 * @param z // (N, C), N ≥ 1 and C ≥ 1
 * @param temperature of the maximum; 0 is the plain one
 */
export function crossHypothesisMaxPool(z: Tensor2D, temperature: number): PooledHypotheses {
  if (z.rank !== 2 || z.shape[0] < 1 || z.shape[1] < 1) {
    throw new Error(
      `crossHypothesisMaxPool: got [${z.shape.join(', ')}], wanted (N, C) with at least one proposal and one category`,
    );
  }
  if (!(temperature >= 0 && temperature < Infinity)) {
    throw new RangeError(`crossHypothesisMaxPool: got the temperature ${temperature}, wanted a finite number from 0`);
  }
  const [pooled, winners] = runKernel(crossHypothesisMaxPoolKernel, { z }, { temperature });
  return { pooled: pooled as Tensor1D, winners: winners as Tensor1D };
}
