import { seededRandom } from '../../base/seededRandom.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { filled } from '../testing/filled.ts';
import { levelSetScratch } from './levelSetScratch.ts';
import { criticalLevels, sortByDistance } from './levelSets.ts';

const NODES = [
  { n: 1, unreached: 0 },
  { n: 2, unreached: 0 },
  { n: 31, unreached: 0 },
  { n: 500, unreached: 0 },
  { n: 1001, unreached: 5 },
] as const;

export const LEVEL_SETS_CASES: readonly StageCase[] = NODES.map(({ n, unreached }) => ({
  name: `level sets of ${n} nodes, of which ${unreached} are not reached`,
  run(scratch) {
    const random = seededRandom(n);
    const work = levelSetScratch(n, 20, scratch);
    // Every third distance is one of few, so that some are equal.
    const distance = filled(scratch.float32(n), (v) =>
      v < unreached ? Infinity : v % 3 === 0 ? Math.floor(random() * 9) - 4 : 8 * random() - 4,
    );
    sortByDistance(distance, work);
    const sorted = filled(scratch.int32(n), (i) => work.order[i]!);
    const area = filled(scratch.float32(n), () => 1 + Math.floor(random() * 90));
    const count = criticalLevels(distance, area, 20, 0.8, work);
    return [sorted, filled(scratch.int32(1), () => count), work.taken, work.gaps, work.cumulative];
  },
}));
