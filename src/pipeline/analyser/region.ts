import type { Region } from '../api/pipeline.ts';

/** The least that must be left of a region once it is clipped to the photo, as a fraction of each side. */
const SMALLEST_SIDE = 0.001;

/**
 * The part of a region that lies inside the photo, as the network takes it.
 * @throws RangeError when no part of it does.
 */
export function regionInPhoto(region: Region): readonly [x0: number, y0: number, x1: number, y1: number] {
  const [x0, y0, x1, y1] = [
    Math.max(0, region.x0),
    Math.max(0, region.y0),
    Math.min(1, region.x1),
    Math.min(1, region.y1),
  ];
  if (!(x1 - x0 >= SMALLEST_SIDE && y1 - y0 >= SMALLEST_SIDE)) {
    throw new RangeError(
      `regionInPhoto: got (${region.x0}, ${region.y0}, ${region.x1}, ${region.y1}), wanted a rectangle that meets the photo, in shares of its sides`,
    );
  }
  return [x0, y0, x1, y1];
}
