import { compiledLoop } from '../arena/compiledLoop.ts';

/** Returns how many labels are left. */
export const KEEP_LARGEST_PARTS = compiledLoop('keepLargestParts', {
  /** Overwritten. // (height, width) */
  labels: 'Int32Array',
  width: 'i32',
  height: 'i32',
  labelCount: 'i32',
  /** Room for the starts of runs of equal labels. // (height · width + 1,) */
  starts: 'Int32Array',
  /** Of each run the smallest run that it is connected to, and its pixels. // (height · width,) each */
  joined: 'Int32Array',
  pixels: 'Int32Array',
  /** Pixels whose neighbours may still lack a label. // (height · width,) */
  queue: 'Int32Array',
  /** Of each label its largest part, that part's pixels, and the label's number once lost labels are closed up. // (labelCount,) each */
  largest: 'Int32Array',
  largestSize: 'Int32Array',
  closed: 'Int32Array',
});
