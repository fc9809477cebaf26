import { seededRandom } from '../../base/seededRandom.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { filled } from '../testing/filled.ts';
import { superpixelGraph } from './superpixelGraph.ts';

const SIZES = [
  [1, 1],
  [1, 6],
  [2, 3],
  [5, 4],
  [9, 2],
  [64, 31],
] as const;

export const SUPERPIXEL_GRAPH_CASES: readonly StageCase[] = SIZES.map(([width, height]) => ({
  name: `the graph of superpixels of ${width}×${height} pixels`,
  run(scratch) {
    const random = seededRandom(width);
    // Strengths of 1 too, which the last step of the histogram takes.
    const cracks = (): Float32Array => filled(scratch.float32(width * height), () => Math.min(1, 1.1 * random()));
    const labels = filled(
      scratch.int32(width * height),
      (i) => Math.floor((i % width) / 7) + 10 * Math.floor(i / width / 5),
    );
    const superpixels = { width, height, labels, count: 70 };
    const graph = superpixelGraph(superpixels, { width, height, east: cracks(), south: cracks() }, scratch);
    const { edgeA, edgeB, edgeLength, lowQuartile, median, highQuartile, neighbour, viaEdge } = graph;
    return [edgeA, edgeB, edgeLength, lowQuartile, median, highQuartile, neighbour, viaEdge];
  },
}));
