import { compiledLoop } from '../arena/compiledLoop.ts';

const STRENGTH = {
  /** Planes of Lab. // (height, width) each */
  lightness: 'Float32Array',
  a: 'Float32Array',
  b: 'Float32Array',
  width: 'i32',
  height: 'i32',
  /** Room for running sums. // east: (3, width + 2); south, zeros at first: (8, 3, width rounded up to even) */
  sums: 'Float64Array',
  /** Radius of each scale in pixels, and what its contrast weighs. */
  narrowRadius: 'i32',
  wideRadius: 'i32',
  narrowWeight: 'f64',
  wideWeight: 'f64',
  /** The contrast that counts as half a boundary. */
  halfStrength: 'f64',
  /** Zeros at first. // (height, width) */
  out: 'Float32Array',
} as const;

/** Strength of the crack to the right of each pixel. */
export const EAST_STRENGTH = compiledLoop('eastStrength', STRENGTH);
/** Strength of the crack below each pixel. */
export const SOUTH_STRENGTH = compiledLoop('southStrength', STRENGTH);
