import { compiledLoop } from '../arena/compiledLoop.ts';

/** Returns how many boxes are kept. */
export const DISTINCT_BOXES = compiledLoop('distinctBoxes', {
  /** Whole numbers. // (count, 4) */
  boxes: 'Float32Array',
  count: 'i32',
  maxIou: 'f64',
  /** Bucket, not yet rounded down, of each side in pixels. // (longest side + 1,) */
  octaves: 'Float64Array',
  /** Buckets of a side, and how far off the buckets of boxes that overlap by more than `maxIou` may be. */
  sideBuckets: 'i32',
  reach: 'f64',
  /** Where the boxes of each pair of buckets lie in the planes, zeros at first. // (sideBuckets, sideBuckets) each */
  starts: 'Int32Array',
  ends: 'Int32Array',
  /** Room for planes of x0, y0, x1, y1, area and place among the kept ones, each after four numbers that nothing is written to. // (6, count + 4) */
  planes: 'Float32Array',
  /** The result; `votes` zeros at first. // (count,) each */
  kept: 'Int32Array',
  votes: 'Float32Array',
});
