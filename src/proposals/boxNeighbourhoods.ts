import type { Scratch } from './scratch.ts';

/** Cells of boxes alike in width, height and place, and for any box the cells whose boxes may overlap it enough. */
export interface BoxNeighbourhoods {
  /** Cells that hold a box. */
  readonly used: number;
  /** Cell of each box, 0..used−1, in the order in which the boxes come to need them. // (count,) */
  readonly cellOf: Int32Array;
  /** Fills `reached` with every cell that holds a box whose IoU with this one exceeds the limit, and perhaps others; returns how many. */
  reach(box: number): number;
  readonly reached: Int32Array;
}

/** Cells to an octave of width or height, and along each side of the extent of all centres. */
const CLASSES_PER_OCTAVE = 2;
const PLACES = 12;

/** Against rounding in the bounds below; a bound too wide only costs time. */
const SLACK = 1e-4;

/**
 * With an IoU above `limit` both widths (and both heights) differ by a factor below 1/limit, and the centres by less than
 * (1/limit − 1)/2 of either's width: shifted boxes of equal width, and a box at the end of a longer one, both come to that.
 * `boxes` // (count, 4), not empty
 */
export function boxNeighbourhoods(boxes: Float32Array, count: number, limit: number, scratch: Scratch): BoxNeighbourhoods {
  let right = 1;
  let bottom = 1;
  for (let i = 0; i < count; i++) {
    if (boxes[i * 4 + 2]! > right) right = boxes[i * 4 + 2]!;
    if (boxes[i * 4 + 3]! > bottom) bottom = boxes[i * 4 + 3]!;
  }
  const wide = sizeClass(right) + 1;
  const high = sizeClass(bottom) + 1;
  // Numbers of cells plus one; 0 where no box is.
  const cells = scratch.int32(wide * high * PLACES * PLACES);
  const cellOf = scratch.int32(count);
  const reached = scratch.int32(count);
  const alongX = PLACES / right;
  const alongY = PLACES / bottom;
  let used = 0;
  for (let i = 0, q = 0; i < count; i++, q += 4) {
    const w = boxes[q + 2]! - boxes[q]!;
    const h = boxes[q + 3]! - boxes[q + 1]!;
    const at = ((sizeClass(w) * high + sizeClass(h)) * PLACES + place((boxes[q]! + w / 2) * alongX)) * PLACES + place((boxes[q + 1]! + h / 2) * alongY);
    if (cells[at] === 0) cells[at] = ++used;
    cellOf[i] = cells[at]! - 1;
  }
  const shift = (1 / limit - 1) / 2 + SLACK;
  const ratio = limit - SLACK;
  const reach = (box: number): number => {
    const q = box * 4;
    const w = boxes[q + 2]! - boxes[q]!;
    const h = boxes[q + 3]! - boxes[q + 1]!;
    const cx = boxes[q]! + w / 2;
    const cy = boxes[q + 1]! + h / 2;
    const lastWide = Math.min(wide - 1, sizeClass(w / ratio));
    const firstHigh = sizeClass(h * ratio);
    const lastHigh = Math.min(high - 1, sizeClass(h / ratio));
    const firstX = place((cx - w * shift) * alongX);
    const lastX = place((cx + w * shift) * alongX);
    const firstY = place((cy - h * shift) * alongY);
    const lastY = place((cy + h * shift) * alongY);
    let found = 0;
    for (let a = sizeClass(w * ratio); a <= lastWide; a++) {
      for (let b = firstHigh; b <= lastHigh; b++) {
        for (let x = firstX; x <= lastX; x++) {
          const row = ((a * high + b) * PLACES + x) * PLACES;
          for (let y = firstY; y <= lastY; y++) if (cells[row + y]! > 0) reached[found++] = cells[row + y]! - 1;
        }
      }
    }
    return found;
  };
  return { used, cellOf, reached, reach };
}

/** Whole pixels below 1 count as 1. */
function sizeClass(length: number): number {
  return length <= 1 ? 0 : Math.floor(Math.log2(length) * CLASSES_PER_OCTAVE);
}

function place(at: number): number {
  return at <= 0 ? 0 : at >= PLACES ? PLACES - 1 : Math.floor(at);
}
