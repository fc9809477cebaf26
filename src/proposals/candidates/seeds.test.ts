import { expect, test } from 'vitest';
import { geodesicDistances } from '../graph/geodesicDistance.ts';
import { nodeQueue } from '../graph/nodeQueue.ts';
import { partsOf } from '../graph/segmentation.cases.ts';
import { clouds, flat } from '../testing/pictures.ts';
import { placeSeeds } from './seeds.ts';

test('each seed is a superpixel farthest from those before it, and carries its own distances', () => {
  const {
    parts: { graph, costs },
    scratch,
  } = partsOf(clouds(90, 70, 8), 140);
  const n = graph.nodeCount;
  const queue = nodeQueue(graph, costs, scratch);
  const seeds = placeSeeds(graph, 12, queue, scratch);
  expect(new Set(seeds.nodes).size).toBe(12);
  const nearest = new Float32Array(n).fill(Infinity);
  const own = new Float32Array(n);
  seeds.nodes.forEach((seed, k) => {
    if (k > 0) expect(nearest[seed]).toBe(nearest.reduce((most, d) => Math.max(most, d), 0));
    geodesicDistances(graph, Int32Array.of(seed), own, queue);
    expect(seeds.distances.slice(k * n, (k + 1) * n)).toEqual(own);
    for (let v = 0; v < n; v++) nearest[v] = Math.min(nearest[v]!, own[v]!);
  });
});

test('no more seeds than superpixels', () => {
  const {
    parts: { graph, costs },
    scratch,
  } = partsOf(flat(20, 20), 9);
  const seeds = placeSeeds(graph, 50, nodeQueue(graph, costs, scratch), scratch);
  expect([...seeds.nodes].sort((a, b) => a - b)).toEqual(Array.from({ length: graph.nodeCount }, (_, v) => v));
});
