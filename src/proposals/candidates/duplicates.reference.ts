import type { Scratch } from '../arena/scratch.ts';

/** Sides are bucketed by their logarithm, so that only nearby buckets need a look: sides of up to 2¹³ pixels, longer ones in the last. */
export const BUCKETS_PER_OCTAVE = 8;
export const SIDE_BUCKETS = 13 * BUCKETS_PER_OCTAVE;

/**
 * Keeps each box that overlaps none kept before it by more than `maxIou`; any other votes for the first one found that it does overlap:
 * by ascending bucket of width, then of height, then from the newest box of the bucket on.
 * @param boxes whole numbers // (count, 4)
 * @param octaves bucket, not yet rounded down, of each side in pixels // (longest side + 1,)
 * @param reach how many buckets off a side of an overlapping box may be
 * @param kept, votes written to; `votes` zeros at first // (count,) each
 * @returns how many are kept
 */
export function distinctBoxes(
  boxes: Float32Array,
  count: number,
  maxIou: number,
  octaves: Float64Array,
  reach: number,
  kept: Int32Array,
  votes: Float32Array,
  scratch: Scratch,
): number {
  const next = scratch.int32(count).fill(-1);
  const keptBoxes = scratch.float32(count * 4);
  // Their left sides once more, next to each other.
  const keptLeft = scratch.float32(count);
  const newest = scratch.int32(SIDE_BUCKETS * SIDE_BUCKETS).fill(-1);
  let keptCount = 0;
  for (let i = 0; i < count; i++) {
    const x0 = boxes[i * 4]!,
      y0 = boxes[i * 4 + 1]!,
      x1 = boxes[i * 4 + 2]!,
      y1 = boxes[i * 4 + 3]!;
    const area = (x1 - x0) * (y1 - y0);
    const wide = octaves[x1 - x0]!,
      tall = octaves[y1 - y0]!;
    const w0 = Math.max(0, Math.floor(wide - reach)),
      w1 = Math.min(SIDE_BUCKETS - 1, Math.floor(wide + reach));
    const h0 = Math.max(0, Math.floor(tall - reach)),
      h1 = Math.min(SIDE_BUCKETS - 1, Math.floor(tall + reach));
    // The left side of a box that overlaps this one by more than the limit is no farther away than this.
    const slack = ((1 - maxIou) / maxIou) * (x1 - x0) + 0.01;
    let duplicateOf = -1;
    for (let b = w0; b <= w1 && duplicateOf < 0; b++) {
      for (let c = h0; c <= h1 && duplicateOf < 0; c++) {
        for (let k = newest[b * SIDE_BUCKETS + c]!; k >= 0; k = next[k]!) {
          // Rules out most boxes by a single number.
          const shift = keptLeft[k]! - x0;
          if (shift > slack || shift < -slack) continue;
          const q = k * 4;
          const w = (x1 < keptBoxes[q + 2]! ? x1 : keptBoxes[q + 2]!) - (x0 > keptBoxes[q]! ? x0 : keptBoxes[q]!);
          if (w <= 0) continue;
          const h =
            (y1 < keptBoxes[q + 3]! ? y1 : keptBoxes[q + 3]!) - (y0 > keptBoxes[q + 1]! ? y0 : keptBoxes[q + 1]!);
          if (h <= 0) continue;
          const both = w * h;
          const other = (keptBoxes[q + 2]! - keptBoxes[q]!) * (keptBoxes[q + 3]! - keptBoxes[q + 1]!);
          if (both > maxIou * (area + other - both)) {
            duplicateOf = k;
            break;
          }
        }
      }
    }
    if (duplicateOf >= 0) {
      votes[duplicateOf]!++;
      continue;
    }
    kept[keptCount] = i;
    keptLeft[keptCount] = x0;
    keptBoxes[keptCount * 4] = x0;
    keptBoxes[keptCount * 4 + 1] = y0;
    keptBoxes[keptCount * 4 + 2] = x1;
    keptBoxes[keptCount * 4 + 3] = y1;
    const bucket =
      Math.min(SIDE_BUCKETS - 1, Math.floor(wide)) * SIDE_BUCKETS + Math.min(SIDE_BUCKETS - 1, Math.floor(tall));
    next[keptCount] = newest[bucket]!;
    newest[bucket] = keptCount++;
  }
  return keptCount;
}
