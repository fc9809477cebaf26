import { BUCKET_WIDTH, BUCKETS, type NodeQueue } from './nodeQueue.ts';
import type { SuperpixelGraph } from './superpixelGraph.ts';

/**
 * Spreads distances from the `sources` nodes that wait in bucket 0 with distance 0. All other distances are Infinity, and no node is done.
 * `distance` // (nodeCount,)
 */
export function spread(
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
