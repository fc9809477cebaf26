import type { Scratch } from '../arena/scratch.ts';
import type { SuperpixelGraph } from '../graph/superpixelGraph.ts';
import type { SegmentPool } from '../regions/segments.ts';
import type { Appearance } from '../superpixels/appearance.ts';
import { BINS, MOMENTS } from '../superpixels/appearanceBins.ts';
import type { SuperpixelShapes } from '../superpixels/superpixelShapes.ts';
import { SEGMENT_SUMS } from './segmentSums.arguments.ts';
import { segmentSums as segmentSumsPlainly } from './segmentSums.reference.ts';
import { SIDE_BAND, SUMS, WEAK } from './sums.ts';

/** What is summed over one segment, its ring and its borders; overwritten by the next. */
export interface SegmentSums {
  /** // (SUMS,) */
  readonly sums: Float64Array;
  /** Histograms of the segment and of its ring. // (BINS,) each */
  readonly own: Float32Array;
  readonly ring: Float32Array;
  /** Sums segment `segment` of the pool. `mark` ≥ 0 is another number each time. */
  of(segment: number, mark: number): void;
}

export function segmentSums(
  pool: SegmentPool,
  graph: SuperpixelGraph,
  shapes: SuperpixelShapes,
  look: Appearance,
  scratch: Scratch,
): SegmentSums {
  const { nodeCount, edgeCount, rowStart, neighbour } = graph;
  const arrays = {
    sums: scratch.float64(SUMS),
    own: scratch.float32(BINS),
    ring: scratch.float32(BINS),
    inside: scratch.int32(nodeCount).fill(-1),
    ringed: scratch.int32(nodeCount).fill(-1),
    members: scratch.int32(nodeCount),
  };
  const { sums, own, ring } = arrays;
  const loop = SEGMENT_SUMS.on(scratch, {
    nodes: pool.nodes,
    runs: pool.runs,
    boxes: pool.boxes,
    segment: 0,
    mark: 0,
    sideBand: SIDE_BAND,
    rowStart,
    neighbour,
    ...superpixelNumbers(graph, shapes, look.moments, scratch),
    histogram: look.histogram,
    ...arrays,
    around: scratch.int32(nodeCount + 1),
    outside: scratch.int32(2 * edgeCount + 1),
  });
  if (loop === null) {
    const of = (segment: number, mark: number): void =>
      segmentSumsPlainly(segment, mark, pool, graph, shapes, look, arrays);
    return { sums, own, ring, of };
  }
  const { words, run } = loop;
  const at = SEGMENT_SUMS.word;
  const of = (segment: number, mark: number): void => {
    words[at.segment] = segment;
    words[at.mark] = mark;
    run();
  };
  return { sums, own, ring, of };
}

/**
 * What the loop sums, side by side in memory. Of a superpixel: pixels, the sums of l, a, b, l² and a² + b², length and length · median
 * of all its borders, and the middle of its box // (nodeCount, 10). Of a border, for each of the graph's `neighbour`: length, length ·
 * median, length · low quartile, and the length once more if it is weak // (2·edgeCount, 4).
 *
 * A percentile is at least 1/256 (a quarter of a step of superpixelGraph.reference.ts), so a float32 holds it in units of 2⁻³¹ at
 * the finest. Float64 adds up such numbers, times whole lengths, without rounding and so in any order.
 */
function superpixelNumbers(
  { nodeCount, rowStart, viaEdge, edgeLength, lowQuartile, median }: SuperpixelGraph,
  shapes: SuperpixelShapes,
  moments: Float32Array,
  scratch: Scratch,
): { numbers: Float64Array; borders: Float64Array } {
  const numbers = scratch.float64(nodeCount * 10);
  const borders = scratch.float64(viaEdge.length * 4);
  for (let v = 0, o = 0; v < nodeCount; v++, o += 10) {
    numbers[o] = shapes.area[v]!;
    for (let m = 0; m < 4; m++) numbers[o + 1 + m] = moments[v * MOMENTS + m]!;
    numbers[o + 5] = moments[v * MOMENTS + 4]! + moments[v * MOMENTS + 5]!;
    for (let k = rowStart[v]!; k < rowStart[v + 1]!; k++) {
      const edge = viaEdge[k]!;
      const length = edgeLength[edge]!;
      borders[k * 4] = length;
      borders[k * 4 + 1] = length * median[edge]!;
      borders[k * 4 + 2] = length * lowQuartile[edge]!;
      borders[k * 4 + 3] = median[edge]! < WEAK ? length : 0;
      numbers[o + 6]! += length;
      numbers[o + 7]! += length * median[edge]!;
    }
    numbers[o + 8] = (shapes.x0[v]! + shapes.x1[v]!) * 0.5;
    numbers[o + 9] = (shapes.y0[v]! + shapes.y1[v]!) * 0.5;
  }
  return { numbers, borders };
}
