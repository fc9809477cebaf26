import { loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';
import type { LabPlanes } from '../boundaries/lab.ts';
import type { Superpixels } from './superpixels.ts';

/** Bins of one superpixel's histogram: three colour planes, then gradient orientation by magnitude. */
export const COLOUR_BINS = 8;
export const ORIENTATIONS = 4;
export const MAGNITUDES = 4;
export const TEXTURE_AT = 3 * COLOUR_BINS;
export const BINS = TEXTURE_AT + ORIENTATIONS * MAGNITUDES;

/** Colour and texture of each superpixel; sums over pixels, so that those of a union add up. */
export interface Appearance {
  /** Pixel counts. // (count, BINS) */
  readonly histogram: Float32Array;
  /** Sums of lightness, a, b and of their squares. // (count, 6) */
  readonly moments: Float32Array;
}

/** Upper ends of all but the last magnitude bin, of the central difference of lightness (Lab/100). */
const MAGNITUDE_ENDS = [0.02, 0.06, 0.15] as const;

export function appearance(lab: LabPlanes, { labels, count }: Superpixels, scratch: Scratch): Appearance {
  const { width, height, lightness, a, b } = lab;
  const histogram = scratch.float32(count * BINS);
  const moments = scratch.float32(count * 6);
  const ends = scratch.float64(MAGNITUDE_ENDS.length);
  ends.set(MAGNITUDE_ENDS);
  const work = scratch.float32(5 * width + 32);
  const loops = loopsOn(scratch, lightness, a, b, labels, histogram, moments, work);
  if (loops !== null) {
    loops.appearance(
      lightness.byteOffset,
      a.byteOffset,
      b.byteOffset,
      labels.byteOffset,
      width,
      height,
      count,
      ends.byteOffset,
      work.byteOffset,
      histogram.byteOffset,
      moments.byteOffset,
    );
    return { histogram, moments };
  }
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
      // a and b of photos lie in −0.5..0.5 but for the purest colours.
      histogram[at + COLOUR_BINS + bin(pa + 0.5)]!++;
      histogram[at + 2 * COLOUR_BINS + bin(pb + 0.5)]!++;
      const dx = lightness[x < width - 1 ? i + 1 : i]! - lightness[x > 0 ? i - 1 : i]!;
      const dy = lightness[i + down]! - lightness[i + up]!;
      const magnitude = Math.sqrt(dx * dx + dy * dy);
      const m =
        magnitude < MAGNITUDE_ENDS[0] ? 0 : magnitude < MAGNITUDE_ENDS[1] ? 1 : magnitude < MAGNITUDE_ENDS[2] ? 2 : 3;
      // Orientation without an arctangent: which of four sectors of 45° around 0°, 45°, 90°, 135°.
      const ax = Math.abs(dx),
        ay = Math.abs(dy);
      const o = ay < 0.4142 * ax ? 0 : ax < 0.4142 * ay ? 2 : dx * dy > 0 ? 1 : 3;
      histogram[at + TEXTURE_AT + m * ORIENTATIONS + o]!++;
      const mo = v * 6;
      moments[mo]! += pl;
      moments[mo + 1]! += pa;
      moments[mo + 2]! += pb;
      moments[mo + 3]! += pl * pl;
      moments[mo + 4]! += pa * pa;
      moments[mo + 5]! += pb * pb;
    }
  }
  return { histogram, moments };
}

function bin(value: number): number {
  const k = (value * COLOUR_BINS) | 0;
  return k < 0 ? 0 : k > COLOUR_BINS - 1 ? COLOUR_BINS - 1 : k;
}
