import { compiledLoop } from '../arena/compiledLoop.ts';

export const SEGMENT_SUMS = compiledLoop('segmentSums', {
  /** The pool's superpixels, runs and boxes. // (nodes,), (segments, 3, 2), (segments, 4) */
  nodes: 'Int32Array',
  runs: 'Int32Array',
  boxes: 'Float32Array',
  /** Which segment is summed, and a number that `inside` and `ringed` do not hold yet. */
  segment: 'i32',
  mark: 'i32',
  /** Share of the box at each side in which pixels count as at that side. */
  sideBand: 'f64',
  /** The graph's neighbours in compressed rows. // (nodeCount + 1,) and (2 · edgeCount,) */
  rowStart: 'Int32Array',
  neighbour: 'Int32Array',
  /** What is summed: `superpixelNumbers` of segmentSums.ts. // (nodeCount, 10) and (2 · edgeCount, 4) */
  numbers: 'Float64Array',
  borders: 'Float64Array',
  /** // (nodeCount, 40) */
  histogram: 'Float32Array',
  /** Of each superpixel the last segment that it was in, and that it was around; −1 at first. // (nodeCount,) each */
  inside: 'Int32Array',
  ringed: 'Int32Array',
  /** Room for the superpixels in the segment, those around it, and the borders between them. // (nodeCount,), (nodeCount + 1,), (2 · edgeCount + 1,) */
  members: 'Int32Array',
  around: 'Int32Array',
  outside: 'Int32Array',
  /** The result: histograms of the segment and of its ring, and the sums in the order of `SUM`. // (40,) each, (25,) */
  own: 'Float32Array',
  ring: 'Float32Array',
  sums: 'Float64Array',
});
