import { tensor1d, tensor4d } from '../../tfjs/tfjs.ts';
import { type Activation, clampOf } from '../fusedConvolution/activation.ts';
import { type KernelCase, type KernelCases, randomValues } from '../kernelCase.ts';
import { type SidePadding, samePadding } from '../mapPadding.ts';
import { depthwiseConvolutionReference } from './depthwiseConvolution.reference.ts';
import { depthwiseConvolution } from './depthwiseConvolution.ts';

interface Layer {
  /** Height, width, channels. */
  readonly map: readonly [number, number, number];
  readonly kernel?: number;
  readonly stride?: number;
  /** TensorFlow's SAME if not given. */
  readonly padding?: { readonly rows: SidePadding; readonly columns: SidePadding };
  readonly activation?: Activation;
}

function depthwise(name: string, { map, kernel = 3, stride = 1, padding, activation = 'relu6' }: Layer): KernelCase {
  const [inHeight, inWidth, channels] = map;
  const { rows, columns } = padding ?? {
    rows: samePadding(inHeight, kernel, stride),
    columns: samePadding(inWidth, kernel, stride),
  };
  const x = randomValues(inHeight * inWidth * channels, 1, -4, 4);
  const filter = randomValues(kernel * kernel * channels, 2);
  const bias = randomValues(channels, 3);
  return {
    name,
    run: () => [
      depthwiseConvolution({
        x: tensor4d(x, [1, inHeight, inWidth, channels]),
        filter: tensor4d(filter, [kernel, kernel, channels, 1]),
        bias: tensor1d(bias),
        strides: stride,
        padding: { rows, columns },
        activation,
        alpha: 0.1,
      }),
    ],
    expected: () => [
      depthwiseConvolutionReference(x, filter, bias, {
        inHeight,
        inWidth,
        channels,
        outHeight: Math.floor((inHeight + rows[0] + rows[1] - kernel) / stride) + 1,
        outWidth: Math.floor((inWidth + columns[0] + columns[1] - kernel) / stride) + 1,
        kernelHeight: kernel,
        kernelWidth: kernel,
        stride,
        padTop: rows[0],
        padLeft: columns[0],
        ...clampOf(activation, 0.1),
      }),
    ],
  };
}

export const depthwiseConvolutionCases: KernelCases = {
  kernel: 'depthwiseConvolution',
  tolerance: {
    absolute: 2e-5,
    relative: 2e-5,
    reason:
      'sums of up to 25 products of magnitude 4 in float32, in another order than the reference, which sums in double',
  },
  cases: [
    depthwise('one pixel', { map: [1, 1, 4] }),
    depthwise('a map smaller than the window', { map: [2, 1, 8] }),
    depthwise('SAME at stride 1', { map: [5, 6, 12] }),
    depthwise('SAME at stride 2, both sides even: nothing before, one after', { map: [6, 8, 8], stride: 2 }),
    depthwise('SAME at stride 2, both sides odd: one on each end', { map: [7, 9, 8], stride: 2 }),
    depthwise('SAME at stride 2, an even and an odd side', { map: [6, 9, 8], stride: 2 }),
    depthwise('SAME at stride 2, an odd and an even side', { map: [7, 8, 8], stride: 2 }),
    depthwise('5×5 at stride 2', { map: [9, 8, 4], kernel: 5, stride: 2 }),
    depthwise('padding by other frameworks at stride 2: one all round an even map', {
      map: [6, 8, 8],
      stride: 2,
      padding: { rows: [1, 1], columns: [1, 1] },
    }),
    depthwise('rows and columns padded differently', {
      map: [6, 8, 8],
      padding: { rows: [2, 0], columns: [0, 1] },
    }),
    depthwise('no padding', { map: [6, 7, 4], padding: { rows: [0, 0], columns: [0, 0] } }),
    depthwise('without activation', { map: [5, 6, 8], activation: 'linear' }),
    depthwise('ReLU', { map: [5, 6, 8], activation: 'relu' }),
    depthwise('leaky ReLU', { map: [5, 6, 8], activation: 'leakyrelu' }),
    depthwise('6 channels, which do not come in fours', { map: [4, 5, 6], stride: 2 }),
    depthwise('more than one workgroup, the last half full', { map: [9, 11, 40] }),
    depthwise('a row of four windows that share columns', {
      map: [3, 6, 8],
      padding: { rows: [0, 0], columns: [0, 0] },
    }),
    depthwise('a row of nine columns at stride 2 without padding', {
      map: [3, 9, 8],
      stride: 2,
      padding: { rows: [0, 0], columns: [0, 0] },
    }),
    depthwise('one column', { map: [9, 1, 8] }),
    depthwise('stride 3', { map: [10, 16, 8], stride: 3 }),
    depthwise('a layer of the network, smaller', { map: [20, 15, 96], stride: 2 }),
  ],
};
