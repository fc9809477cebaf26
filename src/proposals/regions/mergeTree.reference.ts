import type { Scratch } from '../arena/scratch.ts';
import type { SuperpixelGraph } from '../graph/superpixelGraph.ts';
import type { Appearance } from '../superpixels/appearance.ts';
import type { SuperpixelShapes } from '../superpixels/superpixelShapes.ts';
import { mergeHeap, popMerge, pushMerge } from './mergeHeap.reference.ts';
import { mergeRegions } from './mergeRegions.reference.ts';
import type { MergeRule } from './mergeRules.ts';
import { addLink, regionLinks } from './regionLinks.reference.ts';
import { addUnions } from './regionUnions.reference.ts';
import type { RegionUnions } from './regionUnions.ts';

/** The arrays of a tree. // (nodeCount,) each */
export interface TreeArrays {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly cost: Float32Array;
  readonly unions: RegionUnions;
}

/** Links of a region with its neighbours, and waiting merges, for each superpixel: photos use a third of this. */
export const ROOM_PER_NODE = 40;

/**
 * Joins the cheapest neighbours again and again until one region is left, or no neighbours are.
 * @param weights strength of the edges // (edgeCount,)
 * @param photoArea pixels
 * @param tree written to
 * @returns how many merges there are
 */
export function mergeTree(
  graph: SuperpixelGraph,
  weights: Float32Array,
  shapes: SuperpixelShapes,
  look: Appearance,
  photoArea: number,
  rule: MergeRule,
  { left, right, cost, unions }: TreeArrays,
  scratch: Scratch,
): number {
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
  // Of the neighbours of a region that has just been made: its border with each, the strength summed over it, and the cost of joining.
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
  return merges;
}
