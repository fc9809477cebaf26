import { dispatch, emptyTensor } from '../../dispatch/dispatch.ts';
import { shader } from '../../dispatch/shader.ts';
import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '../../tfjs/tfjs.ts';
import { defineKernel, runKernel } from '../kernel.ts';
import { wordCount } from '../packBits/packBits.reference.ts';
import { hashLayerReference } from './hashLayer.reference.ts';
import code from './hashLayer.wgsl?raw';

const program = shader('hashLayer', code);

type Inputs = {
  readonly x: Tensor2D;
  readonly weights: Tensor;
  readonly bias: Tensor;
};

function sizes({ x, bias }: Inputs): {
  rows: number;
  width: number;
  bits: number;
  words: number;
  weightsPerRow: boolean;
} {
  const [rows, width] = x.shape;
  const bits = bias.shape[bias.shape.length - 1]!;
  return { rows, width, bits, words: wordCount(bits), weightsPerRow: bias.shape.length === 2 };
}

export const hashLayerKernel = defineKernel({
  name: 'FacetHashLayer',
  shaders: [program],
  webgpu(backend, inputs) {
    const { x, weights, bias } = inputs as Inputs;
    const { rows, width, bits, words, weightsPerRow } = sizes({ x, weights, bias });
    if (rows === 0) return [emptyTensor(backend, [0, words], 'int32')];
    return dispatch(backend, program, {
      inputs: [x, weights, bias],
      outputs: [{ shape: [rows, words], dtype: 'int32' }],
      uniforms: { width, bits, words, layer_of_row: weightsPerRow ? 1 : 0 },
      workgroups: [words, rows, 1],
    });
  },
  plain(inputs, values) {
    const { rows, width, bits, words, weightsPerRow } = sizes(inputs as Inputs);
    const packed = hashLayerReference(values('x'), values('weights'), values('bias'), rows, width, bits, weightsPerRow);
    return [{ shape: [rows, words], values: packed }];
  },
});

/**
 * Linear layer, sign and packing in one: bit j is x·W_j + b_j > 0, in word j >> 5 at place j & 31.
 * @param x // (R, K), K ≥ 1
 * @param weights // (K, B), or (R, K, B) for a layer of its own to each row
 * @param bias // (B,), or (R, B)
 * @returns // (R, ⌈B / 32⌉), int32
 */
export function hashLayer(x: Tensor2D, weights: Tensor2D | Tensor3D, bias: Tensor1D | Tensor2D): Tensor2D {
  if (x.rank !== 2 || x.shape[1] < 1) throw new Error(`hashLayer: got x [${x.shape.join(', ')}], wanted (R, K)`);
  const [rows, width] = x.shape;
  const bits = weights.shape[weights.rank - 1] ?? 0;
  const leading: readonly number[] = weights.rank === 3 ? [rows] : [];
  const wanted = [...leading, width, bits].join(', ');
  if ((weights.rank !== 2 && weights.rank !== 3) || weights.shape.join(', ') !== wanted || bits < 1) {
    throw new Error(
      `hashLayer: got weights [${weights.shape.join(', ')}], wanted (${width}, B) or (${rows}, ${width}, B)`,
    );
  }
  if (bias.shape.join(', ') !== [...leading, bits].join(', ')) {
    throw new Error(`hashLayer: got a bias [${bias.shape.join(', ')}], wanted [${[...leading, bits].join(', ')}]`);
  }
  const [words] = runKernel(hashLayerKernel, { x, weights, bias }, {});
  return words as Tensor2D;
}
