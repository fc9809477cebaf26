import type { Scratch } from '../arena/scratch.ts';
import { EAST_STRENGTH, SOUTH_STRENGTH } from './boundaryMap.arguments.ts';
import { BOUNDARY, eastStrength, type Planes, southStrength } from './boundaryMap.reference.ts';
import type { LabPlanes } from './lab.ts';

/**
 * How strongly a boundary runs between neighbouring pixels. Boundaries lie on the cracks between pixels, so that a step edge is one
 * crack wide and superpixels end exactly on it.
 */
export interface BoundaryMap {
  readonly width: number;
  readonly height: number;
  /** Between pixel (x, y) and (x+1, y), 0..1; the last column is 0. // (height·width,) */
  readonly east: Float32Array;
  /** Between pixel (x, y) and (x, y+1), 0..1; the last row is 0. // (height·width,) */
  readonly south: Float32Array;
}

/** Rows of running sums that the loop for the south keeps, as in boundaryMap.assembly.ts. */
const SUM_ROWS = 8;

export function boundaryMap({ width, height, lightness, a, b }: LabPlanes, scratch: Scratch): BoundaryMap {
  const shared = {
    lightness,
    a,
    b,
    width,
    height,
    narrowRadius: BOUNDARY.narrow.radius,
    wideRadius: BOUNDARY.wide.radius,
    narrowWeight: BOUNDARY.narrow.weight,
    wideWeight: BOUNDARY.wide.weight,
    halfStrength: BOUNDARY.halfStrength,
  };
  const planes: Planes = [lightness, a, b];
  const east = scratch.float32(width * height);
  const eastLoop = EAST_STRENGTH.on(scratch, { ...shared, out: east, sums: scratch.float64(3 * (width + 2)) });
  eastLoop?.run();
  const south = scratch.float32(width * height);
  const southSums = scratch.float64(3 * SUM_ROWS * (width + 1));
  const southLoop = SOUTH_STRENGTH.on(scratch, { ...shared, out: south, sums: southSums });
  southLoop?.run();
  return {
    width,
    height,
    east: eastLoop === null ? eastStrength(planes, width, height, scratch) : east,
    south: southLoop === null ? southStrength(planes, width, height, scratch) : south,
  };
}

/** The strongest of the four cracks around each pixel, for drawing. Owns its memory. // (height·width,) */
export function pixelStrength({ width, height, east, south }: BoundaryMap): Float32Array {
  const out = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      out[i] = Math.max(east[i]!, south[i]!, x > 0 ? east[i - 1]! : 0, y > 0 ? south[i - width]! : 0);
    }
  }
  return out;
}
