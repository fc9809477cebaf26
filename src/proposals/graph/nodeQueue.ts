import type { Scratch } from '../arena/scratch.ts';
import type { SuperpixelGraph } from './superpixelGraph.ts';

/**
 * Width of a bucket: below the least cost (2e-3), so that no node of a bucket can bring another of the same bucket nearer, and a node
 * taken from its bucket is final.
 */
export const BUCKET_WIDTH = 1.9e-3;
/** Buckets in the ring: more than the largest cost (1.002) spans, so that waiting nodes never lap it. A power of two. */
export const BUCKETS = 1024;

/** The ring of buckets of Dijkstra's algorithm (Dial 1969), for all runs on one graph. Empty between runs. */
export interface NodeQueue {
  /** Costs by which the neighbours are reached, in their order. // (2·edgeCount,) */
  readonly slotCost: Float32Array;
  /** Newest entry of each bucket, −1 where it is empty. */
  readonly newest: Int32Array;
  /** Entries: a node, and the next older entry of its bucket. A node has one for each time that it came nearer. */
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
