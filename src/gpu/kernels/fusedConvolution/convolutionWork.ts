import type { Tensor1D, Tensor4D } from '../../tfjs/tfjs.ts';
import type { MapPadding, SidePadding } from '../mapPadding.ts';
import { type Activation, clampOf } from './activation.ts';
import type { ConvolutionVariant } from './convolutionVariant.ts';
import type { ConvolutionShape } from './fusedConvolution.reference.ts';
import type { HalfFilter } from './halfFilter.ts';
import type { PackedFilter } from './packedFilter.ts';

/** Channels of a map from `offset` on, a multiple of 4. */
export interface MapSlice {
  readonly map: Tensor4D;
  readonly offset: number;
}

/** One convolution to be done, with its tensors. */
export interface FusedConvolution {
  /** // (1, height, width, channels) */
  readonly x: Tensor4D;
  /** As it is, or packed for the WASM loops. // (kernelHeight, kernelWidth, channels read, channels written) */
  readonly filter: Tensor4D | PackedFilter;
  /** // (channels written,) */
  readonly bias: Tensor1D;
  readonly strides: number;
  /** Zeros before and after, the same on both axes or of each by itself. */
  readonly padding: SidePadding | MapPadding;
  readonly activation: Activation;
  /** Slope below zero of 'leakyrelu'. */
  readonly alpha?: number;
  /** First of the channels of `x` that are read, a multiple of 4; all are read if it is not given. */
  readonly from?: number;
  /** Where the result goes: channels from `offset` of `map` on, in place on WebGPU. A multiple of 4. */
  readonly into?: MapSlice;
  /** Gives the same weights in float16, or null; asked where the choice falls on them, and without them float32 it is. */
  readonly half?: () => HalfFilter | null;
  /** In place of the one that is chosen for the layer's shape. */
  readonly variant?: ConvolutionVariant;
}

export function paddingOfAxes(padding: SidePadding | MapPadding): MapPadding {
  return 'rows' in padding ? padding : { rows: padding, columns: padding };
}

/** @throws Error naming the first thing that does not fit. */
export function convolutionShape(
  { x, filter, bias, strides, padding, activation, alpha = 0, from: first, into }: FusedConvolution,
  copy?: MapSlice,
): ConvolutionShape {
  const fail = (problem: string): never => {
    throw new Error(`fusedConvolution: ${problem}`);
  };
  if (x.rank !== 4 || x.shape[0] !== 1) fail(`got x [${x.shape.join(', ')}], wanted (1, height, width, channels)`);
  const from = first ?? 0;
  const [, inHeight, inWidth, inDepth] = x.shape;
  const [kernelHeight, kernelWidth, inChannels, outChannels] = filter.shape;
  if (filter.rank !== 4 || from + inChannels > inDepth || (first === undefined && inChannels !== inDepth)) {
    fail(
      `got a filter [${filter.shape.join(', ')}] for the channels from ${from} of ${inDepth}, wanted (height, width, ${inDepth - from}, out)`,
    );
  }
  if (bias.shape.join() !== `${outChannels}`) fail(`got a bias [${bias.shape.join(', ')}], wanted [${outChannels}]`);
  if (!Number.isInteger(strides) || strides < 1) fail(`got strides ${strides}, wanted a positive whole number`);
  const { rows, columns } = paddingOfAxes(padding);
  const outHeight = Math.floor((inHeight + rows[0] + rows[1] - kernelHeight) / strides) + 1;
  const outWidth = Math.floor((inWidth + columns[0] + columns[1] - kernelWidth) / strides) + 1;
  if (outHeight < 1 || outWidth < 1)
    fail(`a window of ${kernelHeight}×${kernelWidth} does not fit a map of ${inHeight}×${inWidth}`);
  const outDepth = into?.map.shape[3] ?? outChannels;
  const outOffset = into?.offset ?? 0;
  for (const { map, offset } of [into, copy].filter((slice) => slice !== undefined)) {
    if (map.shape[1] !== outHeight || map.shape[2] !== outWidth || offset + outChannels > map.shape[3]) {
      fail(
        `got a map [${map.shape.join(', ')}] to write ${outChannels} channels from ${offset} on into, wanted (1, ${outHeight}, ${outWidth}, …)`,
      );
    }
    if (map.shape[3] % 4 !== 0) fail(`got a map of ${map.shape[3]} channels to write into, wanted a multiple of 4`);
    if (offset % 4 !== 0) fail(`got a channel offset of ${offset}, wanted a multiple of 4`);
  }
  if (from % 4 !== 0) fail(`got a channel offset of ${from}, wanted a multiple of 4`);
  return {
    inHeight,
    inWidth,
    inChannels,
    inDepth,
    inOffset: from,
    outHeight,
    outWidth,
    outChannels,
    outDepth,
    outOffset,
    kernelHeight,
    kernelWidth,
    stride: strides,
    padTop: rows[0],
    padLeft: columns[0],
    ...clampOf(activation, alpha),
  };
}
