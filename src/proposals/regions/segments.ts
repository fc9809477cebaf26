import type { Scratch } from '../arena/scratch.ts';
import type { SuperpixelShapes } from '../superpixels/superpixelShapes.ts';

/** A segment is at most this many runs of superpixels: a union of three regions. */
export const MOST_RUNS = 3;

/**
 * Candidate segments of one photo. A segment is a set of superpixels, held as one to three runs of `nodes`: the level sets of one
 * transform are prefixes of one order, the regions of a merge tree are runs of the order of its leaves, and a union of regions is their
 * runs. So a segment takes a few numbers, whatever its size.
 */
export interface SegmentPool {
  readonly capacity: number;
  count: number;
  /** Orders of superpixels, one after another. */
  readonly nodes: Int32Array;
  nodesUsed: number;
  /** Start and length of each run in `nodes`; unused ones have length 0. // (capacity, MOST_RUNS, 2) */
  readonly runs: Int32Array;
  /** Tight boxes, pixels, x0 y0 x1 y1. // (capacity, 4) */
  readonly boxes: Float32Array;
  /** Pixels. // (capacity,) */
  readonly area: Float32Array;
  /** Gap in distance above the level that made it; for a region of a tree the cost of its merge. // (capacity,) */
  readonly gap: Float32Array;
  /** A value of `ORIGIN`. // (capacity,) */
  readonly origin: Uint8Array;
  /** Regions that it consists of: 1, or 2 or 3 for a union that is no region of its tree. // (capacity,) */
  readonly regions: Uint8Array;
  /** Share of its area that the smallest of those has; for a region of a tree, of the two that it was made of. // (capacity,) */
  readonly smallest: Float32Array;
  /** Regions that the tree had left when it appeared and when it, or the first region of a union, was merged; 0 for level sets. // (capacity,) each */
  readonly leftAtBirth: Float32Array;
  readonly leftAtDeath: Float32Array;
}

/** How a segment was made; those of a merge tree have `mergeTree` + the index of its rule. */
export const ORIGIN = { seedAlone: 0, seedAgainstBorder: 1, bordersAlone: 2, mergeTree: 3 } as const;
/** `ORIGIN.mergeTree` stands for four values, one for each rule. */
export const ORIGINS = 7;

/** @param orders room for this many orders of all superpixels */
export function segmentPool(capacity: number, orders: number, nodeCount: number, scratch: Scratch): SegmentPool {
  return {
    capacity,
    count: 0,
    nodes: scratch.int32(orders * nodeCount),
    nodesUsed: 0,
    runs: scratch.int32(capacity * MOST_RUNS * 2),
    boxes: scratch.float32(capacity * 4),
    area: scratch.float32(capacity),
    gap: scratch.float32(capacity),
    origin: scratch.uint8(capacity),
    regions: scratch.uint8(capacity),
    smallest: scratch.float32(capacity),
    leftAtBirth: scratch.float32(capacity),
    leftAtDeath: scratch.float32(capacity),
  };
}

/** Adds the first `taken[k]` nodes of `order` as a segment, for each k < levels, in one walk along `order`. */
export function addNestedSegments(
  pool: SegmentPool,
  shapes: SuperpixelShapes,
  order: Int32Array,
  taken: Int32Array,
  gaps: Float32Array,
  levels: number,
  origin: number,
): void {
  if (levels === 0) return;
  const { boxes, nodes } = pool;
  const base = pool.nodesUsed;
  let area = 0,
    x0 = Infinity,
    y0 = Infinity,
    x1 = 0,
    y1 = 0;
  let walked = 0;
  for (let k = 0; k < levels && pool.count < pool.capacity; k++) {
    const at = pool.count++;
    for (const end = taken[k]!; walked < end; walked++) {
      const v = order[walked]!;
      nodes[base + walked] = v;
      area += shapes.area[v]!;
      if (shapes.x0[v]! < x0) x0 = shapes.x0[v]!;
      if (shapes.y0[v]! < y0) y0 = shapes.y0[v]!;
      if (shapes.x1[v]! > x1) x1 = shapes.x1[v]!;
      if (shapes.y1[v]! > y1) y1 = shapes.y1[v]!;
    }
    boxes[at * 4] = x0;
    boxes[at * 4 + 1] = y0;
    boxes[at * 4 + 2] = x1;
    boxes[at * 4 + 3] = y1;
    pool.runs[at * MOST_RUNS * 2] = base;
    pool.runs[at * MOST_RUNS * 2 + 1] = walked;
    pool.area[at] = area;
    pool.gap[at] = gaps[k]!;
    pool.origin[at] = origin;
    pool.regions[at] = 1;
    pool.smallest[at] = 1;
  }
  pool.nodesUsed = base + walked;
}
