import type { Scratch } from '../arena/scratch.ts';
import { filled } from '../testing/filled.ts';
import type { SuperpixelGraph } from './superpixelGraph.ts';

/** A connected graph for tests: a path through all nodes, and about as many edges again. All of it is in the arena. */
export function seededGraph(nodeCount: number, random: () => number, scratch: Scratch): SuperpixelGraph {
  const ends: [number, number][] = [];
  for (let b = 1; b < nodeCount; b++) {
    ends.push([b - 1, b]);
    if (b > 1 && random() < 0.9) ends.push([Math.floor(random() * (b - 1)), b]);
  }
  const edgeCount = ends.length;
  const rowStart = scratch.int32(nodeCount + 1);
  const neighbour = scratch.int32(2 * edgeCount);
  const viaEdge = scratch.int32(2 * edgeCount);
  for (let v = 0, k = 0; v < nodeCount; v++) {
    ends.forEach(([a, b], edge) => {
      if (a !== v && b !== v) return;
      neighbour[k] = a === v ? b : a;
      viaEdge[k++] = edge;
    });
    rowStart[v + 1] = k;
  }
  return {
    nodeCount,
    edgeCount,
    rowStart,
    neighbour,
    viaEdge,
    edgeA: filled(scratch.int32(edgeCount), (edge) => ends[edge]![0]),
    edgeB: filled(scratch.int32(edgeCount), (edge) => ends[edge]![1]),
    edgeLength: filled(scratch.float32(edgeCount), () => 1 + Math.floor(random() * 20)),
    lowQuartile: filled(scratch.float32(edgeCount), random),
    median: filled(scratch.float32(edgeCount), random),
    highQuartile: filled(scratch.float32(edgeCount), random),
  };
}
