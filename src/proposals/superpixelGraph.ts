import type { BoundaryMap } from './boundaryMap.ts';
import type { Superpixels } from './superpixels.ts';
import type { Scratch } from './scratch.ts';

/** Superpixels as nodes, shared borders as edges; neighbours in compressed rows. */
export interface SuperpixelGraph {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** The two ends, the smaller label first. // (edgeCount,) */
  readonly edgeA: Int32Array;
  readonly edgeB: Int32Array;
  /** Pixel pairs along the shared border. // (edgeCount,) */
  readonly edgeLength: Float32Array;
  /** Boundary strength along the shared border by percentile, 0..1. // (edgeCount,) each */
  readonly lowQuartile: Float32Array;
  readonly median: Float32Array;
  readonly highQuartile: Float32Array;
  /** Neighbours of node v are at rowStart[v] .. rowStart[v+1]−1. // (nodeCount+1,) */
  readonly rowStart: Int32Array;
  /** // (2·edgeCount,) */
  readonly neighbour: Int32Array;
  /** Edge by which that neighbour is reached. // (2·edgeCount,) */
  readonly viaEdge: Int32Array;
}

/** Steps of the histogram that the percentiles are read from. */
const STEPS = 64;

export function superpixelGraph(superpixels: Superpixels, boundary: BoundaryMap, scratch: Scratch): SuperpixelGraph {
  const { width, height, count, labels } = superpixels;
  const { east, south } = boundary;
  const size = width * height;
  // A planar graph of n nodes has at most 3n − 6 edges; the margin serves the tiny ones.
  const most = 3 * count + 4;
  const edgeOf = scratch.int32(count * count);
  const edgeA = scratch.int32(most);
  const edgeB = scratch.int32(most);
  const edgeLength = scratch.float32(most);
  const histogram = scratch.uint32(most * STEPS);
  let edgeCount = 0;
  for (let i = 0, x = 0; i < size; i++) {
    const here = labels[i]!;
    for (let direction = 0; direction < 2; direction++) {
      if (direction === 0 ? x === width - 1 : i + width >= size) continue;
      const j = direction === 0 ? i + 1 : i + width;
      const there = labels[j]!;
      if (there === here) continue;
      const a = here < there ? here : there;
      const b = here < there ? there : here;
      let edge = edgeOf[a * count + b]! - 1;
      if (edge < 0) {
        edge = edgeCount++;
        edgeOf[a * count + b] = edge + 1;
        edgeA[edge] = a;
        edgeB[edge] = b;
      }
      edgeLength[edge]!++;
      const crossing = direction === 0 ? east[i]! : south[i]!;
      histogram[edge * STEPS + Math.min(STEPS - 1, (crossing * STEPS) | 0)]!++;
    }
    if (++x === width) x = 0;
  }
  const lowQuartile = scratch.float32(edgeCount);
  const median = scratch.float32(edgeCount);
  const highQuartile = scratch.float32(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    lowQuartile[edge] = percentile(histogram, edge * STEPS, edgeLength[edge]! * 0.25);
    median[edge] = percentile(histogram, edge * STEPS, edgeLength[edge]! * 0.5);
    highQuartile[edge] = percentile(histogram, edge * STEPS, edgeLength[edge]! * 0.75);
  }
  const rowStart = scratch.int32(count + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    rowStart[edgeA[edge]! + 1]!++;
    rowStart[edgeB[edge]! + 1]!++;
  }
  for (let v = 0; v < count; v++) rowStart[v + 1]! += rowStart[v]!;
  const fill = scratch.int32(count);
  const neighbour = scratch.int32(2 * edgeCount);
  const viaEdge = scratch.int32(2 * edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    const a = edgeA[edge]!;
    const b = edgeB[edge]!;
    const atA = rowStart[a]! + fill[a]!++;
    const atB = rowStart[b]! + fill[b]!++;
    neighbour[atA] = b;
    viaEdge[atA] = edge;
    neighbour[atB] = a;
    viaEdge[atB] = edge;
  }
  return {
    nodeCount: count, edgeCount, edgeA: edgeA.subarray(0, edgeCount), edgeB: edgeB.subarray(0, edgeCount),
    edgeLength: edgeLength.subarray(0, edgeCount), lowQuartile, median, highQuartile, rowStart, neighbour, viaEdge,
  };
}

/** The value below which `rank` entries of the histogram at `start` lie, linear within its step. */
function percentile(histogram: Uint32Array, start: number, rank: number): number {
  let below = 0;
  for (let step = 0; step < STEPS; step++) {
    const here = histogram[start + step]!;
    if (below + here >= rank && here > 0) return (step + (rank - below) / here) / STEPS;
    below += here;
  }
  return 1;
}
