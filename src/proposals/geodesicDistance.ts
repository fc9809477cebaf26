import type { SuperpixelGraph } from './superpixelGraph.ts';
import type { Scratch } from './scratch.ts';

/** Cost of crossing a shared border of strength w (method.md, step 2): w³ + 2e-3. */
export function geodesicCosts(weights: Float32Array, scratch: Scratch): Float32Array {
  const costs = scratch.float32(weights.length);
  for (let edge = 0; edge < weights.length; edge++) {
    const w = weights[edge]!;
    costs[edge] = w * w * w + LEAST_COST;
  }
  return costs;
}

/** The least cost of a border. */
const LEAST_COST = 2e-3;

/**
 * Width of a bucket: below the least cost, so that no node of a bucket can make another of the same bucket nearer, and
 * a node that is taken out of its bucket is final.
 */
const BUCKET_WIDTH = 1.9e-3;
/** Buckets in a ring: more than the largest cost (1.002) spans, so that the waiting nodes never lap it. A power of two. */
const BUCKETS = 1024;

/** Rings of buckets for Dijkstra's algorithm (Dial 1969); shared by all runs on one graph. Empty between runs. */
export interface NodeQueue {
  /** Newest entry of each bucket, −1 where it is empty. */
  readonly newest: Int32Array;
  /** Entries: their node and the entry before them. A node has one for each time that it came nearer. */
  readonly node: Int32Array;
  readonly before: Int32Array;
  /** Whether the distance of a node is final. */
  readonly done: Uint8Array;
}

/** @param edgeCount a node comes nearer at most once for each border, so this bounds the entries. */
export function nodeQueue(nodeCount: number, edgeCount: number, scratch: Scratch): NodeQueue {
  const entries = nodeCount + 2 * edgeCount;
  return {
    newest: scratch.int32(BUCKETS).fill(-1), node: scratch.int32(entries), before: scratch.int32(entries), done: scratch.uint8(nodeCount),
  };
}

/**
 * Dijkstra from all `sources` at once: `distance[v]` becomes the cost of the cheapest path from any source to v,
 * Infinity where there is none (or no source). `costs` // (edgeCount,), 2e-3..1.002; `distance` // (nodeCount,)
 */
export function geodesicDistances(
  graph: SuperpixelGraph, costs: Float32Array, sources: Int32Array, distance: Float32Array, queue: NodeQueue,
): void {
  const { rowStart, neighbour, viaEdge } = graph;
  const { newest, node, before, done } = queue;
  distance.fill(Infinity);
  done.fill(0);
  let entries = 0;
  let waiting = 0;
  for (let s = 0; s < sources.length; s++) {
    const source = sources[s]!;
    if (distance[source] === 0) continue;
    distance[source] = 0;
    node[entries] = source;
    before[entries] = newest[0]!;
    newest[0] = entries++;
    waiting++;
  }
  for (let bucket = 0; waiting > 0; bucket++) {
    const ring = bucket & (BUCKETS - 1);
    let entry = newest[ring]!;
    newest[ring] = -1;
    for (; entry >= 0; entry = before[entry]!) {
      waiting--;
      const v = node[entry]!;
      if (done[v] === 1) continue;
      done[v] = 1;
      const here = distance[v]!;
      for (let k = rowStart[v]!, end = rowStart[v + 1]!; k < end; k++) {
        const u = neighbour[k]!;
        const reached = here + costs[viaEdge[k]!]!;
        if (reached >= distance[u]!) continue;
        // Rounded to float32 by the store.
        distance[u] = reached;
        const to = ((distance[u]! / BUCKET_WIDTH) | 0) & (BUCKETS - 1);
        node[entries] = u;
        before[entries] = newest[to]!;
        newest[to] = entries++;
        waiting++;
      }
    }
  }
}
