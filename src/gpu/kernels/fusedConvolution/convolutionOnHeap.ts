import { loopsOn } from '../../tfjs/heapLoops.ts';
import type { TensorInfo } from '../../tfjs/tfjs.ts';
import type { TfjsHeap } from '../../tfjs/tfjsHeap.ts';
import { NO_LIMIT } from './activation.ts';
import type { ConvolutionShape } from './fusedConvolution.reference.ts';
import { BINARY } from './loops/convolution.binary.ts';
import { BINARY as RELAXED_BINARY } from './loops/convolution.relaxed.binary.ts';
import { type FilterLayout, windowRowLength } from './packedFilter.ts';

/** The functions of loops/convolution.assembly.ts; each is given the address of its arguments. */
export type ConvolutionLoops = Readonly<Record<FilterLayout, (work: number) => void>>;

/**
 * The loops with plain or with relaxed SIMD, null where the browser lacks it. Relaxed SIMD's sums differ in their last bits, as a GPU's
 * do. On 64 photos no bit of any code did, of the semantic, the category-aware and the appearance codes of photos and regions, and P_c
 * by up to 2.1e-6; from tfjs's own convolutions both lie just as far.
 */
export function loopsWith(memory: WebAssembly.Memory, arithmetic: 'plain' | 'relaxed'): ConvolutionLoops | null {
  // The exports are those of the binaries beside; their types are lost on the way through WebAssembly.
  return loopsOn(memory, arithmetic === 'plain' ? BINARY : RELAXED_BINARY) as unknown as ConvolutionLoops | null;
}

/** The fastest that the browser has; null where it has no SIMD. */
export function convolutionLoops(memory: WebAssembly.Memory): ConvolutionLoops | null {
  return loopsWith(memory, 'relaxed') ?? loopsWith(memory, 'plain');
}

/** Fields of loops/convolutionArguments.assembly.ts in their order; the last two are float32, the others int32. */
const FIELDS = [
  'input',
  'inHeight',
  'inWidth',
  'inDepth',
  'inChannels',
  'output',
  'outHeight',
  'outWidth',
  'outDepth',
  'outChannels',
  'copy',
  'copyDepth',
  'kernelHeight',
  'kernelWidth',
  'stride',
  'padTop',
  'padLeft',
  'filter',
  'bias',
  'scratch',
  'chunk',
] as const;
const CLAMP_FIELDS = 2;
const ARGUMENT_BYTES = Math.ceil(((FIELDS.length + CLAMP_FIELDS) * 4) / 16) * 16;

type Arguments = Readonly<Record<(typeof FIELDS)[number], number>>;

/** Two patches of 6×6 vectors with where six of them lie, or a tile: what stands before the loops' matrices. */
const FIXED_BYTES = 2 * 36 * 16 + 128;
const PLACES = 36;
const SKEW_BYTES = 64;
/**
 * What a chunk may take, so that it stays in the second-level cache of a machine of today, the filter passing by; a small filter stays
 * there too, and then a small chunk is better.
 */
const MOST_CHUNK_BYTES = { winograd: 3 * 2 ** 19, direct: 2 ** 19 } as const;
const LEAST_CHUNK_BYTES = 2 ** 17;
/** Rows of a tile of the product. */
const TILE_ROWS = 6;

interface Chunks {
  readonly chunk: number;
  readonly bytes: number;
}

/** As many rows at a time as fit, in parts of nearly one size. */
function rowsAtATime(rows: number, rowBytes: number, mostBytes: number): number {
  const most = Math.max(TILE_ROWS, Math.floor(mostBytes / rowBytes / TILE_ROWS) * TILE_ROWS);
  const parts = Math.ceil(rows / most);
  return Math.ceil(rows / parts / TILE_ROWS) * TILE_ROWS;
}

function chunksOf(shape: ConvolutionShape, layout: FilterLayout): Chunks {
  const { outHeight, outWidth, inChannels, outChannels, kernelHeight, kernelWidth } = shape;
  if (layout === 'direct') {
    const rowBytes = kernelHeight * windowRowLength([kernelHeight, kernelWidth, inChannels, outChannels]) * 4;
    const filterBytes = rowBytes * outChannels;
    const most = Math.min(Math.max(filterBytes / 4, LEAST_CHUNK_BYTES), MOST_CHUNK_BYTES.direct);
    const chunk = rowsAtATime(outHeight * outWidth, rowBytes + outChannels * 4, most);
    return { chunk, bytes: chunk * rowBytes };
  }
  const rowBytes = PLACES * (inChannels + Math.ceil(outChannels / 8) * 8) * 4;
  const chunk = rowsAtATime(Math.ceil(outHeight / 4) * Math.ceil(outWidth / 4), rowBytes, MOST_CHUNK_BYTES.winograd);
  return { chunk, bytes: chunk * rowBytes + 2 * PLACES * SKEW_BYTES };
}

/** Addresses; the copy is 0 where none is wanted. */
export interface ConvolutionPlaces {
  readonly input: number;
  readonly output: number;
  readonly filter: number;
  readonly bias: number;
  readonly copy: number;
  readonly copyDepth: number;
}

/** The convolution of what stands at these addresses. `input`, `output` and `copy` are those of the first channel of the first pixel. */
export function convolveAt(
  heap: TfjsHeap,
  loops: ConvolutionLoops,
  shape: ConvolutionShape,
  layout: FilterLayout,
  places: ConvolutionPlaces,
): void {
  const { chunk, bytes } = chunksOf(shape, layout);
  heap.scratch(ARGUMENT_BYTES + FIXED_BYTES + bytes, (at) => {
    const values: Arguments = { ...shape, ...places, scratch: at + ARGUMENT_BYTES, chunk };
    const { buffer } = heap.memory;
    new Int32Array(buffer, at, FIELDS.length).set(FIELDS.map((name) => values[name]));
    new Float32Array(buffer, at + FIELDS.length * 4, CLAMP_FIELDS).set([shape.slope, shape.most ?? NO_LIMIT]);
    loops[layout](at);
  });
}

export interface HeapConvolution {
  readonly shape: ConvolutionShape;
  readonly layout: FilterLayout;
  readonly x: TensorInfo;
  /** As packedFilter.ts lays it out. */
  readonly filter: TensorInfo;
  readonly bias: TensorInfo;
  /** // (1, outHeight, outWidth, outDepth) */
  readonly output: TensorInfo;
  /** A map that the same numbers are written into besides. */
  readonly copy: { readonly map: TensorInfo; readonly offset: number } | null;
}

/** `fusedConvolution` with SIMD, in place on tfjs's heap. */
export function convolveOnHeap(heap: TfjsHeap, loops: ConvolutionLoops, work: HeapConvolution): void {
  const { shape, layout, copy } = work;
  convolveAt(heap, loops, shape, layout, {
    input: heap.address(work.x) + shape.inOffset * 4,
    output: heap.address(work.output) + shape.outOffset * 4,
    filter: heap.address(work.filter),
    bias: heap.address(work.bias),
    copy: copy === null ? 0 : heap.address(copy.map) + copy.offset * 4,
    copyDepth: copy?.map.shape[3] ?? 0,
  });
}
