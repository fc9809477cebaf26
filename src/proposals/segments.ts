import type { MergeTree } from './mergeTree.ts';
import type { Superpixels } from './superpixels.ts';
import type { Scratch } from './scratch.ts';

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

/** Candidate segments of one photo: sets of superpixels with what the ranking reads. */
export interface SegmentPool {
  readonly capacity: number;
  count: number;
  /** 32-bit words of a segment's set. */
  readonly words: number;
  /** Bit v of a segment: superpixel v is in it. // (capacity, words) */
  readonly bits: Uint32Array;
  /** Tight boxes, pixels, x0 y0 x1 y1. // (capacity, 4) */
  readonly boxes: Float32Array;
  /** Pixels. // (capacity,) */
  readonly area: Float32Array;
  /** Gap of distance at the level that made it; for a merge its cost. // (capacity,) */
  readonly gap: Float32Array;
  /** A value of `ORIGIN`. // (capacity,) */
  readonly origin: Uint8Array;
}

/** How a segment came about; a merge tree's segments have `mergeTree` + the index of its rule. */
export const ORIGIN = { seedAlone: 0, seedAgainstBorder: 1, bordersAlone: 2, mergeTree: 3, pair: 7 } as const;
/** `ORIGIN.mergeTree` stands for four values, one a rule. */
export const ORIGINS = 8;

export function segmentPool(capacity: number, nodeCount: number, scratch: Scratch): SegmentPool {
  const words = Math.ceil(nodeCount / 32);
  return {
    capacity, count: 0, words, bits: scratch.uint32(capacity * words), boxes: scratch.float32(capacity * 4),
    area: scratch.float32(capacity), gap: scratch.float32(capacity), origin: scratch.uint8(capacity),
  };
}

/**
 * Adds the first `taken[k]` nodes of `order`, for each k < levels, as segments; one walk along `order` serves them all,
 * since the sets are nested.
 */
export function addNestedSegments(
  pool: SegmentPool, shapes: SuperpixelShapes, order: Int32Array, taken: Int32Array, gaps: Float32Array, levels: number, origin: number,
): void {
  const { words, bits, boxes } = pool;
  let area = 0, x0 = Infinity, y0 = Infinity, x1 = 0, y1 = 0;
  let walked = 0;
  for (let k = 0; k < levels && pool.count < pool.capacity; k++) {
    const at = pool.count++;
    const start = at * words;
    if (k > 0) bits.copyWithin(start, start - words, start);
    for (const end = taken[k]!; walked < end; walked++) {
      const v = order[walked]!;
      bits[start + (v >>> 5)]! |= 1 << (v & 31);
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
    pool.area[at] = area;
    pool.gap[at] = gaps[k]!;
    pool.origin[at] = origin;
  }
}

/** Adds every region of a merge tree that is not a single superpixel. */
export function addMergedSegments(pool: SegmentPool, shapes: SuperpixelShapes, tree: MergeTree, origin: number): void {
  const first = pool.count;
  for (let k = 0; k < tree.merges && pool.count < pool.capacity; k++) {
    addUnion(pool, shapes, first, tree.left[k]!, tree.right[k]!, tree.cost[k]!, origin);
  }
}

/** Adds the unions of a tree's pairs, right after its regions. */
export function addPairs(pool: SegmentPool, shapes: SuperpixelShapes, tree: MergeTree): void {
  const first = pool.count - tree.merges;
  for (let k = 0; k < tree.pairs && pool.count < pool.capacity; k++) {
    addUnion(pool, shapes, first, tree.pairA[k]!, tree.pairB[k]!, tree.pairCost[k]!, ORIGIN.pair);
  }
}

/** Adds the union of two regions of a tree whose merges begin at segment `first`. */
function addUnion(pool: SegmentPool, shapes: SuperpixelShapes, first: number, a: number, b: number, cost: number, origin: number): void {
  const { words, bits, boxes } = pool;
  const n = shapes.area.length;
  const at = pool.count++;
  const start = at * words;
  let x0 = Infinity, y0 = Infinity, x1 = 0, y1 = 0, area = 0;
  for (let half = 0; half < 2; half++) {
    const region = half === 0 ? a : b;
    if (region < n) {
      bits[start + (region >>> 5)]! |= 1 << (region & 31);
      x0 = Math.min(x0, shapes.x0[region]!);
      y0 = Math.min(y0, shapes.y0[region]!);
      x1 = Math.max(x1, shapes.x1[region]!);
      y1 = Math.max(y1, shapes.y1[region]!);
      area += shapes.area[region]!;
    } else {
      const j = first + region - n;
      for (let w = 0; w < words; w++) bits[start + w]! |= bits[j * words + w]!;
      x0 = Math.min(x0, boxes[j * 4]!);
      y0 = Math.min(y0, boxes[j * 4 + 1]!);
      x1 = Math.max(x1, boxes[j * 4 + 2]!);
      y1 = Math.max(y1, boxes[j * 4 + 3]!);
      area += pool.area[j]!;
    }
  }
  boxes[at * 4] = x0;
  boxes[at * 4 + 1] = y0;
  boxes[at * 4 + 2] = x1;
  boxes[at * 4 + 3] = y1;
  pool.area[at] = area;
  pool.gap[at] = cost;
  pool.origin[at] = origin;
}
