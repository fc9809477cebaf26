import type { Scratch } from '../arena/scratch.ts';
import { geodesicDistances } from '../graph/geodesicDistance.ts';
import type { NodeQueue } from '../graph/nodeQueue.ts';
import type { SuperpixelGraph } from '../graph/superpixelGraph.ts';

/** Seeds in the order of their placement, each with the geodesic distance of every superpixel from it. */
export interface Seeds {
  readonly nodes: Int32Array;
  /** // (seeds, nodeCount) */
  readonly distances: Float32Array;
}

/**
 * Farthest-first placement (README.md, "Seeds"): the geodesic centre, then again and again the superpixel that is farthest from all seeds
 * so far. Stops early when every superpixel is a seed.
 */
export function placeSeeds(graph: SuperpixelGraph, wanted: number, queue: NodeQueue, scratch: Scratch): Seeds {
  const n = graph.nodeCount;
  const most = Math.min(wanted, n);
  const nodes = scratch.int32(most);
  const distances = scratch.float32(most * n);
  const nearest = scratch.float32(n).fill(Infinity);
  const source = scratch.int32(1);
  let seed = geodesicCentre(graph, queue, scratch);
  for (let k = 0; k < most; k++) {
    nodes[k] = seed;
    source[0] = seed;
    const row = distances.subarray(k * n, (k + 1) * n);
    geodesicDistances(graph, source, row, queue);
    let farthest = 0;
    let far = -1;
    for (let v = 0; v < n; v++) {
      const d = row[v]!;
      if (d < nearest[v]!) nearest[v] = d;
      if (nearest[v]! > far) {
        far = nearest[v]!;
        farthest = v;
      }
    }
    seed = farthest;
  }
  return { nodes, distances };
}

/**
 * The middle of a longest geodesic path: from any node to the farthest one, from there to the farthest from it, and then the node whose
 * larger distance to those two is smallest.
 */
function geodesicCentre(graph: SuperpixelGraph, queue: NodeQueue, scratch: Scratch): number {
  const n = graph.nodeCount;
  const source = scratch.int32(1);
  const fromFirst = scratch.float32(n);
  const fromSecond = scratch.float32(n);
  geodesicDistances(graph, source, fromFirst, queue);
  source[0] = indexOfLargest(fromFirst);
  geodesicDistances(graph, source, fromFirst, queue);
  source[0] = indexOfLargest(fromFirst);
  geodesicDistances(graph, source, fromSecond, queue);
  let centre = 0;
  let smallest = Infinity;
  for (let v = 0; v < n; v++) {
    const larger = Math.max(fromFirst[v]!, fromSecond[v]!);
    if (larger < smallest) {
      smallest = larger;
      centre = v;
    }
  }
  return centre;
}

function indexOfLargest(values: Float32Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
