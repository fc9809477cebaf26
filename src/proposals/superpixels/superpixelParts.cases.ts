import { seededRandom } from '../../base/seededRandom.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { filled } from '../testing/filled.ts';
import { keepLargestParts } from './superpixelParts.ts';

const SIZES = [
  [1, 1],
  [1, 6],
  [2, 3],
  [5, 4],
  [9, 2],
  [64, 31],
] as const;

export const SUPERPIXEL_PARTS_CASES: readonly StageCase[] = SIZES.map(([width, height]) => ({
  name: `the largest parts among ${width}×${height} pixels`,
  run(scratch) {
    const random = seededRandom(height);
    // Patches with holes in them; odd labels do not occur.
    const labels = filled(scratch.int32(width * height), (i) => {
      const patch = Math.floor((i % width) / 11) + Math.floor(i / width / 7) * 5;
      return 2 * (random() < 0.2 ? Math.floor(random() * 3) : patch);
    });
    const count = keepLargestParts(labels, width, height, 70, scratch);
    return [filled(scratch.int32(1), () => count), labels];
  },
}));
