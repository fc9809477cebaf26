import { seededRandom } from '../../base/seededRandom.ts';
import { seededGraph } from '../graph/seededGraph.cases.ts';
import { MOST_RUNS, segmentPool } from '../regions/segments.ts';
import { BINS, MOMENTS } from '../superpixels/appearanceBins.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { filled } from '../testing/filled.ts';
import { segmentSums } from './segmentSums.ts';

const SEGMENTS = 12;

export const SEGMENT_SUMS_CASES: readonly StageCase[] = [1, 2, 40, 333].map((n) => ({
  name: `sums over segments of ${n} superpixels`,
  run(scratch) {
    const random = seededRandom(n);
    const graph = seededGraph(n, random, scratch);
    const side = (): Int32Array => filled(scratch.int32(n), () => Math.floor(random() * 300));
    const area = filled(scratch.float32(n), () => 1 + Math.floor(random() * 90));
    const shapes = { area, x0: side(), y0: side(), x1: side(), y1: side() };
    const look = {
      histogram: filled(scratch.float32(n * BINS), () => Math.floor(random() * 40)),
      moments: filled(scratch.float32(n * MOMENTS), () => 50 * random() - 9),
    };
    const pool = segmentPool(SEGMENTS, 1, n, scratch);
    // Each superpixel once, in a shuffled order.
    const order = Array.from({ length: n }, (_, v) => v).sort(
      (a, b) => ((a * 7919) % 1009) - ((b * 7919) % 1009) || a - b,
    );
    filled(pool.nodes, (i) => order[i]!);
    filled(pool.boxes, (i) => (i % 4) * 70 + Math.floor(random() * 60));
    for (let segment = 0; segment < SEGMENTS; segment++) {
      // Runs one after another, some of them empty.
      for (let run = 0, start = 0; run < MOST_RUNS; run++) {
        const length = Math.floor(random() ** 2 * (n + 1 - start));
        pool.runs.set([start, length], (segment * MOST_RUNS + run) * 2);
        start += length;
      }
    }
    const { sums, own, ring, of } = segmentSums(pool, graph, shapes, look, scratch);
    const all = scratch.float64(SEGMENTS * (sums.length + 2 * BINS));
    for (let segment = 0, to = 0; segment < SEGMENTS; segment++) {
      of(segment, segment);
      for (const part of [sums, own, ring]) {
        all.set(part, to);
        to += part.length;
      }
    }
    return [all];
  },
}));
