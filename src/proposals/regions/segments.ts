import { loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';
import type { Superpixels } from '../superpixels/superpixels.ts';

/** What is summed over superpixels once a photo, so that a segment's numbers are sums over its superpixels. */
export interface SuperpixelShapes {
  /** Pixels. // (count,) */
  readonly area: Float32Array;
  /** Tight boxes, far edges out. // (count,) each */
  readonly x0: Int32Array;
  readonly y0: Int32Array;
  readonly x1: Int32Array;
  readonly y1: Int32Array;
}

export function superpixelShapes({ width, height, count, labels }: Superpixels, scratch: Scratch): SuperpixelShapes {
  const area = scratch.float32(count);
  const x0 = scratch.int32(count).fill(width);
  const y0 = scratch.int32(count).fill(height);
  const x1 = scratch.int32(count);
  const y1 = scratch.int32(count);
  const starts = scratch.int32(width * height + 1);
  const loops = loopsOn(scratch, labels, starts);
  if (loops !== null) {
    loops.superpixelShapes(
      labels.byteOffset,
      width,
      height,
      starts.byteOffset,
      area.byteOffset,
      x0.byteOffset,
      y0.byteOffset,
      x1.byteOffset,
      y1.byteOffset,
    );
    return { area, x0, y0, x1, y1 };
  }
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const v = labels[i]!;
      area[v]!++;
      if (x < x0[v]!) x0[v] = x;
      if (x >= x1[v]!) x1[v] = x + 1;
      if (y < y0[v]!) y0[v] = y;
      if (y >= y1[v]!) y1[v] = y + 1;
    }
  }
  return { area, x0, y0, x1, y1 };
}

/** A segment is at most this many runs of superpixels: a union of three regions. */
export const MOST_RUNS = 3;

/**
 * Candidate segments of one photo. A segment is a set of superpixels, held as one to three runs of `nodes`: the level
 * sets of one transform are all beginnings of one order, the regions of a merge tree are all runs of the order of its
 * leaves, and a union of regions is their runs. So a segment costs a few numbers, whatever its size.
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
  /** Gap of distance at the level that made it; for a merge its cost. // (capacity,) */
  readonly gap: Float32Array;
  /** A value of `ORIGIN`. // (capacity,) */
  readonly origin: Uint8Array;
  /** Regions that it unites: 1, or 2 and 3 for unions that are no region of their tree. // (capacity,) */
  readonly regions: Uint8Array;
  /** Share of the smallest of those in the area. // (capacity,) */
  readonly smallest: Float32Array;
  /** Regions of the tree that were left when it came and when it went (a union: its first to go); 0 for level sets. // (capacity,) each */
  readonly leftAtBirth: Float32Array;
  readonly leftAtDeath: Float32Array;
}

/** How a segment came about; a merge tree's segments have `mergeTree` + the index of its rule. */
export const ORIGIN = { seedAlone: 0, seedAgainstBorder: 1, bordersAlone: 2, mergeTree: 3 } as const;
/** `ORIGIN.mergeTree` stands for four values, one a rule. */
export const ORIGINS = 7;

/** @param orders how many orders of all superpixels it has room for */
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

/** Adds the first `taken[k]` nodes of `order`, for each k < levels, as segments; one walk along `order` serves them all. */
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
