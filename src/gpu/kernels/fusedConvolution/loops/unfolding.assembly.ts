// AssemblyScript, a part of convolution.assembly.ts: the window of each output pixel laid out as a row of a matrix.

import { ConvolutionArguments } from './convolutionArguments.assembly';

/** Columns that one row of the window takes, in fours. */
export function groupsOfWindowRow(work: ConvolutionArguments): i32 {
  return work.inChannels & 3 ? (work.kernelWidth * work.inChannels + 3) >> 2 : (work.kernelWidth * work.inChannels) >> 2;
}

/**
 * Rows `first` to `first + rows` of the unfolded map, zeros where a window leaves the map and in rows beyond the last pixel.
 * @param a // (groups, rows, 4)
 */
export function unfold(work: ConvolutionArguments, first: i32, rows: i32, a: usize): void {
  const step: usize = <usize>rows << 4;
  let row = first / work.outWidth;
  let column = first - row * work.outWidth;
  for (const end = a + step; a < end; a += 16) {
    if (row >= work.outHeight) zeros(a, work.kernelHeight * groupsOfWindowRow(work), step);
    else unfoldPixel(work, row * work.stride - work.padTop, column * work.stride - work.padLeft, a, step);
    if (++column < work.outWidth) continue;
    column = 0;
    row++;
  }
}

/** @param y @param x the window's first cell */
function unfoldPixel(work: ConvolutionArguments, y: i32, x: i32, to: usize, step: usize): void {
  const groups = groupsOfWindowRow(work);
  const within = x >= 0 && x + work.kernelWidth <= work.inWidth;
  for (let ky = 0; ky < work.kernelHeight; ky++, to += <usize>groups * step) {
    const row = y + ky;
    if (row < 0 || row >= work.inHeight) zeros(to, groups, step);
    else if (work.inChannels & 3) scatteredRow(work, row, x, to, step);
    // Windows that do not lie apart in the map are read in one go.
    else if (within && work.inDepth == work.inChannels) copied(cell(work, row, x), groups, to, step);
    else windowRow(work, row, x, to, step);
  }
}

// @ts-ignore: decorators are AssemblyScript's own
@inline
function cell(work: ConvolutionArguments, row: i32, column: i32): usize {
  return work.input + (<usize>((row * work.inWidth + column) * work.inDepth) << 2);
}

/** A row of the window, cell by cell. */
function windowRow(work: ConvolutionArguments, row: i32, x: i32, to: usize, step: usize): void {
  const groups = work.inChannels >> 2;
  for (let kx = 0; kx < work.kernelWidth; kx++, to += <usize>groups * step) {
    const column = x + kx;
    if (column < 0 || column >= work.inWidth) zeros(to, groups, step);
    else copied(cell(work, row, column), groups, to, step);
  }
}

/** A row of the window where channels do not come in fours, number by number; zeros fill the last four. */
function scatteredRow(work: ConvolutionArguments, row: i32, x: i32, to: usize, step: usize): void {
  const channels = work.inChannels;
  const wanted = work.kernelWidth * channels;
  const groups = (wanted + 3) >> 2;
  const before = max(-x, 0) * channels;
  const after = (work.kernelWidth - max(x + work.kernelWidth - work.inWidth, 0)) * channels;
  const from = work.input + (<usize>((row * work.inWidth + x) * channels) << 2);
  if (before == 0 && after == wanted) {
    const whole = wanted >> 2;
    copied(from, whole, to, step);
    to += <usize>whole * step;
    const last = from + (<usize>whole << 4);
    if ((wanted & 3) == 1) v128.store(to, v128.load32_zero(last));
    else if ((wanted & 3) == 2) v128.store(to, v128.load64_zero(last));
    else if ((wanted & 3) == 3) v128.store(to, v128.load32_lane(last, v128.load64_zero(last), 2, 8));
    return;
  }
  zeros(to, groups, step);
  for (let i = before; i < after; i++)
    store<f32>(to + <usize>(i >> 2) * step + (<usize>(i & 3) << 2), load<f32>(from + (<usize>i << 2)));
}

function copied(from: usize, groups: i32, to: usize, step: usize): void {
  for (const end = from + (<usize>groups << 4); from < end; from += 16, to += step) v128.store(to, v128.load(from));
}

function zeros(to: usize, groups: i32, step: usize): void {
  for (let i = 0; i < groups; i++, to += step) v128.store(to, f32x4.splat(0));
}
