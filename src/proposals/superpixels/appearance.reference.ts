import type { LabPlanes } from '../boundaries/lab.ts';
import { BINS, COLOUR_BINS, MOMENTS, ORIENTATIONS, TEXTURE_AT } from './appearanceBins.ts';

/** Upper ends of all magnitude bins but the last, for the central difference of lightness (Lab/100). */
export const MAGNITUDE_ENDS = [0.02, 0.06, 0.15] as const;

/** tan 22.5°: where the sectors of the orientations meet. */
const SECTOR_SLOPE = 0.4142;

/**
 * Adds each pixel's colour and gradient to the histogram of its superpixel, and its Lab values and their squares to the moments.
 * @param labels // (height·width,)
 * @param histogram, moments zeros at first // (superpixels, BINS) and (superpixels, MOMENTS)
 */
export function appearance(
  { width, height, lightness, a, b }: LabPlanes,
  labels: Int32Array,
  histogram: Float32Array,
  moments: Float32Array,
): void {
  for (let y = 0, i = 0; y < height; y++) {
    const up = y > 0 ? -width : 0;
    const down = y < height - 1 ? width : 0;
    for (let x = 0; x < width; x++, i++) {
      const v = labels[i]!;
      const at = v * BINS;
      const pl = lightness[i]!,
        pa = a[i]!,
        pb = b[i]!;
      histogram[at + bin(pl)]!++;
      // In photos a and b lie in −0.5..0.5, except for the purest colours.
      histogram[at + COLOUR_BINS + bin(pa + 0.5)]!++;
      histogram[at + 2 * COLOUR_BINS + bin(pb + 0.5)]!++;
      const dx = lightness[x < width - 1 ? i + 1 : i]! - lightness[x > 0 ? i - 1 : i]!;
      const dy = lightness[i + down]! - lightness[i + up]!;
      const magnitude = Math.sqrt(dx * dx + dy * dy);
      const m =
        magnitude < MAGNITUDE_ENDS[0] ? 0 : magnitude < MAGNITUDE_ENDS[1] ? 1 : magnitude < MAGNITUDE_ENDS[2] ? 2 : 3;
      // Which of the four sectors of 45° around 0°, 45°, 90° and 135°, without an arctangent.
      const ax = Math.abs(dx),
        ay = Math.abs(dy);
      const o = ay < SECTOR_SLOPE * ax ? 0 : ax < SECTOR_SLOPE * ay ? 2 : dx * dy > 0 ? 1 : 3;
      histogram[at + TEXTURE_AT + m * ORIENTATIONS + o]!++;
      const mo = v * MOMENTS;
      moments[mo]! += pl;
      moments[mo + 1]! += pa;
      moments[mo + 2]! += pb;
      moments[mo + 3]! += pl * pl;
      moments[mo + 4]! += pa * pa;
      moments[mo + 5]! += pb * pb;
    }
  }
}

function bin(value: number): number {
  const k = (value * COLOUR_BINS) | 0;
  return k < 0 ? 0 : k > COLOUR_BINS - 1 ? COLOUR_BINS - 1 : k;
}
