import { int } from '../arena/memory.assembly';
import { AssignArguments, CentroidSumsArguments, SkewArguments } from '../generated/loopStructs.assembly';
import { pixelRuns } from './pixelRuns.assembly';

// The sweeps take four rows at a time, each a pixel behind the row above it, so that no pixel of a vector depends on another: element
// (block, t, r) of such a skewed plane is pixel (t − r, 4·block + r). Places outside the image hold Infinity, so no path leads through them.

/** Vectors in a block of four rows. */
// @ts-ignore
@inline
function places(width: i32): i32 {
  return width + 3;
}

/** The plane of cracks as a skewed plane. */
export function skew(args: SkewArguments): void {
  const strength = args.strength, width = args.width, height = args.height, columns = args.columns, rows = args.rows;
  let out = args.out;
  for (let top = 0; top < height; top += 4) {
    for (let t = 0; t < places(width); t++) {
      if (t >= 3 && t + 3 < columns && top + 4 <= rows) {
        const at = strength + (<usize>(top * width + t) << 2);
        const row = <usize>width << 2;
        const v0 = v128.load(at), v1 = v128.load(at + row - 4), v2 = v128.load(at + 2 * row - 8), v3 = v128.load(at + 3 * row - 12);
        const a = i8x16.shuffle(v0, v1, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23);
        const b = i8x16.shuffle(v0, v1, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31);
        const c = i8x16.shuffle(v2, v3, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23);
        const d = i8x16.shuffle(v2, v3, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31);
        v128.store(out, i8x16.shuffle(a, c, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23));
        v128.store(out, i8x16.shuffle(a, c, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31), 16);
        v128.store(out, i8x16.shuffle(b, d, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23), 32);
        v128.store(out, i8x16.shuffle(b, d, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31), 48);
        out += 64;
        t += 3;
        continue;
      }
      for (let r = 0; r < 4; r++) {
        const x = t - r, y = top + r;
        const inside = x >= 0 && x < columns && y < rows;
        store<f32>(out, inside ? load<f32>(strength + (<usize>(y * width + x) << 2)) : Infinity);
        out += 4;
      }
    }
  }
}

/** The first two of four float32 as float64, and the last two. */
// @ts-ignore
@inline
function low(from: v128): v128 {
  return f64x2.promote_low_f32x4(from);
}

// @ts-ignore
@inline
function high(from: v128): v128 {
  return f64x2.promote_low_f32x4(i8x16.shuffle(from, from, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15));
}

/** Four numbers as float32. */
// @ts-ignore
@inline
function rounded(a: v128, b: v128): v128 {
  return i8x16.shuffle(f32x4.demote_f64x2_zero(a), f32x4.demote_f64x2_zero(b), 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
}

/** Two masks of two as one of four. */
// @ts-ignore
@inline
function masks(a: v128, b: v128): v128 {
  return i8x16.shuffle(a, b, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27);
}

/** (before's last, a's first three): what is above four pixels of a block. */
// @ts-ignore
@inline
function down(before: v128, a: v128): v128 {
  return i8x16.shuffle(before, a, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27);
}

/** (a's last three, after's first): what is below them. */
// @ts-ignore
@inline
function up(a: v128, after: v128): v128 {
  return i8x16.shuffle(a, after, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
}

/** `assign` of superpixels.reference.ts: the sweeps from the centres, on planes as `skew` makes them. */
export function assign(args: AssignArguments): void {
  const east = args.east, south = args.south, width = args.width, height = args.height;
  const centres = args.centres, count = args.centreCount, sweeps = args.sweeps, stepCost = args.stepCost;
  const distance = args.distance, work = args.skewedLabels, labels = args.labels;
  const blocks = (height + 3) >> 2;
  const block = <usize>places(width) << 4;
  const infinity = f32x4.splat(Infinity);
  const step = f64x2.splat(stepCost);
  const all = <usize>blocks * block;
  for (let at: usize = 0; at < all; at += 16) v128.store(distance + at, infinity);
  for (let k = 0; k < count; k++) {
    const centre = int(centres, k);
    const y = centre / width, r = y & 3;
    const at = <usize>(y >> 2) * block + (<usize>((centre - y * width + r) * 4 + r) << 2);
    store<f32>(distance + at, 0);
    store<i32>(work + at, k);
  }
  for (let round = 0; round < sweeps; round++) {
    for (let b = 0; b < blocks; b++) {
      const start = <usize>b * block;
      let before = infinity, beforeLabel = i32x4.splat(0), beforeEast = infinity, beforeSouth = infinity;
      for (let t: usize = 0; t < block; t += 16) {
        const at = start + t;
        // The last row of the block above, where that pixel is in the image.
        let aboveRow = infinity, aboveLabel = i32x4.splat(0), aboveSouth = infinity;
        if (b > 0 && t + 48 < block) {
          aboveRow = v128.load(distance + at - block, 48);
          aboveLabel = v128.load(work + at - block, 48);
          aboveSouth = v128.load(south + at - block, 48);
        }
        const above = down(aboveRow, before), crossing = down(aboveSouth, beforeSouth);
        const left0 = f64x2.add(f64x2.add(low(before), low(beforeEast)), step), left1 = f64x2.add(f64x2.add(high(before), high(beforeEast)), step);
        const above0 = f64x2.add(f64x2.add(low(above), low(crossing)), step), above1 = f64x2.add(f64x2.add(high(above), high(crossing)), step);
        const own = v128.load(distance + at);
        const own0 = low(own), own1 = high(own);
        const best0 = f64x2.pmin(own0, left0), best1 = f64x2.pmin(own1, left1);
        const fromLeft = masks(f64x2.lt(left0, own0), f64x2.lt(left1, own1));
        const fromAbove = masks(f64x2.lt(above0, best0), f64x2.lt(above1, best1));
        const label = v128.bitselect(
          down(aboveLabel, beforeLabel), v128.bitselect(beforeLabel, v128.load(work + at), fromLeft), fromAbove,
        );
        before = rounded(f64x2.pmin(best0, above0), f64x2.pmin(best1, above1));
        beforeLabel = label;
        beforeEast = v128.load(east + at);
        beforeSouth = v128.load(south + at);
        v128.store(distance + at, before);
        v128.store(work + at, label);
      }
    }
    for (let b = blocks - 1; b >= 0; b--) {
      const start = <usize>b * block;
      let before = infinity, beforeLabel = i32x4.splat(0);
      for (let t = <isize>block - 16; t >= 0; t -= 16) {
        const at = start + t;
        // The first row of the block below.
        let belowRow = infinity, belowLabel = i32x4.splat(0);
        if (b < blocks - 1 && t >= 48) {
          belowRow = v128.load(distance + at + block - 48);
          belowLabel = v128.load(work + at + block - 48);
        }
        const below = up(before, belowRow);
        const strengths = v128.load(east + at), crossing = v128.load(south + at);
        const right0 = f64x2.add(f64x2.add(low(before), low(strengths)), step), right1 = f64x2.add(f64x2.add(high(before), high(strengths)), step);
        const below0 = f64x2.add(f64x2.add(low(below), low(crossing)), step), below1 = f64x2.add(f64x2.add(high(below), high(crossing)), step);
        const own = v128.load(distance + at);
        const own0 = low(own), own1 = high(own);
        const best0 = f64x2.pmin(own0, right0), best1 = f64x2.pmin(own1, right1);
        const fromRight = masks(f64x2.lt(right0, own0), f64x2.lt(right1, own1));
        const fromBelow = masks(f64x2.lt(below0, best0), f64x2.lt(below1, best1));
        const label = v128.bitselect(
          up(beforeLabel, belowLabel), v128.bitselect(beforeLabel, v128.load(work + at), fromRight), fromBelow,
        );
        before = rounded(f64x2.pmin(best0, below0), f64x2.pmin(best1, below1));
        beforeLabel = label;
        v128.store(distance + at, before);
        v128.store(work + at, label);
      }
    }
  }
  for (let y = 0; y < height; y++) {
    const r = y & 3;
    const from = work + <usize>(y >> 2) * block + (<usize>(r * 5) << 2);
    const to = labels + (<usize>(y * width) << 2);
    for (let x = 0; x < width; x++) store<i32>(to + (<usize>x << 2), load<i32>(from + (<usize>x << 4)));
  }
}

/** `centroidSums` of superpixels.reference.ts, run by run; sums of whole numbers, so their order is free. */
export function centroidSums(args: CentroidSumsArguments): void {
  const labels = args.labels, width = args.width, height = args.height, starts = args.starts, sums = args.sums;
  const runs = pixelRuns(labels, width, height, starts);
  for (let r = 0, y = -1, row = -width; r < runs; r++) {
    const start = int(starts, r), end = int(starts, r + 1);
    if (start == row + width) {
      row = start;
      y++;
    }
    const length = end - start;
    const at = sums + <usize>int(labels, start) * 24;
    store<f64>(at, load<f64>(at) + <f64>((start + end - 1 - 2 * row) * length) * 0.5);
    store<f64>(at, load<f64>(at, 8) + <f64>(y * length), 8);
    store<f64>(at, load<f64>(at, 16) + <f64>length, 16);
  }
}
