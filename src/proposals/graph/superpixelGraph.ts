import { loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';
import type { BoundaryMap } from '../boundaries/boundaryMap.ts';
import type { Superpixels } from '../superpixels/superpixels.ts';

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
  const { count } = superpixels;
  const { edgeCount, edgeA, edgeB, edgeLength, lowQuartile, median, highQuartile } = superpixelEdges(
    superpixels,
    boundary,
    scratch,
  );
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
    nodeCount: count,
    edgeCount,
    edgeA: edgeA.subarray(0, edgeCount),
    edgeB: edgeB.subarray(0, edgeCount),
    edgeLength: edgeLength.subarray(0, edgeCount),
    lowQuartile: lowQuartile.subarray(0, edgeCount),
    median: median.subarray(0, edgeCount),
    highQuartile: highQuartile.subarray(0, edgeCount),
    rowStart,
    neighbour,
    viaEdge,
  };
}

/** The edges, in arrays with room for more. */
type Edges = Pick<
  SuperpixelGraph,
  'edgeCount' | 'edgeA' | 'edgeB' | 'edgeLength' | 'lowQuartile' | 'median' | 'highQuartile'
>;

function superpixelEdges(
  { width, height, count, labels }: Superpixels,
  { east, south }: BoundaryMap,
  scratch: Scratch,
): Edges {
  const size = width * height;
  // A planar graph of n nodes has at most 3n − 6 edges; the margin serves the tiny ones.
  const most = 3 * count + 4;
  const edgeA = scratch.int32(most);
  const edgeB = scratch.int32(most);
  const edgeLength = scratch.float32(most);
  const lowQuartile = scratch.float32(most);
  const median = scratch.float32(most);
  const highQuartile = scratch.float32(most);
  const histogram = scratch.uint32(most * STEPS);
  // A hash table that is at most half full.
  const bits = 33 - Math.clz32(most);
  const table = scratch.int32(2 ** bits * 2);
  const loops = loopsOn(scratch, east, south, labels, table);
  if (loops !== null) {
    const edgeCount = loops.superpixelEdges(
      labels.byteOffset,
      east.byteOffset,
      south.byteOffset,
      width,
      height,
      count,
      table.byteOffset,
      bits,
      edgeA.byteOffset,
      edgeB.byteOffset,
      edgeLength.byteOffset,
      histogram.byteOffset,
      lowQuartile.byteOffset,
      median.byteOffset,
      highQuartile.byteOffset,
    );
    return { edgeCount, edgeA, edgeB, edgeLength, lowQuartile, median, highQuartile };
  }
  const edgeOf = new Map<number, number>();
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
      let edge = edgeOf.get(a * count + b);
      if (edge === undefined) {
        edge = edgeCount++;
        edgeOf.set(a * count + b, edge);
        edgeA[edge] = a;
        edgeB[edge] = b;
      }
      edgeLength[edge]!++;
      const crossing = direction === 0 ? east[i]! : south[i]!;
      histogram[edge * STEPS + Math.min(STEPS - 1, (crossing * STEPS) | 0)]!++;
    }
    if (++x === width) x = 0;
  }
  for (let edge = 0; edge < edgeCount; edge++) {
    lowQuartile[edge] = percentile(histogram, edge * STEPS, edgeLength[edge]! * 0.25);
    median[edge] = percentile(histogram, edge * STEPS, edgeLength[edge]! * 0.5);
    highQuartile[edge] = percentile(histogram, edge * STEPS, edgeLength[edge]! * 0.75);
  }
  return { edgeCount, edgeA, edgeB, edgeLength, lowQuartile, median, highQuartile };
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
