import { loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';
import type { SuperpixelGraph } from './superpixelGraph.ts';

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

/** Rings of buckets for Dijkstra's algorithm (Dial 1969), for all runs on one graph. Empty between runs. */
export interface NodeQueue {
  /** Costs by which the neighbours are reached, in their order. // (2·edgeCount,) */
  readonly slotCost: Float32Array;
  /** Newest entry of each bucket, −1 where it is empty. */
  readonly newest: Int32Array;
  /** Entries: their node and the entry before them. A node has one for each time that it came nearer. */
  readonly node: Int32Array;
  readonly before: Int32Array;
  /** Whether the distance of a node is final. */
  readonly done: Uint8Array;
  readonly scratch: Scratch;
}

/** `costs` // (edgeCount,), 2e-3..1.002 */
export function nodeQueue(
  { nodeCount, edgeCount, viaEdge }: SuperpixelGraph,
  costs: Float32Array,
  scratch: Scratch,
): NodeQueue {
  // A node comes nearer at most once for each border.
  const entries = nodeCount + 2 * edgeCount;
  const slotCost = scratch.float32(2 * edgeCount);
  for (let k = 0; k < slotCost.length; k++) slotCost[k] = costs[viaEdge[k]!]!;
  return {
    slotCost,
    newest: scratch.int32(BUCKETS).fill(-1),
    node: scratch.int32(entries),
    before: scratch.int32(entries),
    done: scratch.uint8(nodeCount),
    scratch,
  };
}

/**
 * Dijkstra from all `sources` at once: `distance[v]` becomes the cost of the cheapest path from any source to v,
 * Infinity where there is none (or no source). `distance` // (nodeCount,)
 */
export function geodesicDistances(
  graph: SuperpixelGraph,
  sources: Int32Array,
  distance: Float32Array,
  queue: NodeQueue,
): void {
  const { newest, node, before, done, slotCost } = queue;
  distance.fill(Infinity);
  done.fill(0);
  let entries = 0;
  for (let s = 0; s < sources.length; s++) {
    const source = sources[s]!;
    if (distance[source] === 0) continue;
    distance[source] = 0;
    node[entries] = source;
    before[entries] = newest[0]!;
    newest[0] = entries++;
  }
  const loops = loopsOn(queue.scratch, graph.rowStart, graph.neighbour, distance, before, done, node, slotCost);
  if (loops === null) spread(graph, distance, queue, entries);
  else {
    loops.spread(
      graph.rowStart.byteOffset,
      graph.neighbour.byteOffset,
      slotCost.byteOffset,
      distance.byteOffset,
      newest.byteOffset,
      node.byteOffset,
      before.byteOffset,
      done.byteOffset,
      BUCKETS - 1,
      1 / BUCKET_WIDTH,
      entries,
    );
  }
}

function spread(
  { rowStart, neighbour }: SuperpixelGraph,
  distance: Float32Array,
  queue: NodeQueue,
  sources: number,
): void {
  const { newest, node, before, done, slotCost } = queue;
  let entries = sources;
  let waiting = sources;
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
        const reached = here + slotCost[k]!;
        if (reached >= distance[u]!) continue;
        // Rounded to float32 by the store.
        distance[u] = reached;
        const to = ((distance[u]! * (1 / BUCKET_WIDTH)) | 0) & (BUCKETS - 1);
        node[entries] = u;
        before[entries] = newest[to]!;
        newest[to] = entries++;
        waiting++;
      }
    }
  }
}
