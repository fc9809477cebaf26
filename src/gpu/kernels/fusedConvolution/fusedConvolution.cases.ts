import { float16ToFloat32, float32ToFloat16 } from '../../../base/weights/safetensors.ts';
import { getBackend, tensor1d, tensor4d } from '../../tfjs/tfjs.ts';
import { type KernelCase, type KernelCases, randomValues } from '../kernelCase.ts';
import { type SidePadding, samePadding } from '../mapPadding.ts';
import { type Activation, clampOf } from './activation.ts';
import type { FusedConvolution } from './convolutionWork.ts';
import { type ConvolutionShape, fusedConvolutionReference } from './fusedConvolution.reference.ts';
import { fusedConvolution, fusedConvolutionTwice } from './fusedConvolution.ts';
import { halfFilter } from './halfFilter.ts';
import { packedFilter } from './packedFilter.ts';

interface Layer {
  /** Height, width, channels. */
  readonly map: readonly [number, number, number];
  readonly channels: number;
  readonly kernel?: number;
  readonly stride?: number;
  /** TensorFlow's for 'same'. */
  readonly padding?: SidePadding | 'same';
  readonly activation?: Activation;
  /** Depth of the map that is read from and the first channel read. */
  readonly from?: readonly [depth: number, offset: number];
  /** Depth of the map that is written into and the first channel written. */
  readonly into?: readonly [depth: number, offset: number];
  /** The same of a second map. */
  readonly copy?: readonly [depth: number, offset: number];
  /** Largest weight. */
  readonly reach?: number;
}

/** 'packed' are the loops on WASM; elsewhere such a case is done as any other. */
type Variant = 'tiled' | 'registers' | 'float16' | 'tfjs' | 'packed';

/** For the float16 kernel the weights are rounded first, so that it and the reference are given the same numbers. */
function weights(size: number, variant: Variant, reach: number): Float32Array {
  const values = randomValues(size, 2, -reach, reach);
  return variant === 'float16' ? values.map((value) => float16ToFloat32(float32ToFloat16(value))) : values;
}

function convolution(
  name: string,
  variant: Variant,
  {
    map,
    channels,
    kernel = 3,
    stride = 1,
    padding = [1, 1],
    activation = 'leakyrelu',
    from,
    into,
    copy,
    reach = 0.2,
  }: Layer,
): KernelCase {
  const [inHeight, inWidth, inChannels] = map;
  const [inDepth, inOffset] = from ?? [inChannels, 0];
  const rows = padding === 'same' ? samePadding(inHeight, kernel, stride) : padding;
  const columns = padding === 'same' ? samePadding(inWidth, kernel, stride) : padding;
  const outHeight = Math.floor((inHeight + rows[0] + rows[1] - kernel) / stride) + 1;
  const outWidth = Math.floor((inWidth + columns[0] + columns[1] - kernel) / stride) + 1;
  const [outDepth, outOffset] = into ?? [channels, 0];
  const x = randomValues(inHeight * inWidth * inDepth, 1);
  const filter = weights(kernel * kernel * inChannels * channels, variant, reach);
  const bias = randomValues(channels, 3);
  const before = randomValues(outHeight * outWidth * outDepth, 4);
  const copied = copy && randomValues(outHeight * outWidth * copy[0], 5);
  return {
    name: `${name} (${variant})`,
    run: () => {
      const half = variant === 'float16' ? halfFilter(filter, [kernel, kernel, inChannels, channels]) : null;
      if (variant === 'float16' && half === null) throw new Error('the weights are no numbers of float16');
      const work: FusedConvolution = {
        x: tensor4d(x, [1, inHeight, inWidth, inDepth]),
        filter:
          variant === 'packed' && getBackend() === 'wasm'
            ? packedFilter(filter, [kernel, kernel, inChannels, channels], stride)
            : tensor4d(filter, [kernel, kernel, inChannels, channels]),
        bias: tensor1d(bias),
        strides: stride,
        padding: padding === 'same' ? { rows, columns } : padding,
        activation,
        alpha: 0.1,
        ...(variant === 'packed' ? {} : { variant }),
        half: () => half,
        from: inOffset,
        ...(into ? { into: { map: tensor4d(before, [1, outHeight, outWidth, outDepth]), offset: outOffset } } : {}),
      };
      return copy && copied
        ? fusedConvolutionTwice(work, { map: tensor4d(copied, [1, outHeight, outWidth, copy[0]]), offset: copy[1] })
        : [fusedConvolution(work)];
    },
    expected: () => {
      const output = into ? before.slice() : new Float32Array(before.length);
      const shape: ConvolutionShape = {
        inHeight,
        inWidth,
        inChannels,
        inDepth,
        inOffset,
        outHeight,
        outWidth,
        outChannels: channels,
        outDepth,
        outOffset,
        kernelHeight: kernel,
        kernelWidth: kernel,
        stride,
        padTop: rows[0],
        padLeft: columns[0],
        ...clampOf(activation, 0.1),
      };
      fusedConvolutionReference(x, filter, bias, output, shape);
      if (!copy || !copied) return [output];
      const second = copied.slice();
      fusedConvolutionReference(x, filter, bias, second, { ...shape, outDepth: copy[0], outOffset: copy[1] });
      return [output, second];
    },
  };
}

function casesOf(variant: Variant): KernelCase[] {
  const layer = (name: string, work: Layer): KernelCase => convolution(name, variant, work);
  return [
    layer('one pixel, 4 channels, 1×1', { map: [1, 1, 4], channels: 4, kernel: 1, padding: [0, 0] }),
    layer('1×1 without activation', { map: [5, 6, 8], channels: 8, kernel: 1, padding: [0, 0], activation: 'linear' }),
    layer('ReLU', { map: [5, 6, 8], channels: 8, activation: 'relu' }),
    layer('ReLU6', { map: [5, 6, 8], channels: 8, activation: 'relu6', reach: 4 }),
    layer('a photo: three channels, stride 2', { map: [13, 17, 3], channels: 32, stride: 2 }),
    layer('a map smaller than the window', { map: [2, 1, 4], channels: 4 }),
    layer('no padding', { map: [6, 7, 4], channels: 8, padding: [0, 0] }),
    layer('more padding after than before', { map: [6, 6, 4], channels: 8, stride: 2, padding: [0, 1] }),
    layer('SAME at stride 2, an even and an odd side', { map: [6, 9, 4], channels: 8, stride: 2, padding: 'same' }),
    layer('SAME at stride 2, an odd and an even side', { map: [7, 8, 3], channels: 8, stride: 2, padding: 'same' }),
    layer('12 channels: the last group of 8 is half full', { map: [4, 5, 12], channels: 12 }),
    layer('31 pixels', { map: [1, 31, 4], channels: 4 }),
    layer('32 pixels', { map: [1, 32, 4], channels: 4 }),
    layer('33 pixels', { map: [1, 33, 4], channels: 4 }),
    layer('60 channels', { map: [3, 3, 4], channels: 60 }),
    layer('64 channels', { map: [3, 3, 4], channels: 64 }),
    layer('68 channels', { map: [3, 3, 4], channels: 68 }),
    layer('12 input channels: a step that is not full', { map: [3, 3, 12], channels: 8 }),
    layer('5×5, stride 2', { map: [9, 8, 4], channels: 4, kernel: 5, stride: 2, padding: [2, 2] }),
    layer('reads a slice', { map: [4, 5, 8], channels: 8, from: [16, 4] }),
    layer('writes into a slice', { map: [4, 5, 8], channels: 8, into: [20, 8] }),
    layer('writes into a slice, and a copy into one of another map', {
      map: [4, 5, 8],
      channels: 8,
      into: [20, 8],
      copy: [12, 4],
    }),
    layer('writes its own map, and a copy of 36 pixels into the end of another', {
      map: [6, 6, 8],
      channels: 68,
      copy: [72, 4],
    }),
    layer('weights below 2^-14, which float16 holds as subnormals', { map: [4, 5, 16], channels: 8, reach: 2 ** -14 }),
    layer('weights up to 2^12', { map: [4, 5, 16], channels: 8, kernel: 1, padding: [0, 0], reach: 2 ** 12 }),
    layer('a seeded layer of the backbone, smaller', { map: [13, 14, 48], channels: 40, stride: 2 }),
  ];
}

const packedCases = [
  convolution('one pixel', 'packed', { map: [1, 1, 4], channels: 4 }),
  convolution('one row of five', 'packed', { map: [1, 5, 8], channels: 8 }),
  convolution('one column of nine', 'packed', { map: [9, 1, 8], channels: 8 }),
  convolution('tiles that end with the map', 'packed', { map: [8, 12, 8], channels: 8 }),
  convolution('tiles that reach beyond the map by three', 'packed', { map: [9, 13, 12], channels: 20 }),
  convolution('an odd number of tiles, more than one block', 'packed', { map: [17, 13, 8], channels: 16 }),
  convolution('padded by two before and none after', 'packed', { map: [7, 9, 8], channels: 8, padding: [2, 0] }),
  convolution('padded by none', 'packed', { map: [7, 9, 8], channels: 8, padding: [0, 0] }),
  convolution('more tiles than a chunk holds', 'packed', { map: [50, 61, 64], channels: 72, reach: 0.05 }),
  convolution('5 channels, which the transforms do not know', 'packed', { map: [6, 7, 5], channels: 7 }),
  convolution('1×1, 44 channels', 'packed', { map: [7, 9, 24], channels: 44, kernel: 1, padding: [0, 0] }),
  convolution('1×1 at stride 2', 'packed', { map: [7, 9, 8], channels: 16, kernel: 1, padding: [0, 0], stride: 2 }),
  convolution('7×7 at stride 2 of a photo', 'packed', {
    map: [20, 17, 3],
    channels: 12,
    kernel: 7,
    padding: [3, 3],
    stride: 2,
  }),
  convolution('ReLU6', 'packed', { map: [9, 9, 16], channels: 16, activation: 'relu6', reach: 4 }),
  convolution('SAME at stride 2, an even and an odd side', 'packed', {
    map: [6, 9, 8],
    channels: 16,
    stride: 2,
    padding: 'same',
  }),
];

export const fusedConvolutionCases: KernelCases = {
  kernel: 'fusedConvolution',
  tolerance: {
    absolute: 2e-5,
    relative: 2e-5,
    reason:
      'sums of up to 432 products of magnitude 0.2 in float32, in another order than the reference, which sums in double. The float16 ' +
      'kernel has the same: its weights are numbers of float16 and scaled by a power of two, so nothing of them is rounded',
  },
  cases: [
    ...casesOf('registers'),
    ...casesOf('float16'),
    ...casesOf('tiled'),
    ...casesOf('packed'),
    ...packedCases,
    // tfjs's own kernel, where it was measured to be the fastest: what a mobile network asks of it.
    convolution('SAME at stride 2 with ReLU6, an even and an odd side', 'tfjs', {
      map: [6, 9, 8],
      channels: 16,
      stride: 2,
      padding: 'same',
      activation: 'relu6',
      reach: 4,
    }),
    convolution('SAME at stride 2 of a photo, an odd and an even side', 'tfjs', {
      map: [7, 8, 3],
      channels: 32,
      stride: 2,
      padding: 'same',
    }),
  ],
};
