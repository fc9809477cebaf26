import { boxNeighbourhoods } from './boxNeighbourhoods.ts';
import type { SegmentPool } from './segments.ts';
import type { Scratch } from './scratch.ts';

/** Number of ones in a 32-bit word. */
export function popCount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** What is left of a pool when each group of near-equal segments keeps its first. */
export interface DistinctSegments {
  /** Indices into the pool, ascending. // (kept,) */
  readonly kept: Int32Array;
  /** How many segments of the pool were duplicates of each: agreement of different seeds. // (kept,) */
  readonly votes: Float32Array;
}

/** A segment votes for a kept one of the smallest class of box areas, and there for the newest. */
const CLASSES_PER_OCTAVE = 4;

/**
 * Removes segments that overlap an earlier one by more than `maxIou`, both as boxes and as sets of superpixels (each
 * superpixel counts one; they are of about the same size). The box test comes first because it is cheap, and only
 * boxes alike in size and place take it.
 */
export function distinctSegments(pool: SegmentPool, maxIou: number, scratch: Scratch): DistinctSegments {
  const { boxes, bits, words, count } = pool;
  const kept = scratch.int32(count);
  const votes = scratch.float32(count);
  const size = scratch.int32(count);
  // Words of a set that are not empty lie in first .. last.
  const first = scratch.int32(count);
  const last = scratch.int32(count);
  const areaClass = scratch.int32(count);
  const near = boxNeighbourhoods(boxes, count, maxIou, scratch);
  const newest = scratch.int32(near.used).fill(-1);
  const next = scratch.int32(count);
  let keptCount = 0;
  for (let i = 0; i < count; i++) {
    const start = i * words;
    let low = 0;
    while (bits[start + low] === 0) low++;
    let high = words - 1;
    while (bits[start + high] === 0) high--;
    let ones = 0;
    for (let w = low; w <= high; w++) ones += popCount(bits[start + w]!);
    const x0 = boxes[i * 4]!, y0 = boxes[i * 4 + 1]!, x1 = boxes[i * 4 + 2]!, y1 = boxes[i * 4 + 3]!;
    const area = (x1 - x0) * (y1 - y0);
    let duplicateOf = -1;
    let smallest = Infinity;
    for (let r = 0, reached = near.reach(i); r < reached; r++) {
      for (let k = newest[near.reached[r]!]!; k >= 0; k = next[k]!) {
        if (areaClass[k]! > smallest || (areaClass[k] === smallest && k < duplicateOf)) continue;
        const j = kept[k]!;
        const q = j * 4;
        const w = (x1 < boxes[q + 2]! ? x1 : boxes[q + 2]!) - (x0 > boxes[q]! ? x0 : boxes[q]!);
        if (w <= 0) continue;
        const h = (y1 < boxes[q + 3]! ? y1 : boxes[q + 3]!) - (y0 > boxes[q + 1]! ? y0 : boxes[q + 1]!);
        if (h <= 0) continue;
        const both = w * h;
        const other = (boxes[q + 2]! - boxes[q]!) * (boxes[q + 3]! - boxes[q + 1]!);
        if (both <= maxIou * (area + other - both)) continue;
        const most = ones < size[k]! ? ones : size[k]!;
        if (most <= maxIou * (ones + size[k]! - most)) continue;
        const from = low > first[k]! ? low : first[k]!;
        const to = high < last[k]! ? high : last[k]!;
        let shared = 0;
        for (let a = start + from, c = j * words + from, end = start + to; a <= end; a++, c++) shared += popCount(bits[a]! & bits[c]!);
        if (shared <= maxIou * (ones + size[k]! - shared)) continue;
        duplicateOf = k;
        smallest = areaClass[k]!;
      }
    }
    if (duplicateOf >= 0) {
      votes[duplicateOf]!++;
      continue;
    }
    kept[keptCount] = i;
    size[keptCount] = ones;
    first[keptCount] = low;
    last[keptCount] = high;
    areaClass[keptCount] = Math.floor(Math.log2(area) * CLASSES_PER_OCTAVE);
    next[keptCount] = newest[near.cellOf[i]!]!;
    newest[near.cellOf[i]!] = keptCount++;
  }
  return { kept: kept.subarray(0, keptCount), votes: votes.subarray(0, keptCount) };
}
