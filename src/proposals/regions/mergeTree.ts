import { loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';
import type { SuperpixelGraph } from '../graph/superpixelGraph.ts';
import { type Appearance, BINS } from '../superpixels/appearance.ts';
import { mergeHeap, popMerge, pushMerge } from './mergeHeap.ts';
import { mergeRegions } from './mergeRegions.ts';
import type { MergeRule } from './mergeRules.ts';
import { addLink, regionLinks } from './regionLinks.ts';
import { addUnions, LEAST_PAIR_SHARE, LEAST_TRIPLE_SHARE, type RegionUnions, regionUnions } from './regionUnions.ts';
import type { SuperpixelShapes } from './segments.ts';

/** Merges in their order: the k-th joins two regions into region nodeCount + k; regions below nodeCount are superpixels. */
export interface MergeTree {
  readonly merges: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly cost: Float32Array;
  readonly unions: RegionUnions;
}

/** Links of a region with its neighbours, and the waiting merges: sizes that photos stay well below. */
const ROOM_PER_NODE = 40;
const UNIONS_PER_NODE = 8;

/**
 * Room for what the loop needs on the way, for all trees of one graph in turn: of each region its box, root, shares, histogram and seven
 * numbers, then links and waiting merges of 16 bytes.
 */
export function mergeWork({ nodeCount, edgeCount }: SuperpixelGraph, scratch: Scratch): Uint8Array {
  return scratch.uint8(
    2 * nodeCount * (16 + 8 + BINS * 12 + 7 * 4) + (3 * edgeCount + 2 * nodeCount * ROOM_PER_NODE + 1) * 16,
  );
}

/** Joins the cheapest neighbours again and again until one region is left (or no neighbours are). */
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
  const n = graph.nodeCount;
  const left = scratch.int32(n);
  const right = scratch.int32(n);
  const cost = scratch.float32(n);
  const unions = regionUnions(n * UNIONS_PER_NODE, scratch);
  const numbers = scratch.float64(6);
  numbers.set([rule.colour, rule.texture, rule.size, rule.fill, rule.border, rule.weightedBorder]);
  const counts = scratch.int32(3);
  const loops = loopsOn(scratch, graph.edgeA, weights, shapes.y1, look.histogram, work, counts);
  if (loops === null)
    return joined(graph, weights, shapes, look, photoArea, rule, { merges: 0, left, right, cost, unions }, scratch);
  counts[2] = unions.a.length;
  loops.mergeTree(
    n,
    graph.edgeCount,
    graph.edgeA.byteOffset,
    graph.edgeB.byteOffset,
    graph.edgeLength.byteOffset,
    weights.byteOffset,
    shapes.area.byteOffset,
    shapes.x0.byteOffset,
    shapes.y0.byteOffset,
    shapes.x1.byteOffset,
    shapes.y1.byteOffset,
    look.histogram.byteOffset,
    photoArea,
    numbers.byteOffset,
    2 * n,
    2 * graph.edgeCount + n * ROOM_PER_NODE,
    graph.edgeCount + n * ROOM_PER_NODE,
    work.byteOffset,
    left.byteOffset,
    right.byteOffset,
    cost.byteOffset,
    unions.a.byteOffset,
    unions.b.byteOffset,
    unions.c.byteOffset,
    unions.cost.byteOffset,
    counts.byteOffset,
    photoArea * LEAST_PAIR_SHARE,
    photoArea * LEAST_TRIPLE_SHARE,
  );
  unions.count = counts[1]!;
  return { merges: counts[0]!, left, right, cost, unions };
}

/** The tree with its numbers written to the arrays of `empty`. */
function joined(
  graph: SuperpixelGraph,
  weights: Float32Array,
  shapes: SuperpixelShapes,
  look: Appearance,
  photoArea: number,
  rule: MergeRule,
  empty: MergeTree,
  scratch: Scratch,
): MergeTree {
  const { left, right, cost, unions } = empty;
  const n = graph.nodeCount;
  const most = 2 * n;
  const regions = mergeRegions(shapes, look, photoArea, rule, most, scratch);
  const links = regionLinks(most, 2 * graph.edgeCount + n * ROOM_PER_NODE, scratch);
  const heap = mergeHeap(graph.edgeCount + n * ROOM_PER_NODE, scratch);
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const a = graph.edgeA[edge]!;
    const b = graph.edgeB[edge]!;
    const length = graph.edgeLength[edge]!;
    const strength = weights[edge]! * length;
    addLink(links, a, b, length, strength);
    addLink(links, b, a, length, strength);
    pushMerge(heap, regions.cost(a, b, length, strength), a, b);
  }

  const alive = scratch.uint8(most).fill(1, 0, n);
  // Of the neighbours of the region that has just come: its border with each, and what joining them costs.
  const length = scratch.float32(most);
  const strength = scratch.float32(most);
  const touched = scratch.int32(most);
  const joining = scratch.float32(most);
  let merges = 0;
  while (heap.size > 0 && merges < n - 1) {
    const key = heap.key[0]!;
    const a = heap.a[0]!;
    const b = heap.b[0]!;
    popMerge(heap);
    if (alive[a] === 0 || alive[b] === 0) continue;
    const c = n + merges;
    left[merges] = a;
    right[merges] = b;
    cost[merges++] = key;
    alive[a] = 0;
    alive[b] = 0;
    alive[c] = 1;
    regions.join(a, b, c);
    let neighbours = 0;
    for (let side = 0; side < 2; side++) {
      for (let l = links.head[side === 0 ? a : b]!; l >= 0; l = links.next[l]!) {
        const other = links.to[l]!;
        if (alive[other] === 0) continue;
        if (length[other] === 0) touched[neighbours++] = other;
        length[other]! += links.length[l]!;
        strength[other]! += links.strength[l]!;
      }
    }
    for (let k = 0; k < neighbours; k++) {
      const other = touched[k]!;
      addLink(links, c, other, length[other]!, strength[other]!);
      addLink(links, other, c, length[other]!, strength[other]!);
      joining[k] = regions.cost(c, other, length[other]!, strength[other]!);
      pushMerge(heap, joining[k]!, c, other);
      length[other] = 0;
      strength[other] = 0;
    }
    addUnions(unions, c, touched, joining, neighbours, regions.area, photoArea);
  }
  return { merges, left, right, cost, unions };
}
