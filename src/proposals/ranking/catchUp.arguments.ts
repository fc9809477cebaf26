import { compiledLoop } from '../arena/compiledLoop.ts';

/** Written for five thresholds. */
export const CATCH_UP = compiledLoop('catchUp', {
  /** // (boxes, 4) */
  boxes: 'Float32Array',
  /** Which of them catches up, with the taken boxes from the `since`-th up to `count`. */
  box: 'i32',
  since: 'i32',
  count: 'i32',
  /** Planes of x0, y0, x1, y1 and area of the taken boxes, zeros beyond `count`; `room` a multiple of four. // (5, room) */
  taken: 'Float32Array',
  room: 'i32',
  /** Room for the places of taken boxes that are near. // (room + 4,) */
  near: 'Int32Array',
  /** The reach of the lowest threshold, and 1 / (1 − reach) of each. // (5,) */
  leastReach: 'f64',
  slopes: 'Float64Array',
  /** What the taken boxes leave of each chance. // (boxes, 5) */
  open: 'Float32Array',
});
