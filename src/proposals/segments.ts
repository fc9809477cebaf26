import type { SuperpixelGraph } from './superpixelGraph.ts';
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
  /** Length of the outline inside the image, pixel pairs. // (capacity,) */
  readonly perimeter: Float32Array;
  /** Edge weight summed over the outline, each pixel pair once. // (capacity,) */
  readonly outlineStrength: Float32Array;
  /** Edge weight summed over the borders between its own superpixels. // (capacity,) */
  readonly innerStrength: Float32Array;
  readonly innerLength: Float32Array;
  /** Gap of distance at the level that made it, over the level's distance range. // (capacity,) */
  readonly gap: Float32Array;
  /** Border type of the transform that made it, `BACKGROUND_ONLY` added where there was no seed. // (capacity,) */
  readonly origin: Uint8Array;
}

export const BACKGROUND_ONLY = 16;

export function segmentPool(capacity: number, nodeCount: number, scratch: Scratch): SegmentPool {
  const words = Math.ceil(nodeCount / 32);
  return {
    capacity, count: 0, words, bits: scratch.uint32(capacity * words), boxes: scratch.float32(capacity * 4),
    area: scratch.float32(capacity), perimeter: scratch.float32(capacity), outlineStrength: scratch.float32(capacity),
    innerStrength: scratch.float32(capacity), innerLength: scratch.float32(capacity), gap: scratch.float32(capacity),
    origin: scratch.uint8(capacity),
  };
}

/**
 * Adds the first `taken[k]` nodes of `order`, for each k < levels, as segments; one walk along `order` serves them all,
 * since the sets are nested. `inside` // (nodeCount,) zeros, left as zeros.
 */
export function addNestedSegments(
  pool: SegmentPool, graph: SuperpixelGraph, weights: Float32Array, shapes: SuperpixelShapes,
  order: Int32Array, taken: Int32Array, gaps: Float32Array, levels: number, origin: number, inside: Uint8Array,
): void {
  const { rowStart, neighbour, viaEdge, edgeLength } = graph;
  const { words, bits } = pool;
  let area = 0, outline = 0, outlineStrength = 0, inner = 0, innerStrength = 0;
  let x0 = Infinity, y0 = Infinity, x1 = 0, y1 = 0;
  let walked = 0;
  for (let k = 0; k < levels && pool.count < pool.capacity; k++) {
    const at = pool.count;
    const start = at * words;
    if (k > 0) bits.copyWithin(start, start - words, start);
    else bits.fill(0, start, start + words);
    for (const end = taken[k]!; walked < end; walked++) {
      const v = order[walked]!;
      inside[v] = 1;
      bits[start + (v >>> 5)]! |= 1 << (v & 31);
      area += shapes.area[v]!;
      if (shapes.x0[v]! < x0) x0 = shapes.x0[v]!;
      if (shapes.y0[v]! < y0) y0 = shapes.y0[v]!;
      if (shapes.x1[v]! > x1) x1 = shapes.x1[v]!;
      if (shapes.y1[v]! > y1) y1 = shapes.y1[v]!;
      for (let n = rowStart[v]!, last = rowStart[v + 1]!; n < last; n++) {
        const edge = viaEdge[n]!;
        const length = edgeLength[edge]!;
        const strength = length * weights[edge]!;
        if (inside[neighbour[n]!] === 1) {
          outline -= length;
          outlineStrength -= strength;
          inner += length;
          innerStrength += strength;
        } else {
          outline += length;
          outlineStrength += strength;
        }
      }
    }
    pool.boxes[at * 4] = x0;
    pool.boxes[at * 4 + 1] = y0;
    pool.boxes[at * 4 + 2] = x1;
    pool.boxes[at * 4 + 3] = y1;
    pool.area[at] = area;
    pool.perimeter[at] = outline;
    pool.outlineStrength[at] = outlineStrength;
    pool.innerLength[at] = inner;
    pool.innerStrength[at] = innerStrength;
    pool.gap[at] = gaps[k]!;
    pool.origin[at] = origin;
    pool.count++;
  }
  for (let i = 0; i < walked; i++) inside[order[i]!] = 0;
}
