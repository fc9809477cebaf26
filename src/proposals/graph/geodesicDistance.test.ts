import { expect, test } from 'vitest';
import { Scratch } from '../arena/scratch.ts';
import { differencesFromReference } from '../testing/bothWays.ts';
import { clouds } from '../testing/pictures.ts';
import { SPREAD } from './geodesicDistance.arguments.ts';
import { GEODESIC_DISTANCE_CASES } from './geodesicDistance.cases.ts';
import { geodesicCosts, geodesicDistances } from './geodesicDistance.ts';
import { nodeQueue } from './nodeQueue.ts';
import { partsOf } from './segmentation.cases.ts';

const { parts, scratch } = partsOf(clouds(90, 70, 8), 140);
const { graph, costs } = parts;
const n = graph.nodeCount;
const queue = nodeQueue(graph, costs, scratch);
const from = (...sources: number[]): Float32Array => {
  const distance = new Float32Array(n);
  geodesicDistances(graph, Int32Array.from(sources), distance, queue);
  return distance;
};

test('the cost of a border is its strength cubed and a little', () => {
  expect([...geodesicCosts(Float32Array.of(0, 0.5, 1), new Scratch())]).toEqual([0.002, 0.127, 1.002].map(Math.fround));
});

test('distances obey the triangle inequality along every edge, and each but the source’s is reached by one', () => {
  const distance = from(5);
  const tight = new Uint8Array(n);
  tight[5] = 1;
  for (let e = 0; e < graph.edgeCount; e++) {
    const [a, b, cost] = [graph.edgeA[e]!, graph.edgeB[e]!, costs[e]!];
    expect(distance[a]).toBeLessThanOrEqual(distance[b]! + cost + 1e-5);
    expect(distance[b]).toBeLessThanOrEqual(distance[a]! + cost + 1e-5);
    if (Math.abs(distance[a]! + cost - distance[b]!) < 1e-5) tight[b] = 1;
    if (Math.abs(distance[b]! + cost - distance[a]!) < 1e-5) tight[a] = 1;
  }
  expect(distance[5]).toBe(0);
  expect([...tight].every((reached) => reached === 1)).toBe(true);
});

test('distances agree with relaxing every edge until nothing changes', () => {
  const wanted = new Float64Array(n).fill(Infinity);
  wanted[0] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let e = 0; e < graph.edgeCount; e++) {
      const [a, b] = [graph.edgeA[e]!, graph.edgeB[e]!];
      if (wanted[a]! + costs[e]! < wanted[b]!) {
        wanted[b] = wanted[a]! + costs[e]!;
        changed = true;
      }
      if (wanted[b]! + costs[e]! < wanted[a]!) {
        wanted[a] = wanted[b]! + costs[e]!;
        changed = true;
      }
    }
  }
  from(0).forEach((d, v) => expect(d).toBeCloseTo(wanted[v]!, 4));
});

test('several sources give the nearest one’s distance, none gives Infinity, and the queue is left empty', () => {
  const [first, second] = [from(3), from(n - 1)];
  from(3, n - 1).forEach((d, v) => expect(d).toBeCloseTo(Math.min(first[v]!, second[v]!), 5));
  expect([...from()].every((d) => d === Infinity)).toBe(true);
  expect([...queue.newest].every((entry) => entry === -1)).toBe(true);
});

test.each(GEODESIC_DISTANCE_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [SPREAD])).toEqual([]);
});
