// AssemblyScript, a part of convolution.assembly.ts: a 3×3 convolution of stride 1 by Winograd's F(4×4, 3×3): 36 products where the window
// has 144. A chunk of tiles goes through all three steps before the next, so that what is between them stays in the cache.

import { ConvolutionArguments } from './convolutionArguments.assembly';
import { matrixTile, rowsOfTile } from './matrixTile.assembly';
import { inputTransform, outputTransform } from './winogradTransforms.assembly';

const PLACES: i32 = 36;
/** A patch of the map with its zeros, and what is half transformed. */
const PATCH_BYTES: usize = 36 * 16;
/** Places lie so many bytes more apart, so that the 36 of a tile do not fall into one set of the cache. */
const SKEW: usize = 64;
/** Where the patches of a block lie. */
const PATCHES_BYTES: usize = 128;

/**
 * Channels in fours. @param work chunk tiles at a time; filter // (36, panels, inChannels, 8); scratch beyond two patches and their places
 * // (36, chunk, inChannels) and (36, chunk, 8 · panels), each place with its skew
 */
export function winograd(work: ConvolutionArguments): void {
  const across = (work.outWidth + 3) >> 2;
  const tiles = ((work.outHeight + 3) >> 2) * across;
  const groups = work.inChannels >> 2;
  const columns = (work.outChannels + 7) & ~7;
  const inPlace: usize = (<usize>(work.chunk * work.inChannels) << 2) + SKEW;
  const outPlace: usize = (<usize>(work.chunk * columns) << 2) + SKEW;
  const read = work.scratch + 2 * PATCH_BYTES + PATCHES_BYTES;
  const products = read + <usize>PLACES * inPlace;
  for (let first = 0; first < tiles; first += work.chunk) {
    const count = min(work.chunk, tiles - first);
    for (let block = 0; block < count; block += 6) readBlock(work, first, block, count, across, read, inPlace);
    for (let place = 0; place < PLACES; place++) {
      const a = read + <usize>place * inPlace;
      const c = products + <usize>place * outPlace;
      for (let column = 0; column < columns; column += 8) {
        const b = work.filter + (<usize>((place * columns + column) * work.inChannels) << 2);
        for (let block = 0; block < count; block += 6) {
          const from = a + (<usize>(block * groups) << 4);
          const to = c + (<usize>(block * columns + column) << 2);
          matrixTile(rowsOfTile(block, count), from, b, groups, to, <usize>columns << 2);
        }
      }
    }
    for (let tile = 0; tile < count; tile++) writeTile(work, first + tile, across, products + (<usize>(tile * columns) << 2), outPlace);
  }
}

/** Where a tile's patch lies, and which of its rows and columns lie within the map. */
@unmanaged
class Patch {
  /** Cell (0, 0), which may lie outside the map: only what lies within is read. */
  from: usize = 0;
  top: i32 = 0;
  bottom: i32 = 0;
  left: i32 = 0;
  right: i32 = 0;
}

/**
 * Transforms the tiles of one block, four channels of all of them before the next four, so that what is written lies together. Where
 * their number is odd the last stands there twice.
 */
function readBlock(work: ConvolutionArguments, first: i32, block: i32, count: i32, across: i32, read: usize, place: usize): void {
  const rows = rowsOfTile(block, count);
  const groups = work.inChannels >> 2;
  const patches = work.scratch + 2 * PATCH_BYTES;
  for (let row = 0; row < rows; row++)
    locate(work, first + min(block + row, count - 1), across, changetype<Patch>(patches + <usize>row * offsetof<Patch>()));
  let to = read + (<usize>(block * groups) << 4);
  for (let channel: usize = 0; channel < <usize>groups << 4; channel += 16) {
    for (let row = 0; row < rows; row++, to += 16) readPatch(work, changetype<Patch>(patches + <usize>row * offsetof<Patch>()), channel, to, place);
  }
}

function locate(work: ConvolutionArguments, tile: i32, across: i32, patch: Patch): void {
  const y = (tile / across) * 4 - work.padTop;
  const x = (tile % across) * 4 - work.padLeft;
  patch.from = work.input + (<usize>((y * work.inWidth + x) * work.inDepth) << 2);
  patch.top = max(-y, 0);
  patch.bottom = min(work.inHeight - y, 6);
  patch.left = max(-x, 0);
  patch.right = min(work.inWidth - x, 6);
}

// @ts-ignore: decorators are AssemblyScript's own
@inline
function readPatch(work: ConvolutionArguments, patch: Patch, channel: usize, to: usize, place: usize): void {
  const columnStep: usize = <usize>work.inDepth << 2;
  const rowStep: usize = <usize>work.inWidth * columnStep;
  const whole = work.scratch;
  const half = whole + PATCH_BYTES;
  const from = patch.from + channel;
  if ((patch.top | patch.left) == 0 && patch.bottom == 6 && patch.right == 6) {
    inputTransform(from, rowStep, columnStep, half, to, place);
    return;
  }
  memory.fill(whole, 0, PATCH_BYTES);
  for (let row = patch.top; row < patch.bottom; row++) {
    for (let column = patch.left; column < patch.right; column++)
      v128.store(whole + (<usize>(row * 6 + column) << 4), v128.load(from + <usize>row * rowStep + <usize>column * columnStep));
  }
  inputTransform(whole, 96, 16, half, to, place);
}

function writeTile(work: ConvolutionArguments, tile: i32, across: i32, from: usize, place: usize): void {
  const y = (tile / across) << 2;
  const x = (tile % across) << 2;
  const rows = min(work.outHeight - y, 4);
  const columns = min(work.outWidth - x, 4);
  const columnStep: usize = <usize>work.outDepth << 2;
  const rowStep: usize = <usize>work.outWidth * columnStep;
  const copyStep: usize = <usize>work.copyDepth << 2;
  const half = work.scratch;
  let to = work.output + <usize>y * rowStep + <usize>x * columnStep;
  let copy = work.copy + (<usize>y * <usize>work.outWidth + <usize>x) * copyStep;
  let bias = work.bias;
  for (let channel = 0; channel < work.outChannels; channel += 4, from += 16, to += 16, copy += 16, bias += 16) {
    outputTransform(from, place, half, bias, work.slope, work.most, to, rowStep, columnStep, rows, columns);
    if (work.copy != 0) copyTile(to, rowStep, columnStep, copy, <usize>work.outWidth * copyStep, copyStep, rows, columns);
  }
}

function copyTile(
  from: usize, fromRow: usize, fromColumn: usize, to: usize, toRow: usize, toColumn: usize, rows: i32, columns: i32,
): void {
  for (let row = 0; row < rows; row++, from += fromRow, to += toRow) {
    for (let column = 0; column < columns; column++)
      v128.store(to + <usize>column * toColumn, v128.load(from + <usize>column * fromColumn));
  }
}
