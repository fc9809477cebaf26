import { hammingDistance } from '../hammingDistance.ts';
import { LOOKALIKE_BITS } from '../likeness.ts';

/**
 * What two photos must share, beyond their fingerprints, to be the same picture. A fingerprint says where a picture gets brighter and
 * darker; of a plain one, a wall, the sky, a blank page, it says nothing, and all plain pictures have the same.
 */
export interface PhotoLook {
  /** Width / height of the upright photo. */
  readonly aspect: number;
  /** Mean red, green and blue, 0..255; null where they were not measured. */
  readonly means: readonly [red: number, green: number, blue: number] | null;
  /** Standard deviation of the luminance, 0..127.5; null where it was not measured. */
  readonly contrast: number | null;
  /** Its appearance code, 128 bits, if it has one, and which network made it: codes of two versions are not compared. */
  readonly appearance?: { readonly code: Uint32Array; readonly version: string };
}

/** Bits of 64 by which fingerprints of one picture in two sizes or compressions differ at most. */
export const NEAR_BITS = 4;

/** Ratios of width to height that differ by more are another crop. */
const ASPECT_TOLERANCE = 0.02;
/** Recompressing moves means by a level or two, an editor's "enhance" by some twenty. */
const MEANS_TOLERANCE = 28;
const CONTRAST_TOLERANCE = 20;
/** Under this a picture is plain: compression's own noise has a deviation of one to three levels. */
const PLAIN_CONTRAST = 5;

/**
 * Whether two photos with near fingerprints look alike at a second look. What was not measured is not held against them. A plain picture says
 * nothing by which two of them could be told to be one, so it is like none.
 */
export function alike(a: PhotoLook, b: PhotoLook): boolean {
  if (Math.abs(Math.log(a.aspect / b.aspect)) > ASPECT_TOLERANCE) return false;
  if (a.appearance && b.appearance && a.appearance.version === b.appearance.version) {
    const { code } = a.appearance;
    if (hammingDistance(code, 0, b.appearance.code, 0, code.length) > LOOKALIKE_BITS) return false;
  }
  if ((a.contrast ?? Infinity) < PLAIN_CONTRAST || (b.contrast ?? Infinity) < PLAIN_CONTRAST) return false;
  if (a.contrast !== null && b.contrast !== null && Math.abs(a.contrast - b.contrast) > CONTRAST_TOLERANCE)
    return false;
  if (a.means === null || b.means === null) return true;
  return a.means.every((mean, channel) => Math.abs(mean - b.means![channel]!) <= MEANS_TOLERANCE);
}
