import type { Scratch } from '../arena/scratch.ts';

/** Digits of 11 bits: two of them make a key of 22 bits. */
export const RADIX_BITS = 11;
export const RADIX = 1 << RADIX_BITS;

/** Arrays for one signed distance transform, reused from run to run. */
export interface LevelSetScratch {
  /** Nodes by ascending distance. // (nodeCount,) */
  readonly order: Int32Array;
  /** Area of the first i+1 nodes of `order`. // (nodeCount,) */
  readonly cumulative: Float32Array;
  /** Sizes of the taken level sets, ascending; the set is the first `taken[k]` nodes of `order`. // (maxLevels,) */
  readonly taken: Int32Array;
  /** The gap in distance above each: from its last node to the next. // (maxLevels,) */
  readonly gaps: Float32Array;
  /** Quantised distances, and keys and nodes sorted by their lower digits. // (nodeCount,) each */
  readonly keys: Uint32Array;
  readonly swapKeys: Uint32Array;
  readonly swapOrder: Int32Array;
  /** Counts of the lower and of the upper digits. // (RADIX,) each */
  readonly counts: Uint32Array;
  readonly highCounts: Uint32Array;
  /** From each node of `order` the difference of distance to the next, 0 where a level may not be taken. // (nodeCount + 1,) */
  readonly steps: Float64Array;
  readonly scratch: Scratch;
}

export function levelSetScratch(nodeCount: number, maxLevels: number, scratch: Scratch): LevelSetScratch {
  return {
    order: scratch.int32(nodeCount),
    cumulative: scratch.float32(nodeCount),
    taken: scratch.int32(maxLevels),
    gaps: scratch.float32(maxLevels),
    keys: scratch.uint32(nodeCount),
    swapKeys: scratch.uint32(nodeCount),
    swapOrder: scratch.int32(nodeCount),
    counts: scratch.uint32(RADIX),
    highCounts: scratch.uint32(RADIX),
    steps: scratch.float64(nodeCount + 1),
    scratch,
  };
}
