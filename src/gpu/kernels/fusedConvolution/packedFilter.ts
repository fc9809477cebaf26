import { type Tensor1D, type Tensor4D, tensor1d } from '../../tfjs/tfjs.ts';

/**
 * The weights of a convolution as the WASM loops read them, made once when a network is loaded.
 *
 * layout    // values
 * winograd  // (36, panels, inChannels, 8): G g Gᵀ, see winograd.reference.ts
 * direct    // (panels, rows, 8): a row for each weight of a channel, each row of the window filled up with zeros to a multiple of four
 *
 * A panel is eight channels that are written; the last is filled up with zeros.
 */
export interface PackedFilter {
  readonly layout: FilterLayout;
  /** Of the filter as it was. // (kernelHeight, kernelWidth, inChannels, outChannels) */
  readonly shape: FilterShape;
  readonly rank: 4;
  /** Whoever made it disposes it. */
  readonly values: Tensor1D;
}

export type FilterLayout = 'winograd' | 'direct';
export type FilterShape = readonly [kernelHeight: number, kernelWidth: number, inChannels: number, outChannels: number];

export function isPacked(filter: Tensor4D | PackedFilter): filter is PackedFilter {
  return 'layout' in filter;
}

const PANEL = 8;
const PLACES = 36;

/** Winograd's transforms are of 3×3 windows that move by one, and work on four channels at a time. */
export function filterLayout([height, width, inChannels, outChannels]: FilterShape, strides: number): FilterLayout {
  const fits = height === 3 && width === 3 && strides === 1 && inChannels % 4 === 0 && outChannels % 4 === 0;
  return fits ? 'winograd' : 'direct';
}

/** `G · (a, b, c)` into every `step`-th place from `at` on: FILTER_TRANSFORM with its products shared. */
function filterColumn(a: number, b: number, c: number, to: Float64Array, at: number, step: number): void {
  const even = (-2 / 3) * a - c / 3;
  const odd = (-Math.SQRT2 / 3) * b;
  const even2 = a / 6 + c / 3;
  const odd2 = (Math.SQRT2 / 6) * b;
  to[at] = a;
  to[at + step] = even + odd;
  to[at + 2 * step] = even - odd;
  to[at + 3 * step] = even2 + odd2;
  to[at + 4 * step] = even2 - odd2;
  to[at + 5 * step] = c;
}

/** @param weights // (3, 3, inChannels, outChannels) @returns // (36, panels, inChannels, 8) */
export function winogradFilter(weights: Float32Array, inChannels: number, outChannels: number): Float32Array {
  const panels = Math.ceil(outChannels / PANEL);
  const place = panels * inChannels * PANEL;
  const values = new Float32Array(PLACES * place);
  const cell = inChannels * outChannels;
  // In double, and rounded once.
  const half = new Float64Array(6 * 3);
  const whole = new Float64Array(PLACES);
  for (let i = 0; i < inChannels; i++) {
    for (let o = 0; o < outChannels; o++) {
      const from = i * outChannels + o;
      for (let column = 0; column < 3; column++) {
        const at = from + column * cell;
        filterColumn(weights[at]!, weights[at + 3 * cell]!, weights[at + 6 * cell]!, half, column, 3);
      }
      for (let row = 0; row < 6; row++)
        filterColumn(half[row * 3]!, half[row * 3 + 1]!, half[row * 3 + 2]!, whole, row * 6, 1);
      const to = ((o >> 3) * inChannels + i) * PANEL + (o & 7);
      for (let k = 0; k < PLACES; k++) values[k * place + to] = whole[k]!;
    }
  }
  return values;
}

/** Weights of one row of the window, filled up to a multiple of four where the channels do not come in fours. */
export function windowRowLength([, width, inChannels]: FilterShape): number {
  return Math.ceil((width * inChannels) / 4) * 4;
}

/** @param weights // (kernelHeight, kernelWidth, inChannels, outChannels) @returns // (panels, rows, 8) */
export function directFilter(weights: Float32Array, shape: FilterShape): Float32Array {
  const [height, width, inChannels, outChannels] = shape;
  const rowLength = windowRowLength(shape);
  const values = new Float32Array(Math.ceil(outChannels / PANEL) * height * rowLength * PANEL);
  const wanted = width * inChannels;
  for (let ky = 0; ky < height; ky++) {
    for (let k = 0; k < wanted; k++) {
      const from = (ky * wanted + k) * outChannels;
      for (let o = 0; o < outChannels; o++) {
        const panel = (o >> 3) * height * rowLength;
        values[(panel + ky * rowLength + k) * PANEL + (o & 7)] = weights[from + o]!;
      }
    }
  }
  return values;
}

/** @param weights // (kernelHeight, kernelWidth, inChannels, outChannels) */
export function packedFilter(weights: Float32Array, shape: FilterShape, strides: number): PackedFilter {
  const layout = filterLayout(shape, strides);
  const values = layout === 'winograd' ? winogradFilter(weights, shape[2], shape[3]) : directFilter(weights, shape);
  return { layout, shape, rank: 4, values: tensor1d(values) };
}
