import type { SuperpixelGraph } from './superpixelGraph.ts';
import type { Scratch } from './scratch.ts';

/** Cost of crossing a shared border of strength w (method.md, step 2): w³ + 2e-3. */
export function geodesicCosts(weights: Float32Array, scratch: Scratch): Float32Array {
  const costs = scratch.float32(weights.length);
  for (let edge = 0; edge < weights.length; edge++) {
    const w = weights[edge]!;
    costs[edge] = w * w * w + 2e-3;
  }
  return costs;
}

/** A binary heap of nodes by distance with room for every node; shared by all runs on one graph. */
export interface NodeHeap {
  readonly nodes: Int32Array;
  /** Place of each node in `nodes`, −1 where it is not in the heap. */
  readonly place: Int32Array;
}

export function nodeHeap(nodeCount: number, scratch: Scratch): NodeHeap {
  return { nodes: scratch.int32(nodeCount), place: scratch.int32(nodeCount).fill(-1) };
}

/**
 * Dijkstra from all `sources` at once: `distance[v]` becomes the cost of the cheapest path from any source to v,
 * Infinity where there is none (or no source). `costs` // (edgeCount,), not negative; `distance` // (nodeCount,)
 */
export function geodesicDistances(
  graph: SuperpixelGraph, costs: Float32Array, sources: Int32Array, distance: Float32Array, heap: NodeHeap,
): void {
  const { rowStart, neighbour, viaEdge } = graph;
  const { nodes, place } = heap;
  distance.fill(Infinity);
  let length = 0;
  for (let s = 0; s < sources.length; s++) {
    const source = sources[s]!;
    if (distance[source] === 0) continue;
    distance[source] = 0;
    // All sources are at 0, so any order of them is a heap.
    nodes[length] = source;
    place[source] = length++;
  }
  while (length > 0) {
    const v = nodes[0]!;
    place[v] = -1;
    length--;
    if (length > 0) {
      const last = nodes[length]!;
      const key = distance[last]!;
      let hole = 0;
      for (;;) {
        let child = 2 * hole + 1;
        if (child >= length) break;
        let childKey = distance[nodes[child]!]!;
        if (child + 1 < length) {
          const other = distance[nodes[child + 1]!]!;
          if (other < childKey) {
            childKey = other;
            child++;
          }
        }
        if (childKey >= key) break;
        const moved = nodes[child]!;
        nodes[hole] = moved;
        place[moved] = hole;
        hole = child;
      }
      nodes[hole] = last;
      place[last] = hole;
    }
    const here = distance[v]!;
    for (let k = rowStart[v]!, end = rowStart[v + 1]!; k < end; k++) {
      const u = neighbour[k]!;
      const reached = here + costs[viaEdge[k]!]!;
      if (reached >= distance[u]!) continue;
      // Rounded to float32 by the store; a step so small that it rounds away is no gain.
      distance[u] = reached;
      const key = distance[u]!;
      let hole = place[u]!;
      if (hole < 0) hole = length++;
      while (hole > 0) {
        const parent = (hole - 1) >> 1;
        const above = nodes[parent]!;
        if (distance[above]! <= key) break;
        nodes[hole] = above;
        place[above] = hole;
        hole = parent;
      }
      nodes[hole] = u;
      place[u] = hole;
    }
  }
}
