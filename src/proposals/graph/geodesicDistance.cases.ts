import { seededRandom } from '../../base/seededRandom.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { filled } from '../testing/filled.ts';
import { geodesicDistances } from './geodesicDistance.ts';
import { nodeQueue } from './nodeQueue.ts';
import { seededGraph } from './seededGraph.cases.ts';

export const GEODESIC_DISTANCE_CASES: readonly StageCase[] = [1, 2, 7, 301].map((n) => ({
  name: `shortest paths among ${n} nodes`,
  run(scratch) {
    const random = seededRandom(n);
    const graph = seededGraph(n, random, scratch);
    const costs = filled(scratch.float32(graph.edgeCount), () => 0.002 + random() ** 3);
    const queue = nodeQueue(graph, costs, scratch);
    // One source, two, the same one twice, none.
    return [[0], [n - 1, 0], [n >> 1, n >> 1], []].flatMap((sources) => {
      const distance = scratch.float32(n);
      geodesicDistances(graph, Int32Array.from(sources), distance, queue);
      return [distance, queue.newest];
    });
  },
}));
