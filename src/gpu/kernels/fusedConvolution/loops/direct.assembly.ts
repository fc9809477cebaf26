// AssemblyScript, a part of convolution.assembly.ts: a convolution as a product of its unfolded map and its filter.

import { ConvolutionArguments } from './convolutionArguments.assembly';
import { clamped, matrixTile, rowsOfTile } from './matrixTile.assembly';
import { groupsOfWindowRow, unfold } from './unfolding.assembly';

/** A tile that does not fit. */
const TILE_BYTES: usize = 6 * 32;

/** Any kernel, stride, padding and number of channels. @param work chunk pixels at a time; filter // (panels, 4 · groups, 8) */
export function direct(work: ConvolutionArguments): void {
  const pixels = work.outHeight * work.outWidth;
  const groups = work.kernelHeight * groupsOfWindowRow(work);
  const unfolded = work.scratch + TILE_BYTES;
  for (let first = 0; first < pixels; first += work.chunk) {
    const end = min(first + work.chunk, pixels);
    for (let pixel = first; pixel < end; pixel += 6)
      unfold(work, pixel, rowsOfTile(pixel, end), unfolded + ((<usize>(pixel - first) * <usize>groups) << 4));
    for (let channel = 0; channel < work.outChannels; channel += 8) panel(work, channel, groups, unfolded, first, end);
  }
}

/** Eight channels of the pixels `first` to `end`. */
function panel(work: ConvolutionArguments, channel: i32, groups: i32, unfolded: usize, first: i32, end: i32): void {
  const b = work.filter + (<usize>channel * <usize>groups << 4);
  const columns = min(work.outChannels - channel, 8);
  const depth: usize = <usize>work.outDepth << 2;
  const to = work.output + (<usize>channel << 2);
  const tile = work.scratch;
  for (let pixel = first; pixel < end; pixel += 6) {
    const rows = rowsOfTile(pixel, end);
    const wanted = min(end - pixel, 6);
    const a = unfolded + ((<usize>(pixel - first) * <usize>groups) << 4);
    const out = to + <usize>pixel * depth;
    if (columns == 8 && wanted == rows) {
      matrixTile(rows, a, b, groups, out, depth);
      finish(work, out, depth, pixel, channel, wanted);
    } else {
      matrixTile(rows, a, b, groups, tile, 32);
      finishPart(work, tile, out, pixel, channel, wanted, columns);
    }
  }
}

/** Bias and activation of a tile of sums that stands where it belongs, and its copy. */
function finish(work: ConvolutionArguments, at: usize, step: usize, pixel: i32, channel: i32, rows: i32): void {
  const bias = work.bias + (<usize>channel << 2);
  const left = v128.load(bias);
  const right = v128.load(bias, 16);
  const slope = f32x4.splat(work.slope);
  const most = f32x4.splat(work.most);
  const copyStep: usize = <usize>work.copyDepth << 2;
  let copy = work.copy + <usize>pixel * copyStep + (<usize>channel << 2);
  for (const end = at + <usize>rows * step; at < end; at += step, copy += copyStep) {
    const p = clamped(f32x4.add(v128.load(at), left), slope, most);
    const q = clamped(f32x4.add(v128.load(at, 16), right), slope, most);
    v128.store(at, p);
    v128.store(at, q, 16);
    if (work.copy == 0) continue;
    v128.store(copy, p);
    v128.store(copy, q, 16);
  }
}

/** The same of a tile of which only some rows and columns are wanted. */
function finishPart(work: ConvolutionArguments, tile: usize, out: usize, pixel: i32, channel: i32, rows: i32, columns: i32): void {
  const depth: usize = <usize>work.outDepth << 2;
  const copyStep: usize = <usize>work.copyDepth << 2;
  const bias = work.bias + (<usize>channel << 2);
  let copy = work.copy + <usize>pixel * copyStep + (<usize>channel << 2);
  for (let row = 0; row < rows; row++, tile += 32, out += depth, copy += copyStep) {
    for (let i: usize = 0; i < <usize>columns << 2; i += 4) {
      const sum = load<f32>(tile + i) + load<f32>(bias + i);
      const value = min(sum >= 0 ? sum : sum * work.slope, work.most);
      store<f32>(out + i, value);
      if (work.copy != 0) store<f32>(copy + i, value);
    }
  }
}
