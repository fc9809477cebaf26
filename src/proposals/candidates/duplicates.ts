import { loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';
import type { SegmentPool } from '../regions/segments.ts';

/** What is left of a pool when each group of segments with near-equal boxes keeps its first. */
export interface DistinctSegments {
  /** Indices into the pool, ascending. // (kept,) */
  readonly kept: Int32Array;
  /** How many segments of the pool were duplicates of each: agreement of different seeds. // (kept,) */
  readonly votes: Float32Array;
}

/** Sides are bucketed by powers of this, so that only neighbouring buckets need a look. */
const BUCKETS_PER_OCTAVE = 8;
const SIDE_BUCKETS = 13 * BUCKETS_PER_OCTAVE;

/**
 * Removes segments whose boxes overlap an earlier one's by more than `maxIou`. Boxes that near have sides that near: only the
 * buckets within `reach` of their width and height are looked at.
 */
export function distinctSegments(pool: SegmentPool, maxIou: number, scratch: Scratch): DistinctSegments {
  const { boxes, count } = pool;
  const kept = scratch.int32(count);
  const votes = scratch.float32(count);
  const octaves = sideOctaves(boxes, count, scratch);
  const reach = Math.log2(1 / maxIou) * BUCKETS_PER_OCTAVE;
  const starts = scratch.int32(SIDE_BUCKETS * SIDE_BUCKETS);
  const ends = scratch.int32(SIDE_BUCKETS * SIDE_BUCKETS);
  const planes = scratch.float32(6 * (count + 4));
  const loops = loopsOn(scratch, boxes, planes);
  if (loops === null) return distinctOf(boxes, count, maxIou, octaves, reach, kept, votes, scratch);
  const keptCount = loops.distinctSegments(
    boxes.byteOffset,
    count,
    maxIou,
    octaves.byteOffset,
    reach,
    SIDE_BUCKETS,
    starts.byteOffset,
    ends.byteOffset,
    planes.byteOffset,
    kept.byteOffset,
    votes.byteOffset,
  );
  return { kept: kept.subarray(0, keptCount), votes: votes.subarray(0, keptCount) };
}

function distinctOf(
  boxes: Float32Array,
  count: number,
  maxIou: number,
  octaves: Float64Array,
  reach: number,
  kept: Int32Array,
  votes: Float32Array,
  scratch: Scratch,
): DistinctSegments {
  const next = scratch.int32(count).fill(-1);
  const keptBoxes = scratch.float32(count * 4);
  // Their left sides again, next to each other.
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
    // Of a box that overlaps this one by more than the limit the left side is no farther off.
    const slack = ((1 - maxIou) / maxIou) * (x1 - x0) + 0.01;
    let duplicateOf = -1;
    for (let b = w0; b <= w1 && duplicateOf < 0; b++) {
      for (let c = h0; c <= h1 && duplicateOf < 0; c++) {
        for (let k = newest[b * SIDE_BUCKETS + c]!; k >= 0; k = next[k]!) {
          // Most differ here already, and one number tells.
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
  return { kept: kept.subarray(0, keptCount), votes: votes.subarray(0, keptCount) };
}

/** The bucket, not yet rounded down, of each side in whole pixels that there is. // (longest side + 1,) */
function sideOctaves(boxes: Float32Array, count: number, scratch: Scratch): Float64Array {
  let longest = 0;
  for (let i = 0; i < count * 4; i += 4)
    longest = Math.max(longest, boxes[i + 2]! - boxes[i]!, boxes[i + 3]! - boxes[i + 1]!);
  const octaves = scratch.float64(longest + 1);
  for (let side = 1; side <= longest; side++) octaves[side] = Math.log2(side) * BUCKETS_PER_OCTAVE;
  return octaves;
}
