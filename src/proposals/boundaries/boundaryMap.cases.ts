import { seededRandom } from '../../base/seededRandom.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { filled } from '../testing/filled.ts';
import { boundaryMap } from './boundaryMap.ts';

/** Images narrower than the wide scale, of odd and even width, a row, a column and one pixel. */
const SIZES = [
  [1, 1],
  [1, 6],
  [2, 3],
  [5, 4],
  [6, 1],
  [7, 5],
  [8, 2],
  [97, 3],
  [3, 41],
] as const;

export const BOUNDARY_MAP_CASES: readonly StageCase[] = SIZES.map(([width, height]) => ({
  name: `cracks of ${width}×${height} pixels`,
  run(scratch) {
    const random = seededRandom(width);
    const plane = (offset: number): Float32Array => filled(scratch.float32(width * height), () => random() - offset);
    const { east, south } = boundaryMap({ width, height, lightness: plane(0), a: plane(0.5), b: plane(0.5) }, scratch);
    return [east, south];
  },
}));
