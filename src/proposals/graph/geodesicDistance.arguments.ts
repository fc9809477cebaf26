import { compiledLoop } from '../arena/compiledLoop.ts';

/** Dijkstra's algorithm from sources that wait in bucket 0, with distance 0 while all other distances are Infinity. */
export const SPREAD = compiledLoop('spread', {
  /** The graph's neighbours in compressed rows. // (nodeCount + 1,) and (2 · edgeCount,) */
  rowStart: 'Int32Array',
  neighbour: 'Int32Array',
  /** Cost of reaching each of `neighbour`. // (2 · edgeCount,) */
  slotCost: 'Float32Array',
  /** // (nodeCount,) */
  distance: 'Float32Array',
  /** The ring of buckets and its entries: see `NodeQueue`. */
  newest: 'Int32Array',
  node: 'Int32Array',
  before: 'Int32Array',
  /** Zeros at first. // (nodeCount,) */
  done: 'Uint8Array',
  /** Buckets of the ring, a power of two, and how many of them a distance of 1 spans. */
  buckets: 'i32',
  sources: 'i32',
  bucketsPerUnit: 'f64',
});
