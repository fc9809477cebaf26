import { type UnitBoxes, unitBoxes } from '../../base/image/box.ts';
import type { Orientation, StoredFrame } from '../formats/storedFrame.ts';

/** A place of the upright photo → the place in the stored file that is shown there, both as shares. */
const STORED: Readonly<Record<Orientation, (x: number, y: number) => readonly [x: number, y: number]>> = {
  1: (x, y) => [x, y],
  2: (x, y) => [1 - x, y],
  3: (x, y) => [1 - x, 1 - y],
  4: (x, y) => [x, 1 - y],
  5: (x, y) => [y, x],
  6: (x, y) => [y, 1 - x],
  7: (x, y) => [1 - y, 1 - x],
  8: (x, y) => [1 - y, x],
};

/** Boxes found on the upright photo → the same boxes in the stored file. */
export function storedFromUpright(boxes: UnitBoxes, orientation: Orientation): UnitBoxes {
  if (orientation === 1) return boxes;
  const place = STORED[orientation];
  const out = new Float32Array(boxes.length);
  for (let i = 0; i < boxes.length; i += 4) {
    const [ax, ay] = place(boxes[i]!, boxes[i + 1]!);
    const [bx, by] = place(boxes[i + 2]!, boxes[i + 3]!);
    out.set([Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)], i);
  }
  return unitBoxes(out);
}

/** Boxes in the stored file → the same boxes on the upright photo. */
export function uprightFromStored(boxes: UnitBoxes, orientation: Orientation): UnitBoxes {
  // Quarter turns undo each other; every other form undoes itself.
  return storedFromUpright(boxes, orientation === 6 ? 8 : orientation === 8 ? 6 : orientation);
}

/**
 * Which frame a photo's labels are in. Documented is the stored one; but where width and height of the labels have the proportions of the
 * upright photo and not of the file, the boxes were drawn on the upright photo.
 */
export function labelledUpright(
  frame: StoredFrame,
  labelled: { readonly width: number; readonly height: number },
): boolean {
  const exchanged = frame.orientation >= 5 && frame.width !== frame.height;
  const proportions = labelled.width / labelled.height;
  // The labels may be of a smaller copy, whose sides are rounded.
  return exchanged && Math.abs((proportions * frame.width) / frame.height - 1) < 0.02;
}
