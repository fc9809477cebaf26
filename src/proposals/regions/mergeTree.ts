import type { Scratch } from '../arena/scratch.ts';
import type { SuperpixelGraph } from '../graph/superpixelGraph.ts';
import type { Appearance } from '../superpixels/appearance.ts';
import { BINS } from '../superpixels/appearanceBins.ts';
import type { SuperpixelShapes } from '../superpixels/superpixelShapes.ts';
import type { MergeRule } from './mergeRules.ts';
import { MERGE_TREE } from './mergeTree.arguments.ts';
import { mergeTree as mergeTreePlainly, ROOM_PER_NODE } from './mergeTree.reference.ts';
import { LEAST_PAIR_SHARE, LEAST_TRIPLE_SHARE, type RegionUnions, regionUnions } from './regionUnions.ts';

/** Merges in their order: the k-th joins two regions into region nodeCount + k; regions below nodeCount are superpixels. */
export interface MergeTree {
  readonly merges: number;
  /** The two regions, and what joining them cost. // (nodeCount,) each, of which the first `merges` count */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly cost: Float32Array;
  readonly unions: RegionUnions;
}

/** Unions for each superpixel; photos use a third of this. */
const UNIONS_PER_NODE = 8;

/** What the loop writes on the way, for all trees of one graph in turn: see `MERGE_TREE`. */
export function mergeWork({ nodeCount, edgeCount }: SuperpixelGraph, scratch: Scratch) {
  const most = 2 * nodeCount;
  const linkRoom = 2 * edgeCount + nodeCount * ROOM_PER_NODE;
  const heapRoom = edgeCount + nodeCount * ROOM_PER_NODE;
  return {
    box: scratch.float32(most * 4),
    area: scratch.float32(most),
    root: scratch.float64(most),
    histogram: scratch.float32(most * BINS),
    shares: scratch.float64(most * BINS),
    head: scratch.int32(most),
    alive: scratch.int32(most),
    length: scratch.float32(most),
    strength: scratch.float32(most),
    touched: scratch.int32(most),
    joining: scratch.float32(most),
    links: scratch.int32(linkRoom * 4),
    linkRoom,
    heap: scratch.int32((heapRoom + 1) * 4),
    heapRoom,
  };
}

/**
 * Joins the cheapest neighbours again and again until one region is left, or no neighbours are.
 * @param weights strength of the edges // (edgeCount,)
 * @param photoArea pixels
 */
export function mergeTree(
  graph: SuperpixelGraph,
  weights: Float32Array,
  shapes: SuperpixelShapes,
  look: Appearance,
  photoArea: number,
  rule: MergeRule,
  scratch: Scratch,
  work = mergeWork(graph, scratch),
): MergeTree {
  const { nodeCount, edgeCount, edgeA, edgeB, edgeLength } = graph;
  const { area: superpixelArea, x0, y0, x1, y1 } = shapes;
  const left = scratch.int32(nodeCount);
  const right = scratch.int32(nodeCount);
  const cost = scratch.float32(nodeCount);
  const unions = regionUnions(nodeCount * UNIONS_PER_NODE, scratch);
  const loop = MERGE_TREE.on(scratch, {
    nodeCount,
    edgeCount,
    edgeA,
    edgeB,
    edgeLength,
    edgeWeight: weights,
    superpixelArea,
    x0,
    y0,
    x1,
    y1,
    superpixelHistogram: look.histogram,
    photoArea,
    leastInPair: photoArea * LEAST_PAIR_SHARE,
    leastInTriple: photoArea * LEAST_TRIPLE_SHARE,
    ...rule,
    ...work,
    left,
    right,
    cost,
    unionA: unions.a,
    unionB: unions.b,
    unionC: unions.c,
    unionCost: unions.cost,
    unionRoom: unions.a.length,
    merges: 0,
    unions: 0,
  });
  if (loop === null) {
    const merges = mergeTreePlainly(
      graph,
      weights,
      shapes,
      look,
      photoArea,
      rule,
      { left, right, cost, unions },
      scratch,
    );
    return { merges, left, right, cost, unions };
  }
  loop.run();
  unions.count = loop.words[MERGE_TREE.word.unions]!;
  return { merges: loop.words[MERGE_TREE.word.merges]!, left, right, cost, unions };
}
