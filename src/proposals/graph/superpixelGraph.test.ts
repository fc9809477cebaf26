import { expect, test } from 'vitest';
import { differencesFromReference } from '../testing/bothWays.ts';
import { clouds, flat } from '../testing/pictures.ts';
import { partsOf } from './segmentation.cases.ts';
import { SUPERPIXEL_EDGES } from './superpixelGraph.arguments.ts';
import { SUPERPIXEL_GRAPH_CASES } from './superpixelGraph.cases.ts';

test('edges are the pairs of superpixels that touch, as long as the pixel pairs across their border', () => {
  const { parts } = partsOf(clouds(60, 45, 3), 80);
  const { labels, width, height } = parts.superpixels;
  const wanted = new Map<string, number>();
  const meet = (a: number, b: number): void => {
    if (a === b) return;
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x + 1 < width) meet(labels[y * width + x]!, labels[y * width + x + 1]!);
      if (y + 1 < height) meet(labels[y * width + x]!, labels[(y + 1) * width + x]!);
    }
  }
  const { graph } = parts;
  const got = new Map(
    Array.from({ length: graph.edgeCount }, (_, e) => [`${graph.edgeA[e]} ${graph.edgeB[e]}`, graph.edgeLength[e]!]),
  );
  expect(got).toEqual(wanted);
});

test('the neighbour rows hold each edge once from each end', () => {
  const { graph } = partsOf(clouds(50, 50, 9), 60).parts;
  expect(graph.rowStart[graph.nodeCount]).toBe(2 * graph.edgeCount);
  for (let v = 0; v < graph.nodeCount; v++) {
    for (let k = graph.rowStart[v]!; k < graph.rowStart[v + 1]!; k++) {
      const edge = graph.viaEdge[k]!;
      expect([graph.edgeA[edge], graph.edgeB[edge]].sort()).toEqual([v, graph.neighbour[k]].sort());
    }
  }
});

test('percentiles ascend and stay in 0..1', () => {
  const { graph } = partsOf(clouds(80, 60, 2)).parts;
  for (let e = 0; e < graph.edgeCount; e++) {
    expect(graph.lowQuartile[e]).toBeGreaterThanOrEqual(0);
    expect(graph.median[e]).toBeGreaterThanOrEqual(graph.lowQuartile[e]!);
    expect(graph.highQuartile[e]).toBeGreaterThanOrEqual(graph.median[e]!);
    expect(graph.highQuartile[e]).toBeLessThanOrEqual(1);
  }
});

test('one superpixel has no edge', () => {
  expect(partsOf(flat(1, 1)).parts.graph).toMatchObject({ nodeCount: 1, edgeCount: 0 });
});

test.each(SUPERPIXEL_GRAPH_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [SUPERPIXEL_EDGES])).toEqual([]);
});
