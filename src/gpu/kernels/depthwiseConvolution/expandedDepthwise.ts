import type { KernelBackend, Tensor4D } from '../../tfjs/tfjs.ts';
import * as tf from '../../tfjs/tfjs.ts';
import { type TfjsHeap, tfjsHeap } from '../../tfjs/tfjsHeap.ts';
import { type ConvolutionLoops, convolutionLoops, convolveAt } from '../fusedConvolution/convolutionOnHeap.ts';
import { convolutionShape, type FusedConvolution } from '../fusedConvolution/convolutionWork.ts';
import type { ConvolutionShape } from '../fusedConvolution/fusedConvolution.reference.ts';
import { fusedConvolution } from '../fusedConvolution/fusedConvolution.ts';
import { isPacked, type PackedFilter } from '../fusedConvolution/packedFilter.ts';
import type { DepthwiseShape } from './depthwiseConvolution.reference.ts';
import { type DepthwiseConvolution, depthwiseConvolution, depthwiseShape } from './depthwiseConvolution.ts';
import { type DepthwiseLoops, depthwiseAt, depthwiseLoops } from './depthwiseOnHeap.ts';

/** A 1×1 convolution that is read by a depthwise one alone: the first two thirds of MobileNetV2's inverted residual. */
export interface ExpandedDepthwise {
  readonly expand: FusedConvolution;
  /** What reads it; its `x` is what `expand` gives. */
  readonly depthwise: Omit<DepthwiseConvolution, 'x'>;
}

/**
 * The expanded map is made a band of rows at a time, so that it stays in the cache between the two: of a whole map of 160×160×96 either
 * spends most of its time waiting for 10 MB to be written and read again.
 */
const BAND_BYTES = 2 ** 20;

interface Band {
  readonly heap: TfjsHeap;
  readonly convolution: ConvolutionLoops;
  readonly depthwise: DepthwiseLoops;
}

function onWasm(): Band | null {
  const heap = tf.getBackend() === 'wasm' ? tfjsHeap(tf.backend() as KernelBackend) : null;
  const convolution = heap && convolutionLoops(heap.memory);
  const depthwise = heap && depthwiseLoops(heap.memory);
  return heap && convolution && depthwise && { heap, convolution, depthwise };
}

/** Rows of the expanded map that rows `first` to `end` of the output read. */
function rowsRead({ stride, padTop, kernelHeight, inHeight }: DepthwiseShape, first: number, end: number) {
  const top = Math.max(first * stride - padTop, 0);
  return { top, bottom: Math.max(Math.min((end - 1) * stride - padTop + kernelHeight, inHeight), top) };
}

function inBands(
  { heap, convolution, depthwise: depthwiseLoop }: Band,
  { expand, depthwise }: ExpandedDepthwise,
  filter: PackedFilter,
  wide: ConvolutionShape,
  shape: DepthwiseShape,
): Tensor4D {
  const { outHeight, outWidth, channels, stride, kernelHeight, padTop } = shape;
  const rowBytes = wide.outWidth * channels * 4;
  const mostRows = Math.max(kernelHeight, Math.floor(BAND_BYTES / rowBytes));
  const outRows = Math.floor((mostRows - kernelHeight) / stride) + 1;
  const output = heap.output([1, outHeight, outWidth, channels], 'float32');
  heap.scratch(mostRows * rowBytes, (band) => {
    for (let first = 0; first < outHeight; first += outRows) {
      const end = Math.min(first + outRows, outHeight);
      const { top, bottom } = rowsRead(shape, first, end);
      const rows = bottom - top;
      if (rows > 0)
        convolveAt(heap, convolution, { ...wide, inHeight: rows, outHeight: rows }, filter.layout, {
          input: heap.address(expand.x) + (wide.inOffset + top * wide.inWidth * wide.inDepth) * 4,
          output: band,
          filter: heap.address(filter.values),
          bias: heap.address(expand.bias),
          copy: 0,
          copyDepth: 0,
        });
      const part = { ...shape, inHeight: rows, outHeight: end - first, padTop: top - (first * stride - padTop) };
      depthwiseAt(heap, depthwiseLoop, part, {
        input: band,
        output: heap.address(output) + first * outWidth * channels * 4,
        filter: heap.address(depthwise.filter),
        bias: heap.address(depthwise.bias),
      });
    }
  });
  return tf.engine().makeTensorFromTensorInfo(output) as Tensor4D;
}

/**
 * `depthwiseConvolution` of `fusedConvolution`, the same bits. On WASM the map between them is never whole; elsewhere the two run one after the
 * other.
 * @returns // (1, outHeight, outWidth, channels)
 * @throws Error naming the first thing that does not fit.
 */
export function expandedDepthwise(work: ExpandedDepthwise): Tensor4D {
  const { expand, depthwise } = work;
  const wide = convolutionShape(expand);
  const loops = onWasm();
  const { filter } = expand;
  const banded = wide.kernelHeight === 1 && wide.kernelWidth === 1 && wide.stride === 1 && expand.into === undefined;
  const padded = wide.padTop + wide.padLeft !== 0 || wide.outHeight !== wide.inHeight || wide.outWidth !== wide.inWidth;
  if (loops === null || !isPacked(filter) || !banded || padded || wide.outChannels % 4 !== 0)
    return tf.tidy(() => depthwiseConvolution({ ...depthwise, x: fusedConvolution(expand) }));
  const shape: Tensor4D['shape'] = [1, wide.outHeight, wide.outWidth, wide.outChannels];
  return inBands(loops, work, filter, wide, depthwiseShape({ ...depthwise, x: { rank: 4, shape } }));
}
