import type { Scratch } from '../arena/scratch.ts';

/**
 * Neighbours that existed at the same time, in twos and threes. Their unions are candidates too, as in Arbeláez et al. 2014,
 * because many an object is two or three regions that never form a region of their own.
 */
export interface RegionUnions {
  count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** −1 where the union is of two. */
  readonly c: Int32Array;
  /** What joining them would have cost; for three the cost of a with b and of a with c. */
  readonly cost: Float32Array;
}

/** The least share of the photo that each region of a pair and of a triple has (ABLATION.md, "Candidates"). */
export const LEAST_PAIR_SHARE = 0.002;
export const LEAST_TRIPLE_SHARE = 0.015;

export function regionUnions(capacity: number, scratch: Scratch): RegionUnions {
  return {
    count: 0,
    a: scratch.int32(capacity),
    b: scratch.int32(capacity),
    c: scratch.int32(capacity),
    cost: scratch.float32(capacity),
  };
}
