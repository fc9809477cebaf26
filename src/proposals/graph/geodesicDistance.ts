import type { Scratch } from '../arena/scratch.ts';
import { SPREAD } from './geodesicDistance.arguments.ts';
import { spread } from './geodesicDistance.reference.ts';
import { BUCKET_WIDTH, BUCKETS, type NodeQueue } from './nodeQueue.ts';
import type { SuperpixelGraph } from './superpixelGraph.ts';

/** Cost of crossing a shared border of strength w (README.md, "Geodesic distance"): w³ + 2e-3. // (edgeCount,) */
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
 * Dijkstra from all `sources` at once: `distance[v]` becomes the cost of the cheapest path from any source to v,
 * Infinity where there is none (or no source). `distance` // (nodeCount,)
 */
export function geodesicDistances(
  graph: SuperpixelGraph,
  sources: Int32Array,
  distance: Float32Array,
  queue: NodeQueue,
): void {
  const { newest, node, before, done } = queue;
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
  const loop = SPREAD.on(queue.scratch, {
    rowStart: graph.rowStart,
    neighbour: graph.neighbour,
    slotCost: queue.slotCost,
    distance,
    newest,
    node,
    before,
    done,
    buckets: BUCKETS,
    sources: entries,
    bucketsPerUnit: 1 / BUCKET_WIDTH,
  });
  if (loop === null) spread(graph, distance, queue, entries);
  else loop.run();
}
