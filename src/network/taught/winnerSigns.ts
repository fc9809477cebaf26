import { boxIou, type UnitBoxes } from '../../base/image/box.ts';
import type { PhotoVectors } from '../vectors/photoVectors.ts';
import { signsOf } from './regionProbabilities.ts';

/** Of an analysis. N boxes, C categories. */
interface PlacedWinners {
  /** // (N, 4) */
  readonly boxes: UnitBoxes;
  /** // (C,), index into `boxes` */
  readonly winners: Int32Array;
  readonly vectors?: PhotoVectors;
}

/**
 * The code that a category has which nobody trained a layer for: one layer for all, told by the winning region's vector alone which category it is
 * of. Each category's is of the kept region that overlaps its winner most; none are kept, all bits are 0.
 * @returns // (C · 2,), 64 bits each
 */
export function winnerSigns({ boxes, winners, vectors }: PlacedWinners): Uint32Array {
  const signs = new Uint32Array(winners.length * 2);
  if (vectors === undefined) return signs;
  const kept = Float32Array.from(vectors.boxes, (share) => share / 255);
  const count = kept.length / 4;
  const dimensions = vectors.vectors.length / count;
  winners.forEach((winner, c) => {
    let nearest = 0;
    let most = -1;
    for (let n = 0; n < count; n++) {
      const overlap = boxIou(boxes, winner, kept, n);
      if (overlap <= most) continue;
      most = overlap;
      nearest = n;
    }
    signs.set(signsOf(vectors.vectors.subarray(nearest * dimensions, (nearest + 1) * dimensions)), c * 2);
  });
  return signs;
}
