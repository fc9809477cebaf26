import { seededRandom } from '../../base/seededRandom.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { filled } from '../testing/filled.ts';
import { catchingUp } from './catchUp.ts';
import { RANKING_THRESHOLDS } from './ranking.ts';
import { take, takenBoxes } from './takenBoxes.ts';

const BOXES = 6;
const TAKEN = 23;

export const CATCH_UP_CASES: readonly StageCase[] = [
  {
    name: `${BOXES} boxes, from each number of taken boxes to each larger one up to ${TAKEN}`,
    run(scratch) {
      const random = seededRandom(11);
      const near = (i: number): number => (i % 4 < 2 ? 0 : 60) + Math.floor(random() * 40);
      const boxes = filled(scratch.float32(BOXES * 4), near);
      const taken = takenBoxes(TAKEN, RANKING_THRESHOLDS, scratch);
      const open = scratch.float32(BOXES * RANKING_THRESHOLDS.length);
      const catchUp = catchingUp(boxes, open, taken, scratch);
      const all: Float32Array[] = [];
      for (;;) {
        for (let since = 0; since <= taken.count; since++) {
          filled(open, random);
          for (let box = 0; box < BOXES; box++) catchUp(box, since);
          const seen = scratch.float32(open.length);
          seen.set(open);
          all.push(seen);
        }
        if (taken.count === TAKEN) return all;
        // The first taken box is the first box itself.
        take(taken, taken.count === 0 ? boxes : filled(new Float32Array(4), near), 0);
      }
    },
  },
];
