import { dispatch } from '../../dispatch/dispatch.ts';
import { shader } from '../../dispatch/shader.ts';
import type { Tensor2D } from '../../tfjs/tfjs.ts';
import { defineKernel, runKernel } from '../kernel.ts';
import { INSTANCE_EPSILON, instanceRepresentationReference } from './instanceRepresentation.reference.ts';
import code from './instanceRepresentation.wgsl?raw';

const program = shader('instanceRepresentation', code);

export const instanceRepresentationKernel = defineKernel({
  name: 'FacetInstanceRepresentation',
  shaders: [program],
  webgpu(backend, inputs) {
    const { p, g } = inputs as { p: Tensor2D; g: Tensor2D };
    const [proposals, categories] = p.shape;
    const width = g.shape[1];
    return dispatch(backend, program, {
      inputs: [p, g],
      outputs: [{ shape: [categories, width], dtype: 'float32' }],
      uniforms: { proposals, categories, width, epsilon: INSTANCE_EPSILON },
      workgroups: [Math.ceil(width / program.workgroupSize[0]), categories, 1],
    });
  },
  plain(inputs, values) {
    const { p, g } = inputs as { p: Tensor2D; g: Tensor2D };
    const [proposals, categories] = p.shape;
    const width = g.shape[1];
    const f = instanceRepresentationReference(values('p'), values('g'), proposals, categories, width);
    return [{ shape: [categories, width], values: f }];
  },
});

/**
 * f_c = Σ_i p_ic·g_i / (Σ_i p_ic + ε), ε = INSTANCE_EPSILON.
 * @param p // (N, C), ≥ 0, N ≥ 1
 * @param g // (N, d)
 * @returns // (C, d)
 */
export function instanceRepresentation(p: Tensor2D, g: Tensor2D): Tensor2D {
  if (p.rank !== 2 || p.size === 0) {
    throw new Error(
      `instanceRepresentation: got p [${p.shape.join(', ')}], wanted (N, C) with at least one proposal and one category`,
    );
  }
  if (g.rank !== 2 || g.shape[0] !== p.shape[0] || g.shape[1] < 1) {
    throw new Error(`instanceRepresentation: got g [${g.shape.join(', ')}], wanted (${p.shape[0]}, d)`);
  }
  const [f] = runKernel(instanceRepresentationKernel, { p, g }, {});
  return f as Tensor2D;
}
