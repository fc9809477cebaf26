import { seededRandom } from '../../base/seededRandom.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { filled } from '../testing/filled.ts';
import { appearance } from './appearance.ts';

const SIZES = [
  [1, 1],
  [1, 6],
  [2, 3],
  [5, 4],
  [9, 2],
  [64, 11],
] as const;

export const APPEARANCE_CASES: readonly StageCase[] = SIZES.map(([width, height]) => ({
  name: `colour and texture of the superpixels of ${width}×${height} pixels`,
  run(scratch) {
    const random = seededRandom(width);
    // Values beyond the outer bins, and on the edges between bins.
    const plane = (low: number): Float32Array =>
      filled(scratch.float32(width * height), (i) =>
        i % 4 === 0 ? Math.round(random() * 9) / 8 + low : 1.2 * random() + low,
      );
    const lab = { width, height, lightness: plane(-0.1), a: plane(-0.6), b: plane(-0.5) };
    const labels = filled(scratch.int32(width * height), () => Math.floor(random() * 3));
    const { histogram, moments } = appearance(lab, { width, height, count: 3, labels }, scratch);
    return [histogram, moments];
  },
}));
