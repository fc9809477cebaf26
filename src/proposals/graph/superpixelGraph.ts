import type { Scratch } from '../arena/scratch.ts';
import type { BoundaryMap } from '../boundaries/boundaryMap.ts';
import type { Superpixels } from '../superpixels/superpixels.ts';
import { SUPERPIXEL_EDGES } from './superpixelGraph.arguments.ts';
import { type EdgeArrays, STEPS, superpixelEdges } from './superpixelGraph.reference.ts';

/** Superpixels as nodes, shared borders as edges; neighbours in compressed rows. */
export interface SuperpixelGraph extends EdgeArrays {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Neighbours of node v are at rowStart[v] .. rowStart[v+1]−1. // (nodeCount+1,) */
  readonly rowStart: Int32Array;
  /** // (2·edgeCount,) */
  readonly neighbour: Int32Array;
  /** Edge by which that neighbour is reached. // (2·edgeCount,) */
  readonly viaEdge: Int32Array;
}

export function superpixelGraph(superpixels: Superpixels, boundary: BoundaryMap, scratch: Scratch): SuperpixelGraph {
  const { count } = superpixels;
  const { edgeCount, ...edges } = edgesOf(superpixels, boundary, scratch);
  const { edgeA, edgeB } = edges;
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
    edgeLength: edges.edgeLength.subarray(0, edgeCount),
    lowQuartile: edges.lowQuartile.subarray(0, edgeCount),
    median: edges.median.subarray(0, edgeCount),
    highQuartile: edges.highQuartile.subarray(0, edgeCount),
    rowStart,
    neighbour,
    viaEdge,
  };
}

/** The edges, in arrays with room for more. */
function edgesOf(
  { width, height, count, labels }: Superpixels,
  { east, south }: BoundaryMap,
  scratch: Scratch,
): EdgeArrays & { readonly edgeCount: number } {
  // A planar graph of n ≥ 3 nodes has at most 3n − 6 edges; the margin covers fewer nodes.
  const room = 3 * count + 4;
  const edges = {
    edgeA: scratch.int32(room),
    edgeB: scratch.int32(room),
    edgeLength: scratch.float32(room),
    lowQuartile: scratch.float32(room),
    median: scratch.float32(room),
    highQuartile: scratch.float32(room),
  };
  const histogram = scratch.uint32(room * STEPS);
  // At least twice as many slots as edges, so that few keys collide.
  const tableBits = 33 - Math.clz32(room);
  const table = scratch.int32(2 ** tableBits * 2);
  const loop = SUPERPIXEL_EDGES.on(scratch, {
    labels,
    east,
    south,
    width,
    height,
    nodeCount: count,
    table,
    tableBits,
    ...edges,
    histogram,
  });
  const edgeCount = loop === null ? superpixelEdges(labels, width, count, east, south, edges, histogram) : loop.run();
  return { edgeCount, ...edges };
}
