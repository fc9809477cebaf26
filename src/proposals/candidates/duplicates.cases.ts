import { seededRandom } from '../../base/seededRandom.ts';
import { segmentPool } from '../regions/segments.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { distinctSegments } from './duplicates.ts';

export const DUPLICATES_CASES: readonly StageCase[] = [0, 1, 5, 800].map((count) => ({
  name: `duplicates among ${count} boxes`,
  run(scratch) {
    const random = seededRandom(count);
    const pool = segmentPool(count, 1, 1, scratch);
    pool.count = count;
    // Many boxes of few sizes at few places, and some far larger ones.
    for (let i = 0; i < count; i++) {
      const x = Math.floor(random() * 12);
      const y = Math.floor(random() * 12);
      const scale = i % 7 === 0 ? 40 : 1;
      const width = (18 + Math.floor(random() * 6)) * scale;
      const height = (30 + Math.floor(random() * 6)) * scale;
      pool.boxes.set([x, y, x + width, y + height], i * 4);
    }
    const { kept, votes } = distinctSegments(pool, 0.8, scratch);
    return [kept, votes];
  },
}));
