import { resize } from './resize.ts';
import type { RgbImage } from './rgbImage.ts';

const ROWS = 8;
const COLUMNS = 8;

/**
 * A perceptual hash of 64 bits for near duplicates: is each cell of a 9×8 grey reduction brighter than its right
 * neighbour (N. Krawetz, "Kind of Like That", 2013). The same picture in another size or compression differs in a few
 * bits; other pictures in about 32. // (2,)
 */
export function differenceHash(image: RgbImage): Uint32Array {
  const { data } = resize(image, COLUMNS + 1, ROWS);
  const hash = new Uint32Array(2);
  for (let y = 0; y < ROWS; y++) {
    for (let x = 0; x < COLUMNS; x++) {
      const at = (y * (COLUMNS + 1) + x) * 3;
      const bit = y * COLUMNS + x;
      if (grey(data, at) > grey(data, at + 3)) hash[bit >> 5]! |= 1 << (bit & 31);
    }
  }
  return hash;
}

/** Luma of BT.601 in thousandths. */
function grey(data: Uint8Array, at: number): number {
  return 299 * data[at]! + 587 * data[at + 1]! + 114 * data[at + 2]!;
}
