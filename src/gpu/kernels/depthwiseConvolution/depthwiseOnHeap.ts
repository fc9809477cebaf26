import { loopsOn } from '../../tfjs/heapLoops.ts';
import type { TensorInfo } from '../../tfjs/tfjs.ts';
import type { TfjsHeap } from '../../tfjs/tfjsHeap.ts';
import { NO_LIMIT } from '../fusedConvolution/activation.ts';
import { BINARY } from './depthwiseConvolution.binary.ts';
import type { DepthwiseShape } from './depthwiseConvolution.reference.ts';

/** The function of depthwiseConvolution.assembly.ts, given the address of its arguments. */
export interface DepthwiseLoops {
  depthwise(work: number): void;
}

/** null on a machine without SIMD. */
export function depthwiseLoops(memory: WebAssembly.Memory): DepthwiseLoops | null {
  // The exports are those of the binary beside; its types are lost on the way through WebAssembly.
  return loopsOn(memory, BINARY) as unknown as DepthwiseLoops | null;
}

/** Fields of its arguments in their order; after them come slope and most, float32. */
const FIELDS = [
  'input',
  'inHeight',
  'inWidth',
  'channels',
  'output',
  'outHeight',
  'outWidth',
  'kernelHeight',
  'kernelWidth',
  'stride',
  'padTop',
  'padLeft',
  'filter',
  'bias',
] as const;

/** Addresses. */
export type DepthwisePlaces = Readonly<Record<'input' | 'output' | 'filter' | 'bias', number>>;

/** The depthwise convolution of what stands at these addresses, channels in fours. */
export function depthwiseAt(
  heap: TfjsHeap,
  loops: DepthwiseLoops,
  shape: DepthwiseShape,
  places: DepthwisePlaces,
): void {
  heap.scratch((FIELDS.length + 2) * 4, (at) => {
    const values: Readonly<Record<(typeof FIELDS)[number], number>> = { ...shape, ...places };
    const { buffer } = heap.memory;
    new Int32Array(buffer, at, FIELDS.length).set(FIELDS.map((name) => values[name]));
    new Float32Array(buffer, at + FIELDS.length * 4, 2).set([shape.slope, shape.most ?? NO_LIMIT]);
    loops.depthwise(at);
  });
}

/** `depthwiseConvolution` of channels in fours, in place on tfjs's heap. */
export function depthwiseOnHeap(
  heap: TfjsHeap,
  loops: DepthwiseLoops,
  shape: DepthwiseShape,
  { x, filter, bias }: Readonly<Record<'x' | 'filter' | 'bias', TensorInfo>>,
): TensorInfo {
  const output = heap.output([1, shape.outHeight, shape.outWidth, shape.channels], 'float32');
  depthwiseAt(heap, loops, shape, {
    input: heap.address(x),
    output: heap.address(output),
    filter: heap.address(filter),
    bias: heap.address(bias),
  });
  return output;
}
