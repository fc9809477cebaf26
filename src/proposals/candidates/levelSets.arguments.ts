import { compiledLoop } from '../arena/compiledLoop.ts';

export const SORT_BY_DISTANCE = compiledLoop('sortByDistance', {
  /** // (nodeCount,) */
  distance: 'Float32Array',
  nodeCount: 'i32',
  /** The result: nodes by ascending distance. // (nodeCount,) */
  order: 'Int32Array',
  /** Room for the keys, and for keys and nodes half sorted. // (nodeCount,) each */
  keys: 'Uint32Array',
  swapKeys: 'Uint32Array',
  swapOrder: 'Int32Array',
  /** Room for the counts of three digits of 8, 8 and 6 bits. // (640,) */
  counts: 'Uint32Array',
});

/** Returns how many levels are taken. */
export const CRITICAL_LEVELS = compiledLoop('criticalLevels', {
  /** // (nodeCount,) each; `order` as `SORT_BY_DISTANCE` leaves it */
  distance: 'Float32Array',
  area: 'Float32Array',
  order: 'Int32Array',
  nodeCount: 'i32',
  maxLevels: 'i32',
  maxIou: 'f64',
  /** Room for areas and distances along `order`. // (nodeCount,) and (nodeCount + 1,) */
  cumulative: 'Float32Array',
  steps: 'Float64Array',
  /** The result: see `LevelSetScratch`. // (maxLevels,) each */
  taken: 'Int32Array',
  gaps: 'Float32Array',
});
