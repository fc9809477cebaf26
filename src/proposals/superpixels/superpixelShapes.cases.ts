import { seededRandom } from '../../base/seededRandom.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { filled } from '../testing/filled.ts';
import { superpixelShapes } from './superpixelShapes.ts';

const SIZES = [
  [1, 1],
  [1, 6],
  [2, 3],
  [5, 4],
  [9, 2],
  [64, 31],
] as const;

export const SUPERPIXEL_SHAPES_CASES: readonly StageCase[] = SIZES.map(([width, height]) => ({
  name: `shapes of the superpixels of ${width}×${height} pixels`,
  run(scratch) {
    const random = seededRandom(width);
    // Runs of every length, and superpixels in several parts; the last one has no pixel.
    const labels = filled(scratch.int32(width * height), (i) =>
      random() < 0.3 ? Math.floor(random() * 9) : Math.floor((i % width) / 8),
    );
    const { area, x0, y0, x1, y1 } = superpixelShapes({ width, height, labels, count: 10 }, scratch);
    return [area, x0, y0, x1, y1];
  },
}));
