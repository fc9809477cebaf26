import { compiledLoop } from '../arena/compiledLoop.ts';

/** Turns a plane of cracks into the skewed one that `ASSIGN` reads: see superpixels.assembly.ts. */
export const SKEW = compiledLoop('skew', {
  /** // (height, width) */
  strength: 'Float32Array',
  width: 'i32',
  height: 'i32',
  /** Columns and rows whose cracks lead to another pixel; those after them lead out of the image. */
  columns: 'i32',
  rows: 'i32',
  /** // (⌈height / 4⌉, width + 3, 4) */
  out: 'Float32Array',
});

/** Sweeps from the centres over skewed planes. */
export const ASSIGN = compiledLoop('assign', {
  /** // (⌈height / 4⌉, width + 3, 4) each */
  east: 'Float32Array',
  south: 'Float32Array',
  width: 'i32',
  height: 'i32',
  /** Pixels. // (centreCount,) */
  centres: 'Int32Array',
  centreCount: 'i32',
  sweeps: 'i32',
  stepCost: 'f64',
  /** Room for distances and labels of the skewed pixels. // (⌈height / 4⌉, width + 3, 4) each */
  distance: 'Float32Array',
  skewedLabels: 'Int32Array',
  /** // (height, width) */
  labels: 'Int32Array',
});

/** Sums of x, of y and of 1 over each superpixel. */
export const CENTROID_SUMS = compiledLoop('centroidSums', {
  /** // (height, width) */
  labels: 'Int32Array',
  width: 'i32',
  height: 'i32',
  /** Room for the starts of runs of equal labels. // (height · width + 1,) */
  starts: 'Int32Array',
  /** Zeros at first. // (superpixels, 3) */
  sums: 'Float64Array',
});
