import { compiledLoop } from '../arena/compiledLoop.ts';

/** `most` below is twice the superpixels: room for them and for every region that they are joined to. */
export const MERGE_TREE = compiledLoop('mergeTree', {
  nodeCount: 'i32',
  edgeCount: 'i32',
  /** The graph's edges. // (edgeCount,) each */
  edgeA: 'Int32Array',
  edgeB: 'Int32Array',
  edgeLength: 'Float32Array',
  edgeWeight: 'Float32Array',
  /** Shapes and histograms of the superpixels. // (nodeCount,) each, (nodeCount, 40) */
  superpixelArea: 'Float32Array',
  x0: 'Int32Array',
  y0: 'Int32Array',
  x1: 'Int32Array',
  y1: 'Int32Array',
  superpixelHistogram: 'Float32Array',
  /** Pixels of the photo, and the least that each region of a pair and of a triple has. */
  photoArea: 'f64',
  leastInPair: 'f64',
  leastInTriple: 'f64',
  /** The numbers of the `MergeRule`. */
  colour: 'f64',
  texture: 'f64',
  size: 'f64',
  fill: 'f64',
  border: 'f64',
  weightedBorder: 'f64',
  /** Room for the box of each region, as (x0, y0, −x1, −y1); its pixels and their fourth root. // (most, 4), (most,), (most,) */
  box: 'Float32Array',
  area: 'Float32Array',
  root: 'Float64Array',
  /** Room for each region's histogram and for its bins' shares of the pixels; rules that do not look at them leave them. // (most, 40) each */
  histogram: 'Float32Array',
  shares: 'Float64Array',
  /** Room for the first link of each region, and whether it is still there. // (most,) each */
  head: 'Int32Array',
  alive: 'Int32Array',
  /** Of the neighbours of a region that has just come: border, strength summed over it, which they are, cost of joining. // (most,) each */
  length: 'Float32Array',
  strength: 'Float32Array',
  touched: 'Int32Array',
  joining: 'Float32Array',
  /** Room for links between neighbours. // (linkRoom, 4) */
  links: 'Int32Array',
  linkRoom: 'i32',
  /** Room for waiting merges. // (heapRoom + 1, 4) */
  heap: 'Int32Array',
  heapRoom: 'i32',
  /** The tree: see `MergeTree`. // (nodeCount,) each */
  left: 'Int32Array',
  right: 'Int32Array',
  cost: 'Float32Array',
  /** The unions: see `RegionUnions`. // (unionRoom,) each */
  unionA: 'Int32Array',
  unionB: 'Int32Array',
  unionC: 'Int32Array',
  unionCost: 'Float32Array',
  unionRoom: 'i32',
  /** Written in the end, or while it goes on: how many merges and unions there are. */
  merges: 'i32',
  unions: 'i32',
});
