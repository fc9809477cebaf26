import { dispatch } from '../../dispatch/dispatch.ts';
import { shader } from '../../dispatch/shader.ts';
import type { KernelBackend, Tensor1D, Tensor4D } from '../../tfjs/tfjs.ts';
import * as tf from '../../tfjs/tfjs.ts';
import { tfjsHeap } from '../../tfjs/tfjsHeap.ts';
import { type Activation, clampOf, NO_LIMIT } from '../fusedConvolution/activation.ts';
import { defineKernel, runKernel } from '../kernel.ts';
import { type MapPadding, samePadding } from '../mapPadding.ts';
import { type DepthwiseShape, depthwiseConvolutionReference } from './depthwiseConvolution.reference.ts';
import code from './depthwiseConvolution.wgsl?raw';
import { depthwiseLoops, depthwiseOnHeap } from './depthwiseOnHeap.ts';

const program = shader('depthwiseConvolution', code);

/** One depthwise convolution to be done, with its tensors. */
export interface DepthwiseConvolution {
  /** // (1, height, width, channels) */
  readonly x: Tensor4D;
  /** // (kernelHeight, kernelWidth, channels, 1) */
  readonly filter: Tensor4D;
  /** // (channels,) */
  readonly bias: Tensor1D;
  readonly strides: number;
  /** Zeros. */
  readonly padding: MapPadding;
  readonly activation: Activation;
  /** Slope below zero of 'leakyrelu'. */
  readonly alpha?: number;
}

/** The same, with no more of the map than its sizes. */
export interface DepthwiseSizes extends Omit<DepthwiseConvolution, 'x'> {
  readonly x: { readonly rank: number; readonly shape: Tensor4D['shape'] };
}

interface Attributes {
  readonly shape: DepthwiseShape;
}

export const depthwiseConvolutionKernel = defineKernel<Attributes>({
  name: 'FacetDepthwiseConvolution',
  shaders: [program],
  webgpu(backend, inputs, { shape }) {
    const { x, filter, bias } = inputs as { x: Tensor4D; filter: Tensor4D; bias: Tensor1D };
    const { outHeight, outWidth, channels } = shape;
    const groups = Math.ceil((outHeight * outWidth * channels) / 4 / program.workgroupSize[0]);
    const across = Math.min(groups, 32_768);
    return dispatch(backend, program, {
      inputs: [x, filter, bias],
      outputs: [{ shape: [1, outHeight, outWidth, channels], dtype: 'float32' }],
      uniforms: {
        in_height: shape.inHeight,
        in_width: shape.inWidth,
        quads: channels / 4,
        out_height: outHeight,
        out_width: outWidth,
        kernel_height: shape.kernelHeight,
        kernel_width: shape.kernelWidth,
        stride: shape.stride,
        pad_top: shape.padTop,
        pad_left: shape.padLeft,
        slope: shape.slope,
        most: shape.most ?? NO_LIMIT,
      },
      workgroups: [across, Math.ceil(groups / across), 1],
    });
  },
  wasm(backend, inputs, { shape }) {
    const heap = tfjsHeap(backend);
    const loops = heap && depthwiseLoops(heap.memory);
    const { x, filter, bias } = inputs as { x: Tensor4D; filter: Tensor4D; bias: Tensor1D };
    return heap && loops && [depthwiseOnHeap(heap, loops, shape, { x, filter, bias })];
  },
  plain(_, values, { shape }) {
    const output = depthwiseConvolutionReference(values('x'), values('filter'), values('bias'), shape);
    return [{ shape: [1, shape.outHeight, shape.outWidth, shape.channels], values: output }];
  },
});

/** @throws Error naming the first thing that does not fit. */
export function depthwiseShape({
  x,
  filter,
  bias,
  strides,
  padding: { rows, columns },
  activation,
  alpha = 0,
}: DepthwiseSizes): DepthwiseShape {
  const fail = (problem: string): never => {
    throw new Error(`depthwiseConvolution: ${problem}`);
  };
  if (x.rank !== 4 || x.shape[0] !== 1) fail(`got x [${x.shape.join(', ')}], wanted (1, height, width, channels)`);
  const [, inHeight, inWidth, channels] = x.shape;
  const [kernelHeight, kernelWidth] = filter.shape;
  if (filter.rank !== 4 || filter.shape[2] !== channels || filter.shape[3] !== 1)
    fail(`got a filter [${filter.shape.join(', ')}], wanted (height, width, ${channels}, 1)`);
  if (bias.shape.join() !== `${channels}`) fail(`got a bias [${bias.shape.join(', ')}], wanted [${channels}]`);
  if (!Number.isInteger(strides) || strides < 1) fail(`got strides ${strides}, wanted a positive whole number`);
  const outHeight = Math.floor((inHeight + rows[0] + rows[1] - kernelHeight) / strides) + 1;
  const outWidth = Math.floor((inWidth + columns[0] + columns[1] - kernelWidth) / strides) + 1;
  if (outHeight < 1 || outWidth < 1)
    fail(`a window of ${kernelHeight}×${kernelWidth} does not fit a map of ${inHeight}×${inWidth}`);
  return {
    inHeight,
    inWidth,
    channels,
    outHeight,
    outWidth,
    kernelHeight,
    kernelWidth,
    stride: strides,
    padTop: rows[0],
    padLeft: columns[0],
    ...clampOf(activation, alpha),
  };
}

/** tfjs's depthwise convolutions know one number of zeros all round, or TensorFlow's rule; any other padding is a copy first. */
function byTfjs({ x, filter, bias, strides, padding, activation, alpha }: DepthwiseConvolution): Tensor4D {
  const { rows, columns } = padding;
  const fused = (map: Tensor4D, pad: 'same' | 'valid' | number): Tensor4D =>
    tf.fused.depthwiseConv2d({
      x: map,
      filter,
      bias,
      strides,
      pad,
      activation,
      ...(alpha === undefined ? {} : { leakyreluAlpha: alpha }),
    });
  if (new Set([...rows, ...columns]).size === 1) return fused(x, rows[0]);
  const same = [samePadding(x.shape[1], filter.shape[0], strides), samePadding(x.shape[2], filter.shape[1], strides)];
  if (same.join() === [rows, columns].join()) return fused(x, 'same');
  return tf.tidy(() => fused(tf.pad(x, [[0, 0], [...rows], [...columns], [0, 0]]), 'valid'));
}

/** Whether the backend in force has a kernel of ours; both read channels in fours. */
function ours({ channels }: DepthwiseShape): boolean {
  if (channels % 4 !== 0) return false;
  if (tf.getBackend() === 'webgpu') return true;
  const heap = tf.getBackend() === 'wasm' ? tfjsHeap(tf.backend() as KernelBackend) : null;
  return heap !== null && depthwiseLoops(heap.memory) !== null;
}

/**
 * A convolution of each channel by itself, with bias and activation: on WebGPU and on WASM with SIMD by our kernels where the channels
 * come in fours, elsewhere by tfjs's own.
 * @returns // (1, outHeight, outWidth, channels)
 * @throws Error naming the first thing of `work` that does not fit.
 */
export function depthwiseConvolution(work: DepthwiseConvolution): Tensor4D {
  const shape = depthwiseShape(work);
  if (!ours(shape)) return byTfjs(work);
  const { x, filter, bias } = work;
  const [output] = runKernel(depthwiseConvolutionKernel, { x, filter, bias }, { shape });
  return output as Tensor4D;
}
