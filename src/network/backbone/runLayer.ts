import {
  type DepthwiseConvolution as DepthwiseWork,
  depthwiseConvolution,
} from '../../gpu/kernels/depthwiseConvolution/depthwiseConvolution.ts';
import { expandedDepthwise } from '../../gpu/kernels/depthwiseConvolution/expandedDepthwise.ts';
import type { Activation as FusedActivation } from '../../gpu/kernels/fusedConvolution/activation.ts';
import type { FusedConvolution, MapSlice } from '../../gpu/kernels/fusedConvolution/convolutionWork.ts';
import { fusedConvolution, fusedConvolutionTwice } from '../../gpu/kernels/fusedConvolution/fusedConvolution.ts';
import type { HalfFilter } from '../../gpu/kernels/fusedConvolution/halfFilter.ts';
import type { PackedFilter } from '../../gpu/kernels/fusedConvolution/packedFilter.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import {
  type Activation,
  type Convolution,
  type DepthwiseConvolution,
  type Layer,
  type LocalResponseNormalisation,
  type Pooling,
  paddingOf,
} from './backboneDescription.ts';
import { joinChannels } from './joinChannels.ts';

/** `weight` and `bias` as in the description; undefined for layers without. */
export interface LayerWeights {
  readonly weight: tf.Tensor | PackedFilter | undefined;
  readonly bias: tf.Tensor | undefined;
  /** Gives the weight once more in float16; null where that would lose something. */
  readonly half?: () => HalfFilter | null;
}

type Sides = [number, number];

function poolPadding(layer: Pooling, { shape: [, height, width] }: tf.Tensor4D): [Sides, Sides, Sides, Sides] {
  const { rows, columns } = paddingOf(layer, height, width);
  return [[0, 0], [...rows], [...columns], [0, 0]];
}

function fusedActivation(activation: Activation): { activation: FusedActivation; alpha?: number } {
  if (activation === 'identity') return { activation: 'linear' };
  if (activation === 'relu' || activation === 'relu6') return { activation };
  return { activation: 'leakyrelu', alpha: activation.leaky };
}

/**
 * tfjs has no WASM kernel for it, so: the sum over neighbouring channels as a 1×1 convolution of the squares with a band
 * matrix, which every backend has.
 */
function localResponseNormalisation(
  x: tf.Tensor4D,
  { size, alpha, beta, bias }: LocalResponseNormalisation,
): tf.Tensor4D {
  const channels = x.shape[3];
  const reach = (size - 1) / 2;
  const band = new Float32Array(channels * channels);
  for (let i = 0; i < channels; i++) {
    for (let j = Math.max(0, i - reach); j <= Math.min(channels - 1, i + reach); j++)
      band[i * channels + j] = alpha / size;
  }
  const scale = fusedConvolution({
    x: tf.square(x),
    filter: tf.tensor4d(band, [1, 1, channels, channels]),
    bias: tf.fill([channels], bias),
    strides: 1,
    padding: [0, 0],
    activation: 'linear',
  });
  return tf.mul(x, tf.pow(scale, -beta));
}

/** Where a convolution reads and writes other than whole maps of its own. */
export interface Places {
  /** First of the channels of `x` that are read; all of them if not given. */
  readonly from?: number;
  /** Channels of another map that the result is written into; that map is what comes back. */
  readonly into?: MapSlice;
  /** Channels of another map that the result is written into besides, in place: WebGPU only. */
  readonly copy?: MapSlice;
}

function convolutionWork(
  layer: Convolution,
  x: tf.Tensor4D,
  { weight, bias, half }: LayerWeights,
  { from, into }: Places = {},
): FusedConvolution {
  return {
    x,
    filter: weight as tf.Tensor4D | PackedFilter,
    bias: bias as tf.Tensor1D,
    ...(half === undefined ? {} : { half }),
    strides: layer.stride,
    padding: paddingOf(layer, x.shape[1], x.shape[2]),
    ...(from === undefined ? {} : { from }),
    ...(into ? { into } : {}),
    ...fusedActivation(layer.activation),
  };
}

export function runConvolution(
  layer: Convolution,
  x: tf.Tensor4D,
  weights: LayerWeights,
  places: Places = {},
): tf.Tensor4D {
  const work = convolutionWork(layer, x, weights, places);
  const { copy } = places;
  if (copy === undefined) return fusedConvolution(work);
  const [map, copied] = fusedConvolutionTwice(work, copy);
  // The map that was written into once more; its owner has it.
  copied.dispose();
  return map;
}

function depthwiseWork(
  layer: DepthwiseConvolution,
  [, height, width]: tf.Tensor4D['shape'],
  { weight, bias }: LayerWeights,
): Omit<DepthwiseWork, 'x'> {
  return {
    filter: weight as tf.Tensor4D,
    bias: bias as tf.Tensor1D,
    strides: layer.stride,
    padding: paddingOf(layer, height, width),
    ...fusedActivation(layer.activation),
  };
}

/** A depthwise convolution and the 1×1 convolution that it alone reads. @param x what `expand` reads */
export function runExpanded(
  expand: Convolution,
  layer: DepthwiseConvolution,
  x: tf.Tensor4D,
  expandWeights: LayerWeights,
  weights: LayerWeights,
): tf.Tensor4D {
  return expandedDepthwise({
    expand: convolutionWork(expand, x, expandWeights),
    // 1×1 at stride 1: both maps have the sides of `x`.
    depthwise: depthwiseWork(layer, x.shape, weights),
  });
}

/** One layer's map from the maps that it reads. // (1, height, width, channels). Call it under tidy. */
export function runLayer(layer: Layer, sources: readonly tf.Tensor4D[], weights: LayerWeights): tf.Tensor4D {
  const x = sources[0]!;
  switch (layer.kind) {
    case 'convolution':
      return runConvolution(layer, x, weights);
    case 'depthwiseConvolution':
      return depthwiseConvolution({ x, ...depthwiseWork(layer, x.shape, weights) });
    case 'maxPool':
      return tf.maxPool(x, layer.kernel, layer.stride, poolPadding(layer, x));
    case 'averagePool':
      return tf.avgPool(x, layer.kernel, layer.stride, poolPadding(layer, x));
    case 'localResponseNormalisation':
      return localResponseNormalisation(x, layer);
    case 'upsample':
      return tf.image.resizeBilinear(x, [x.shape[1] * layer.factor, x.shape[2] * layer.factor], false, true);
    case 'concat':
      return joinChannels(sources);
    case 'add':
      // Two by two, whatever their number: see regionHidden.ts.
      return sources.reduce((sum, source) => tf.add(sum, source));
  }
}
