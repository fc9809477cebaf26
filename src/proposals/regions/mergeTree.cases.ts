import { seededRandom } from '../../base/seededRandom.ts';
import { seededGraph } from '../graph/seededGraph.cases.ts';
import { BINS, MOMENTS } from '../superpixels/appearanceBins.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { filled } from '../testing/filled.ts';
import { MERGE_RULES } from './mergeRules.ts';
import { mergeTree } from './mergeTree.ts';

export const MERGE_TREE_CASES: readonly StageCase[] = MERGE_RULES.flatMap((rule, r) =>
  [1, 2, 9, 260].map((n) => ({
    name: `the tree of rule ${r} over ${n} superpixels`,
    run(scratch) {
      const random = seededRandom(n);
      const graph = seededGraph(n, random, scratch);
      const x0 = filled(scratch.int32(n), () => Math.floor(random() * 300));
      const y0 = filled(scratch.int32(n), () => Math.floor(random() * 300));
      const side = (): number => 1 + Math.floor(random() * 30);
      const x1 = filled(scratch.int32(n), (v) => x0[v]! + side());
      const y1 = filled(scratch.int32(n), (v) => y0[v]! + side());
      const shapes = { area: filled(scratch.float32(n), () => 1 + Math.floor(random() * 90)), x0, y0, x1, y1 };
      const histogram = filled(scratch.float32(n * BINS), (i) =>
        Math.floor(random() ** 4 * shapes.area[Math.floor(i / BINS)]!),
      );
      const look = { histogram, moments: scratch.float32(n * MOMENTS) };
      const { left, right, cost, merges, unions } = mergeTree(
        graph,
        graph.lowQuartile,
        shapes,
        look,
        n * 50,
        rule,
        scratch,
      );
      const counts = filled(scratch.int32(2), (i) => (i === 0 ? merges : unions.count));
      return [left, right, cost, counts, unions.a, unions.b, unions.c, unions.cost];
    },
  })),
);
