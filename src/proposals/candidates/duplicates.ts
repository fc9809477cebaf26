import type { Scratch } from '../arena/scratch.ts';
import type { SegmentPool } from '../regions/segments.ts';
import { DISTINCT_BOXES } from './duplicates.arguments.ts';
import { BUCKETS_PER_OCTAVE, distinctBoxes, SIDE_BUCKETS } from './duplicates.reference.ts';

/** What is left of a pool when each group of segments with nearly equal boxes keeps its first. */
export interface DistinctSegments {
  /** Indices into the pool, ascending. // (kept,) */
  readonly kept: Int32Array;
  /** How many segments were dropped as duplicates of each: how far different seeds and trees agree on it. // (kept,) */
  readonly votes: Float32Array;
}

/**
 * Removes segments whose boxes overlap an earlier one's by more than `maxIou`. The sides of such boxes differ by a factor of less than
 * 1 / maxIou, so only buckets within that reach of their width and height are searched.
 */
export function distinctSegments({ boxes, count }: SegmentPool, maxIou: number, scratch: Scratch): DistinctSegments {
  const kept = scratch.int32(count);
  const votes = scratch.float32(count);
  const octaves = sideOctaves(boxes, count, scratch);
  const reach = Math.log2(1 / maxIou) * BUCKETS_PER_OCTAVE;
  const loop = DISTINCT_BOXES.on(scratch, {
    boxes,
    count,
    maxIou,
    octaves,
    sideBuckets: SIDE_BUCKETS,
    reach,
    starts: scratch.int32(SIDE_BUCKETS * SIDE_BUCKETS),
    ends: scratch.int32(SIDE_BUCKETS * SIDE_BUCKETS),
    planes: scratch.float32(6 * (count + 4)),
    kept,
    votes,
  });
  const keptCount =
    loop === null ? distinctBoxes(boxes, count, maxIou, octaves, reach, kept, votes, scratch) : loop.run();
  return { kept: kept.subarray(0, keptCount), votes: votes.subarray(0, keptCount) };
}

/** The bucket, not yet rounded down, of every side in whole pixels up to the longest. // (longest side + 1,) */
function sideOctaves(boxes: Float32Array, count: number, scratch: Scratch): Float64Array {
  let longest = 0;
  for (let i = 0; i < count * 4; i += 4)
    longest = Math.max(longest, boxes[i + 2]! - boxes[i]!, boxes[i + 3]! - boxes[i + 1]!);
  const octaves = scratch.float64(longest + 1);
  for (let side = 1; side <= longest; side++) octaves[side] = Math.log2(side) * BUCKETS_PER_OCTAVE;
  return octaves;
}
