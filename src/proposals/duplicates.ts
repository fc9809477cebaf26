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

/** Areas are bucketed by powers of this, so that only neighbouring buckets need a look. */
const BUCKETS_PER_OCTAVE = 4;

/**
 * Removes segments that overlap an earlier one by more than `maxIou`, both as boxes and as sets of superpixels (each
 * superpixel counts one; they are of about the same size). The box test comes first because it is cheap.
 */
export function distinctSegments(pool: SegmentPool, maxIou: number, scratch: Scratch): DistinctSegments {
  const { boxes, bits, words, count } = pool;
  const kept = scratch.int32(count);
  const votes = scratch.float32(count);
  const size = scratch.int32(count);
  const next = scratch.int32(count).fill(-1);
  const bucketCount = 32 * BUCKETS_PER_OCTAVE;
  const newest = scratch.int32(bucketCount).fill(-1);
  const reach = Math.ceil(Math.log2(1 / maxIou) * BUCKETS_PER_OCTAVE);
  let keptCount = 0;
  for (let i = 0; i < count; i++) {
    let ones = 0;
    for (let w = 0; w < words; w++) ones += popCount(bits[i * words + w]!);
    const x0 = boxes[i * 4]!, y0 = boxes[i * 4 + 1]!, x1 = boxes[i * 4 + 2]!, y1 = boxes[i * 4 + 3]!;
    const area = (x1 - x0) * (y1 - y0);
    const bucket = Math.floor(Math.log2(area) * BUCKETS_PER_OCTAVE);
    let duplicateOf = -1;
    for (let b = Math.max(0, bucket - reach); b <= Math.min(bucketCount - 1, bucket + reach) && duplicateOf < 0; b++) {
      for (let k = newest[b]!; k >= 0; k = next[k]!) {
        const j = kept[k]!;
        const q = j * 4;
        const w = (x1 < boxes[q + 2]! ? x1 : boxes[q + 2]!) - (x0 > boxes[q]! ? x0 : boxes[q]!);
        if (w <= 0) continue;
        const h = (y1 < boxes[q + 3]! ? y1 : boxes[q + 3]!) - (y0 > boxes[q + 1]! ? y0 : boxes[q + 1]!);
        if (h <= 0) continue;
        const both = w * h;
        const other = (boxes[q + 2]! - boxes[q]!) * (boxes[q + 3]! - boxes[q + 1]!);
        if (both <= maxIou * (area + other - both)) continue;
        let shared = 0;
        for (let a = i * words, c = j * words, end = a + words; a < end; a++, c++) shared += popCount(bits[a]! & bits[c]!);
        if (shared > maxIou * (ones + size[k]! - shared)) {
          duplicateOf = k;
          break;
        }
      }
    }
    if (duplicateOf >= 0) {
      votes[duplicateOf]!++;
      continue;
    }
    kept[keptCount] = i;
    size[keptCount] = ones;
    next[keptCount] = newest[bucket]!;
    newest[bucket] = keptCount++;
  }
  return { kept: kept.subarray(0, keptCount), votes: votes.subarray(0, keptCount) };
}
