import { compiledLoop } from '../arena/compiledLoop.ts';

export const APPEARANCE = compiledLoop('appearance', {
  /** Planes of Lab. // (height, width) each */
  lightness: 'Float32Array',
  a: 'Float32Array',
  b: 'Float32Array',
  /** // (height, width) */
  labels: 'Int32Array',
  width: 'i32',
  height: 'i32',
  count: 'i32',
  /** Upper ends of all magnitude bins but the last. // (3,) */
  magnitudeEnds: 'Float64Array',
  /** Room for five rows, each rounded up to four, and for what reading four at a time reads beyond them. // (5 · width + 32,) */
  rows: 'Float32Array',
  /** Zeros at first. // (count, 40) */
  histogram: 'Float32Array',
  /** Zeros at first. // (count, 6) */
  moments: 'Float32Array',
});
