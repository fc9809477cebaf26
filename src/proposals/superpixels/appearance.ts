import type { Scratch } from '../arena/scratch.ts';
import type { LabPlanes } from '../boundaries/lab.ts';
import { APPEARANCE } from './appearance.arguments.ts';
import { appearance as appearancePlainly, MAGNITUDE_ENDS } from './appearance.reference.ts';
import { BINS, MOMENTS } from './appearanceBins.ts';
import type { Superpixels } from './superpixels.ts';

/** Colour and texture of each superpixel: sums over its pixels, so that those of a union add up. */
export interface Appearance {
  /** Pixel counts. // (count, BINS) */
  readonly histogram: Float32Array;
  /** Sums of lightness, a, b and of their squares. // (count, MOMENTS) */
  readonly moments: Float32Array;
}

export function appearance(lab: LabPlanes, { labels, count }: Superpixels, scratch: Scratch): Appearance {
  const { width, height, lightness, a, b } = lab;
  const histogram = scratch.float32(count * BINS);
  const moments = scratch.float32(count * MOMENTS);
  const magnitudeEnds = scratch.float64(MAGNITUDE_ENDS.length);
  magnitudeEnds.set(MAGNITUDE_ENDS);
  const rows = scratch.float32(5 * width + 32);
  const loop = APPEARANCE.on(scratch, {
    lightness,
    a,
    b,
    labels,
    width,
    height,
    count,
    magnitudeEnds,
    rows,
    histogram,
    moments,
  });
  if (loop === null) appearancePlainly(lab, labels, histogram, moments);
  else loop.run();
  return { histogram, moments };
}
