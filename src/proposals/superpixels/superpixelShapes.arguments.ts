import { compiledLoop } from '../arena/compiledLoop.ts';

export const SUPERPIXEL_SHAPES = compiledLoop('superpixelShapes', {
  /** // (height, width) */
  labels: 'Int32Array',
  width: 'i32',
  height: 'i32',
  /** Room for the starts of runs of equal labels. // (height · width + 1,) */
  starts: 'Int32Array',
  /** Zeros at first. // (superpixels,) */
  area: 'Float32Array',
  /** At first `width`, `height`, 0 and 0. // (superpixels,) each */
  x0: 'Int32Array',
  y0: 'Int32Array',
  x1: 'Int32Array',
  y1: 'Int32Array',
});
