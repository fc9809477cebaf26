import { BINS, TEXTURE_AT, type Appearance } from './appearance.ts';
import { loopsOn } from './loops.ts';
import type { SuperpixelShapes } from './segments.ts';
import type { SuperpixelGraph } from './superpixelGraph.ts';
import type { Scratch } from './scratch.ts';

/**
 * What joining two regions costs: the sum of these times the like-named number below. Likeness counts as negative cost.
 */
export interface MergeRule {
  /** Shared part of the colour histograms, 0..1 a plane. */
  readonly colour: number;
  /** Shared part of the texture histograms, 0..1. */
  readonly texture: number;
  /** Their area together, as a share of the photo: small regions first. */
  readonly size: number;
  /** What their common box holds besides them, as a share of the photo: regions that fit first. */
  readonly fill: number;
  /** Mean strength of their shared border. */
  readonly border: number;
  /** The same times the fourth root of the smaller one's pixels. */
  readonly weightedBorder: number;
}

/**
 * One tree each (Uijlings et al. 2013 take several similarities because no single one serves all objects; theirs are
 * the first four numbers). What each tree adds stands in ABLATION.md.
 */
export const MERGE_RULES: readonly MergeRule[] = [
  { colour: 1, texture: 1, size: 1, fill: 1, border: 1, weightedBorder: 0 },
  { colour: 0, texture: 0, size: 0, fill: 0, border: 0, weightedBorder: 1 },
  { colour: 0, texture: 0, size: 1, fill: 2, border: 1, weightedBorder: 0 },
  { colour: 1, texture: 0, size: 0, fill: 0, border: 0, weightedBorder: 0.5 },
];

/** Merges in their order: the k-th joins two regions into region nodeCount + k; regions below nodeCount are superpixels. */
export interface MergeTree {
  readonly merges: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly cost: Float32Array;
  /**
   * Neighbours that met while both were whole, in twos and threes: their unions are candidates too (Arbeláez et al.
   * 2014 unite regions likewise), for many an object is two or three regions that never become one alone.
   */
  readonly unions: number;
  readonly unionA: Int32Array;
  readonly unionB: Int32Array;
  /** −1 where the union is of two. */
  readonly unionC: Int32Array;
  /** What joining them would have cost: for three, A with B and A with C. */
  readonly unionCost: Float32Array;
}

/** Each region of a pair and of a triple has at least this share of the photo. */
const LEAST_PAIR_SHARE = 0.0025;
const LEAST_TRIPLE_SHARE = 0.01;

/** Links of a region with its neighbours, and the waiting merges: sizes that photos stay well below. */
const ROOM_PER_NODE = 40;
const UNIONS_PER_NODE = 8;

/**
 * What two regions' histograms have in common, weighted. They begin at `p` and `q` of `histogram`; `shareA` and `shareB` are 1 over
 * their pixels.
 */
export function likeness(
  histogram: Float32Array, p: number, shareA: number, q: number, shareB: number, rule: Pick<MergeRule, 'colour' | 'texture'>,
): number {
  let colour = 0;
  let texture = 0;
  // Math.min has no branch, and which of the two is smaller cannot be guessed.
  for (let k = 0; k < TEXTURE_AT; k++) colour += Math.min(histogram[p + k]! * shareA, histogram[q + k]! * shareB);
  for (let k = TEXTURE_AT; k < BINS; k++) texture += Math.min(histogram[p + k]! * shareA, histogram[q + k]! * shareB);
  return (rule.colour * colour) / 3 + rule.texture * texture;
}

/** Joins the cheapest neighbours again and again until one region is left (or no neighbours are). */
export function mergeTree(
  graph: SuperpixelGraph, weights: Float32Array, shapes: SuperpixelShapes, look: Appearance, photoArea: number, rule: MergeRule,
  scratch: Scratch,
): MergeTree {
  const n = graph.nodeCount;
  const regions = 2 * n;
  const histogram = scratch.float32(regions * BINS);
  histogram.set(look.histogram);
  const area = scratch.float32(regions);
  area.set(shapes.area);
  const x0 = scratch.int32(regions);
  const y0 = scratch.int32(regions);
  const x1 = scratch.int32(regions);
  const y1 = scratch.int32(regions);
  x0.set(shapes.x0);
  y0.set(shapes.y0);
  x1.set(shapes.x1);
  y1.set(shapes.y1);
  // Of a superpixel or region: 1 over its pixels, and their fourth root where the rule asks for it.
  const share = scratch.float64(regions);
  const root = scratch.float64(rule.weightedBorder > 0 ? regions : 0);
  for (let v = 0; v < n; v++) share[v] = 1 / area[v]!;
  for (let v = 0; v < n && rule.weightedBorder > 0; v++) root[v] = area[v]! ** 0.25;
  // The histograms as shares of the pixels, for the loops.
  const looks = rule.colour > 0 || rule.texture > 0;
  const shares = scratch.float64(looks ? regions * BINS : 0);
  const loops = looks ? loopsOn(scratch, histogram, shares) : null;
  const histogramAt = histogram.byteOffset;
  const sharesAt = shares.byteOffset;
  for (let v = 0; v < n && loops !== null; v++) loops.histogramShares(histogramAt + v * BINS * 4, share[v]!, sharesAt + v * BINS * 8);
  const alive = scratch.uint8(regions).fill(1, 0, n);
  const links = regionLinks(regions, 2 * graph.edgeCount + n * ROOM_PER_NODE, scratch);
  const heap = mergeHeap(graph.edgeCount + n * ROOM_PER_NODE, scratch);

  const costOf = (a: number, b: number, length: number, strength: number): number => {
    const border = strength / length;
    let cost = rule.border * border;
    if (rule.weightedBorder > 0) cost += rule.weightedBorder * border * (area[a]! < area[b]! ? root[a]! : root[b]!);
    if (loops !== null) {
      cost -= loops.likeness(sharesAt + a * BINS * 8, sharesAt + b * BINS * 8, rule.colour, rule.texture);
    } else if (looks) {
      cost -= likeness(histogram, a * BINS, share[a]!, b * BINS, share[b]!, rule);
    }
    if (rule.size > 0 || rule.fill > 0) {
      const together = area[a]! + area[b]!;
      const w = Math.max(x1[a]!, x1[b]!) - Math.min(x0[a]!, x0[b]!);
      const h = Math.max(y1[a]!, y1[b]!) - Math.min(y0[a]!, y0[b]!);
      cost += (rule.size * together + rule.fill * (w * h - together)) / photoArea;
    }
    return cost;
  };

  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const a = graph.edgeA[edge]!;
    const b = graph.edgeB[edge]!;
    const length = graph.edgeLength[edge]!;
    const strength = weights[edge]! * length;
    addLink(links, a, b, length, strength);
    addLink(links, b, a, length, strength);
    pushMerge(heap, costOf(a, b, length, strength), a, b);
  }

  const left = scratch.int32(n);
  const right = scratch.int32(n);
  const cost = scratch.float32(n);
  const length = scratch.float32(regions);
  const strength = scratch.float32(regions);
  const touched = scratch.int32(regions);
  const joining = scratch.float32(regions);
  const unionA = scratch.int32(n * UNIONS_PER_NODE);
  const unionB = scratch.int32(n * UNIONS_PER_NODE);
  const unionC = scratch.int32(n * UNIONS_PER_NODE);
  const unionCost = scratch.float32(n * UNIONS_PER_NODE);
  const leastInTriple = photoArea * LEAST_TRIPLE_SHARE;
  const leastInPair = photoArea * LEAST_PAIR_SHARE;
  let unions = 0;
  const addUnion = (a: number, b: number, c: number, costs: number): void => {
    // Full: that union is forgotten. Photos use a third of the room.
    if (unions === unionA.length) return;
    unionA[unions] = a;
    unionB[unions] = b;
    unionC[unions] = c;
    unionCost[unions++] = costs;
  };
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
    area[c] = area[a]! + area[b]!;
    share[c] = 1 / area[c]!;
    if (rule.weightedBorder > 0) root[c] = area[c]! ** 0.25;
    x0[c] = Math.min(x0[a]!, x0[b]!);
    y0[c] = Math.min(y0[a]!, y0[b]!);
    x1[c] = Math.max(x1[a]!, x1[b]!);
    y1[c] = Math.max(y1[a]!, y1[b]!);
    for (let k = 0, p = a * BINS, q = b * BINS, r = c * BINS; k < BINS; k++) histogram[r + k] = histogram[p + k]! + histogram[q + k]!;
    if (loops !== null) loops.histogramShares(histogramAt + c * BINS * 4, share[c]!, sharesAt + c * BINS * 8);
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
      const key = costOf(c, other, length[other]!, strength[other]!);
      pushMerge(heap, key, c, other);
      joining[k] = key;
      length[other] = 0;
      strength[other] = 0;
    }
    if (area[c]! < leastInPair) continue;
    for (let k = 0; k < neighbours; k++) {
      const other = touched[k]!;
      if (area[other]! < leastInPair) continue;
      addUnion(c, other, -1, joining[k]!);
      if (Math.min(area[c]!, area[other]!) < leastInTriple) continue;
      for (let j = k + 1; j < neighbours; j++) {
        if (area[touched[j]!]! >= leastInTriple) addUnion(c, other, touched[j]!, joining[k]! + joining[j]!);
      }
    }
  }
  return { merges, left, right, cost, unions, unionA, unionB, unionC, unionCost };
}

/** A linked list of neighbours for each region; links to regions that are gone stay and are passed over. */
interface RegionLinks {
  count: number;
  readonly head: Int32Array;
  readonly next: Int32Array;
  readonly to: Int32Array;
  readonly length: Float32Array;
  readonly strength: Float32Array;
}

function regionLinks(regions: number, capacity: number, scratch: Scratch): RegionLinks {
  return {
    count: 0, head: scratch.int32(regions).fill(-1), next: scratch.int32(capacity), to: scratch.int32(capacity),
    length: scratch.float32(capacity), strength: scratch.float32(capacity),
  };
}

function addLink(links: RegionLinks, from: number, to: number, length: number, strength: number): void {
  const l = links.count;
  // Full: that neighbour is forgotten. Photos use a third of the room.
  if (l === links.to.length) return;
  links.count++;
  links.to[l] = to;
  links.length[l] = length;
  links.strength[l] = strength;
  links.next[l] = links.head[from]!;
  links.head[from] = l;
}

/** A binary heap of possible merges, the cheapest on top; those of regions that are gone are passed over when popped. */
interface MergeHeap {
  size: number;
  readonly key: Float32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
}

function mergeHeap(capacity: number, scratch: Scratch): MergeHeap {
  return { size: 0, key: scratch.float32(capacity), a: scratch.int32(capacity), b: scratch.int32(capacity) };
}

function pushMerge(heap: MergeHeap, key: number, a: number, b: number): void {
  if (heap.size === heap.key.length) return;
  let hole = heap.size++;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if (heap.key[parent]! <= key) break;
    heap.key[hole] = heap.key[parent]!;
    heap.a[hole] = heap.a[parent]!;
    heap.b[hole] = heap.b[parent]!;
    hole = parent;
  }
  heap.key[hole] = key;
  heap.a[hole] = a;
  heap.b[hole] = b;
}

function popMerge(heap: MergeHeap): void {
  const last = --heap.size;
  if (last === 0) return;
  const key = heap.key[last]!;
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= last) break;
    if (child + 1 < last && heap.key[child + 1]! < heap.key[child]!) child++;
    if (heap.key[child]! >= key) break;
    heap.key[hole] = heap.key[child]!;
    heap.a[hole] = heap.a[child]!;
    heap.b[hole] = heap.b[child]!;
    hole = child;
  }
  heap.key[hole] = key;
  heap.a[hole] = heap.a[last]!;
  heap.b[hole] = heap.b[last]!;
}
