import { compiledLoop } from '../arena/compiledLoop.ts';

/** Returns how many edges there are. */
export const SUPERPIXEL_EDGES = compiledLoop('superpixelEdges', {
  /** // (height, width) */
  labels: 'Int32Array',
  /** Strength of the cracks. // (height, width) each */
  east: 'Float32Array',
  south: 'Float32Array',
  width: 'i32',
  height: 'i32',
  nodeCount: 'i32',
  /** A hash table of (key, edge) pairs, (0, 0) where free, zeros at first. // (2^tableBits, 2) */
  table: 'Int32Array',
  tableBits: 'i32',
  /** Room for edges: the arrays of `SuperpixelGraph`; `edgeLength` zeros at first. // (room,) each */
  edgeA: 'Int32Array',
  edgeB: 'Int32Array',
  edgeLength: 'Float32Array',
  lowQuartile: 'Float32Array',
  median: 'Float32Array',
  highQuartile: 'Float32Array',
  /** Of each edge's cracks by strength, zeros at first. // (room, 64) */
  histogram: 'Uint32Array',
});
