import { seededRandom } from '../../base/seededRandom.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { filled } from '../testing/filled.ts';
import { assignment, geodesicSuperpixels } from './superpixels.ts';

/** Images of fewer and more rows than a block of four, of odd and even width. */
const SIZES = [
  [1, 1],
  [1, 9],
  [9, 1],
  [2, 2],
  [13, 7],
  [64, 31],
  [65, 32],
] as const;

export const ASSIGN_CASES: readonly StageCase[] = SIZES.map(([width, height]) => ({
  name: `sweeps over ${width}×${height} pixels`,
  run(scratch) {
    const random = seededRandom(width);
    const size = width * height;
    // Few strengths, so that paths tie; the last cracks of a map are 0.
    const strength = (): number => Math.floor(random() * 4) / 4;
    const east = filled(scratch.float32(size), (i) => (i % width === width - 1 ? 0 : strength()));
    const south = filled(scratch.float32(size), (i) => (i >= size - width ? 0 : strength()));
    const centres = filled(scratch.int32(Math.ceil(size / 30)), (k) =>
      Math.min(size - 1, 30 * k + Math.floor(random() * 30)),
    );
    const labels = scratch.int32(size);
    const assign = assignment({ width, height, east, south }, centres, labels, scratch);
    return [0, 1].map((round) => {
      filled(centres, (k) => Math.min(size - 1, centres[k]! + 7 * round));
      assign();
      const seen = scratch.int32(size);
      seen.set(labels);
      return seen;
    });
  },
}));

export const SUPERPIXEL_CASES: readonly StageCase[] = SIZES.map(([width, height]) => ({
  name: `superpixels of ${width}×${height} pixels, their centres moved to their centroids`,
  run(scratch) {
    const random = seededRandom(height);
    const cracks = (): Float32Array => filled(scratch.float32(width * height), random);
    const { labels } = geodesicSuperpixels({ width, height, east: cracks(), south: cracks() }, 12, scratch);
    return [labels];
  },
}));
