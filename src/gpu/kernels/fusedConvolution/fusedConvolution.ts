import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor1D, Tensor4D, TensorInfo } from '@tensorflow/tfjs';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { dispatch } from '../../dispatch.ts';
import { shader } from '../../shader.ts';
import { defineKernel, runKernel } from '../kernel.ts';
import { padChannels } from '../padChannels/padChannels.ts';
import { convolutionChoice, type ConvolutionVariant } from './convolutionVariant.ts';
import { fusedConvolutionReference, type ConvolutionShape } from './fusedConvolution.reference.ts';
import registersCode from './fusedConvolution.registers.wgsl?raw';
import tiledCode from './fusedConvolution.tiled.wgsl?raw';

const tiled = shader('fusedConvolution.tiled', tiledCode);
const registers = shader('fusedConvolution.registers', registersCode);

interface Attributes {
  readonly shape: ConvolutionShape;
  readonly variant: 'tiled' | 'registers';
}

function workgroups({ outHeight, outWidth, outChannels }: ConvolutionShape, variant: 'tiled' | 'registers'): [number, number, number] {
  return variant === 'tiled'
    ? [Math.ceil(outChannels / 64), Math.ceil((outHeight * outWidth) / 32), 1]
    : [Math.ceil((outHeight * outWidth) / 256), Math.ceil(outChannels / 16), 1];
}

/** `target`, where given, is the map that the slice is written into, in place; the output is that map. */
export const fusedConvolutionKernel = defineKernel<Attributes>({
  name: 'FacetFusedConvolution',
  shaders: [tiled, registers],
  webgpu(backend, inputs, { shape, variant }) {
    const { x, filter, bias, target } = inputs as { x: TensorInfo; filter: TensorInfo; bias: TensorInfo; target?: TensorInfo };
    if (target) backend.incRef(target.dataId);
    // As plain info: tfjs would take the tensor itself for the output, and whoever disposes that would dispose the map.
    const into = target && { dataId: target.dataId, shape: target.shape, dtype: target.dtype };
    return dispatch(backend, variant === 'tiled' ? tiled : registers, {
      inputs: [x, filter, bias],
      outputs: [into ?? { shape: [1, shape.outHeight, shape.outWidth, shape.outDepth], dtype: 'float32' }],
      uniforms: {
        in_height: shape.inHeight, in_width: shape.inWidth,
        in_quads: shape.inChannels / 4, in_depth_quads: shape.inDepth / 4, in_offset_quads: shape.inOffset / 4,
        out_height: shape.outHeight, out_width: shape.outWidth,
        out_quads: shape.outChannels / 4, out_depth_quads: shape.outDepth / 4, out_offset_quads: shape.outOffset / 4,
        kernel_height: shape.kernelHeight, kernel_width: shape.kernelWidth,
        stride: shape.stride, pad_top: shape.padTop, pad_left: shape.padLeft, slope: shape.slope,
      },
      workgroups: workgroups(shape, variant),
    });
  },
  plain(inputs, values, { shape }) {
    const { outHeight, outWidth, outDepth } = shape;
    const output = inputs['target'] ? values('target').slice() : new Float32Array(outHeight * outWidth * outDepth);
    fusedConvolutionReference(values('x'), values('filter'), values('bias'), output, shape);
    return [{ shape: [1, outHeight, outWidth, outDepth], values: output }];
  },
});

export interface FusedConvolution {
  /** // (1, height, width, channels) */
  readonly x: Tensor4D;
  /** // (kernelHeight, kernelWidth, channels read, channels written) */
  readonly filter: Tensor4D;
  /** // (channels written,) */
  readonly bias: Tensor1D;
  readonly strides: number;
  /** Zeros before and after, the same on both axes. */
  readonly padding: readonly [before: number, after: number];
  readonly activation: 'linear' | 'relu' | 'leakyrelu';
  /** Slope below zero of 'leakyrelu'. */
  readonly alpha?: number;
  /** First of the channels of `x` that are read; 0 if not given. A multiple of 4. */
  readonly from?: number;
  /** Where the result goes: channels from `offset` of `map` on, in place on WebGPU. A multiple of 4. */
  readonly into?: { readonly map: Tensor4D; readonly offset: number };
  /** In place of the one that is chosen for the layer's shape. */
  readonly variant?: ConvolutionVariant;
}

function convolutionShape({ x, filter, bias, strides, padding, activation, alpha = 0, from = 0, into }: FusedConvolution): ConvolutionShape {
  const fail = (problem: string): never => {
    throw new Error(`fusedConvolution: ${problem}`);
  };
  if (x.rank !== 4 || x.shape[0] !== 1) fail(`got x [${x.shape.join(', ')}], wanted (1, height, width, channels)`);
  const [, inHeight, inWidth, inDepth] = x.shape;
  const [kernelHeight, kernelWidth, inChannels, outChannels] = filter.shape;
  if (filter.rank !== 4 || from + inChannels > inDepth || (from === 0 && !into && inChannels !== inDepth)) {
    fail(`got a filter [${filter.shape.join(', ')}] for the channels from ${from} of ${inDepth}, wanted (height, width, ${inDepth - from}, out)`);
  }
  if (bias.shape.join() !== `${outChannels}`) fail(`got a bias [${bias.shape.join(', ')}], wanted [${outChannels}]`);
  if (!Number.isInteger(strides) || strides < 1) fail(`got strides ${strides}, wanted a positive whole number`);
  const [before, after] = padding;
  const outHeight = Math.floor((inHeight + before + after - kernelHeight) / strides) + 1;
  const outWidth = Math.floor((inWidth + before + after - kernelWidth) / strides) + 1;
  if (outHeight < 1 || outWidth < 1) fail(`a window of ${kernelHeight}×${kernelWidth} does not fit a map of ${inHeight}×${inWidth}`);
  const outDepth = into?.map.shape[3] ?? outChannels;
  const outOffset = into?.offset ?? 0;
  if (into && (into.map.shape[1] !== outHeight || into.map.shape[2] !== outWidth || outOffset + outChannels > outDepth)) {
    fail(`got a map [${into.map.shape.join(', ')}] to write ${outChannels} channels from ${outOffset} on into, wanted (1, ${outHeight}, ${outWidth}, …)`);
  }
  if (from % 4 !== 0 || outOffset % 4 !== 0) fail(`got channel offsets ${from} and ${outOffset}, wanted multiples of 4`);
  return {
    inHeight, inWidth, inChannels, inDepth, inOffset: from, outHeight, outWidth, outChannels, outDepth, outOffset,
    kernelHeight, kernelWidth, stride: strides, padTop: before, padLeft: before,
    slope: activation === 'linear' ? 1 : activation === 'relu' ? 0 : alpha,
  };
}

function byTfjs({ x, filter, bias, strides, padding, activation, alpha }: FusedConvolution): Tensor4D {
  return tf.fused.conv2d({
    x, filter, bias, strides, activation,
    pad: [[0, 0], [...padding], [...padding], [0, 0]],
    ...(alpha === undefined ? {} : { leakyreluAlpha: alpha }),
  });
}

/** Zeros behind the last channel, so that the kernels can read quads: a photo has three. */
function paddedToQuads(work: FusedConvolution): FusedConvolution {
  const missing = (4 - (work.x.shape[3] % 4)) % 4;
  if (missing === 0) return work;
  return {
    ...work,
    x: padChannels(work.x, work.x.shape[3] + missing),
    filter: tf.pad(work.filter, [[0, 0], [0, 0], [0, missing], [0, 0]]),
  };
}

function variantOf(shape: ConvolutionShape, quads: boolean, wished: ConvolutionVariant | undefined): ConvolutionVariant {
  if (tf.getBackend() !== 'webgpu' || !quads) return 'tfjs';
  return wished ?? convolutionChoice((tf.backend() as WebGPUBackend).device).variant(shape);
}

/** For a slice of a shape that tfjs is fastest at: tfjs's kernels know no slices. */
function sliceVariant(): 'tiled' | 'registers' {
  if (tf.getBackend() !== 'webgpu') return 'tiled';
  return convolutionChoice((tf.backend() as WebGPUBackend).device).unmeasured === 'registers' ? 'registers' : 'tiled';
}

/**
 * Convolution with bias and activation. On WebGPU by the kernel that is fastest for the layer's shape; elsewhere by tfjs's own,
 * but for slices, which only our kernels know.
 * @returns // (1, outHeight, outWidth, channels written); with `into` the whole map
 */
export function fusedConvolution(work: FusedConvolution): Tensor4D {
  const shape = convolutionShape(work);
  const sliced = shape.inChannels !== shape.inDepth || work.into !== undefined;
  // Our kernels read and write four channels at a time.
  const quads = shape.outChannels % 4 === 0 && shape.outDepth % 4 === 0 && (!sliced || (shape.inDepth % 4 === 0 && shape.inChannels % 4 === 0));
  if (!quads && sliced) throw new Error(`fusedConvolution: got slices of ${shape.inChannels} and ${shape.outChannels} channels, wanted multiples of 4`);
  const variant = variantOf(shape, quads, work.variant);
  if (variant === 'tfjs' && !sliced) return byTfjs(work);
  return tf.tidy(() => {
    const { x, filter, bias, into } = paddedToQuads(work);
    const padded = { ...shape, inChannels: filter.shape[2], inDepth: x.shape[3] };
    const inputs: Record<string, Tensor> = { x, filter, bias, ...(into ? { target: into.map } : {}) };
    const [output] = runKernel(fusedConvolutionKernel, inputs, { shape: padded, variant: variant === 'tfjs' ? sliceVariant() : variant } satisfies Attributes);
    return output as Tensor4D;
  });
}
