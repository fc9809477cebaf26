import { type UnitBoxes, unitBoxes, unitFromPixel } from '../base/image/box.ts';
import type { ProposalSet } from '../proposals/proposalSet.ts';

/** The regions that the heads look at, and how likely each is an object of any kind. */
export interface Hypotheses {
  /** Box 0 is the whole photo, or the region asked for. // (N, 4) */
  readonly boxes: UnitBoxes;
  /** // (N,); of box 0 it is that of the strongest proposal */
  readonly objectness: Float32Array;
}

export type Region = readonly [x0: number, y0: number, x1: number, y1: number];

/** A box of which this share lies in the region counts as part of it. */
const INSIDE = 0.8;

/** Share of box i's area that lies in the region, 0..1. */
function shareInside(boxes: UnitBoxes, i: number, [x0, y0, x1, y1]: Region): number {
  const [bx0, by0, bx1, by1] = [boxes[i * 4]!, boxes[i * 4 + 1]!, boxes[i * 4 + 2]!, boxes[i * 4 + 3]!];
  const area = (bx1 - bx0) * (by1 - by0);
  const inside =
    Math.max(0, Math.min(bx1, x1) - Math.max(bx0, x0)) * Math.max(0, Math.min(by1, y1) - Math.max(by0, y0));
  return area > 0 ? inside / area : 0;
}

/**
 * Joins the whole photo and the strongest proposals; with `within`, the region and the proposals inside it.
 * @param width @param height of the image that the proposals were found on, pixels
 * @throws RangeError when `within` has no area or leaves the photo.
 */
export function hypothesesOf(
  proposals: ProposalSet,
  width: number,
  height: number,
  most: number,
  within: Region = [0, 0, 1, 1],
): Hypotheses {
  const [x0, y0, x1, y1] = within;
  if (!(x0 >= 0 && y0 >= 0 && x1 <= 1 && y1 <= 1 && x1 > x0 && y1 > y0)) {
    throw new RangeError(
      `hypothesesOf: got the region [${within.join(', ')}], wanted 0 ≤ x0 < x1 ≤ 1 and 0 ≤ y0 < y1 ≤ 1`,
    );
  }
  const all = unitFromPixel(proposals.boxes, width, height);
  const kept: number[] = [];
  for (let i = 0; i < proposals.scores.length && kept.length < most; i++) {
    if (shareInside(all, i, within) >= INSIDE) kept.push(i);
  }
  const boxes = new Float32Array((kept.length + 1) * 4);
  const objectness = new Float32Array(kept.length + 1);
  boxes.set(within);
  objectness[0] = proposals.scores[kept[0] ?? 0] ?? 0;
  kept.forEach((from, k) => {
    boxes.set(all.subarray(from * 4, from * 4 + 4), (k + 1) * 4);
    objectness[k + 1] = proposals.scores[from]!;
  });
  return { boxes: unitBoxes(boxes), objectness };
}
