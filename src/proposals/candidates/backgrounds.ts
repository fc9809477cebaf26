import type { Scratch } from '../arena/scratch.ts';
import type { Superpixels } from '../superpixels/superpixels.ts';

/** Sides of the image, as bits of a border type; 0 is "no background", 15 the whole border. */
export const BORDER_SIDES = { top: 1, right: 2, bottom: 4, left: 8 } as const;
export const NO_BACKGROUND = 0;
export const WHOLE_BORDER = 15;

/** For each superpixel the sides of the image that it touches, as bits. // (count,) */
export function touchedSides({ width, height, count, labels }: Superpixels, scratch: Scratch): Uint8Array {
  const touched = scratch.uint8(count);
  for (let x = 0; x < width; x++) {
    touched[labels[x]!]! |= BORDER_SIDES.top;
    touched[labels[(height - 1) * width + x]!]! |= BORDER_SIDES.bottom;
  }
  for (let y = 0; y < height; y++) {
    touched[labels[y * width]!]! |= BORDER_SIDES.left;
    touched[labels[y * width + width - 1]!]! |= BORDER_SIDES.right;
  }
  return touched;
}

/** The superpixels that touch any side of the border type: the sources of its background distance. */
export function backgroundSources(touched: Uint8Array, borderType: number, scratch: Scratch): Int32Array {
  const sources = scratch.int32(touched.length);
  let count = 0;
  for (let v = 0; v < touched.length; v++) if ((touched[v]! & borderType) !== 0) sources[count++] = v;
  return sources.subarray(0, count);
}
