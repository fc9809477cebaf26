import type { Scratch } from '../arena/scratch.ts';
import type { SuperpixelShapes } from '../superpixels/superpixelShapes.ts';
import type { MergeTree } from './mergeTree.ts';
import { MOST_RUNS, type SegmentPool } from './segments.ts';

/** Adds every region of a merge tree that is not a single superpixel, and its unions. */
export function addTreeSegments(
  pool: SegmentPool,
  shapes: SuperpixelShapes,
  tree: MergeTree,
  origin: number,
  scratch: Scratch,
): void {
  const { merges, left, right, cost, unions } = tree;
  const n = shapes.area.length;
  const leaves = leafRuns(pool, tree, n, scratch);
  const first = pool.count;
  for (let k = 0; k < merges && pool.count < pool.capacity; k++) {
    const at = pool.count++;
    addParts(pool, at, shapes, first, left[k]!, right[k]!, -1);
    setRun(pool, at, 0, leaves, n + k);
    describe(pool, at, origin, 1, cost[k]!, merges - k, merges - leaves.death[n + k]!);
  }
  for (let k = 0; k < unions.count && pool.count < pool.capacity; k++) {
    const at = pool.count++;
    const a = unions.a[k]!,
      b = unions.b[k]!,
      c = unions.c[k]!;
    addParts(pool, at, shapes, first, a, b, c);
    setRun(pool, at, 0, leaves, a);
    setRun(pool, at, 1, leaves, b);
    if (c >= 0) setRun(pool, at, 2, leaves, c);
    const birth = Math.max(0, a - n, b - n, c - n);
    const gone = Math.min(leaves.death[a]!, leaves.death[b]!, c < 0 ? merges : leaves.death[c]!);
    describe(pool, at, origin, c < 0 ? 2 : 3, unions.cost[k]!, merges - birth, merges - gone);
  }
}

/** Where each region's superpixels are in `pool.nodes`, and the merge that ends it. // (superpixels + merges,) each */
interface LeafRuns {
  readonly start: Int32Array;
  readonly size: Int32Array;
  /** `merges` for a region that no merge ends. */
  readonly death: Int32Array;
}

/** Writes the tree's leaves to `pool.nodes` in an order in which those of every region are next to each other. */
function leafRuns(pool: SegmentPool, { merges, left, right }: MergeTree, n: number, scratch: Scratch): LeafRuns {
  const size = scratch.int32(n + merges).fill(1, 0, n);
  for (let k = 0; k < merges; k++) size[n + k] = size[left[k]!]! + size[right[k]!]!;
  const start = scratch.int32(n + merges).fill(-1);
  const death = scratch.int32(n + merges).fill(merges);
  let next = pool.nodesUsed;
  for (let region = n + merges - 1; region >= 0; region--) {
    if (start[region]! < 0) {
      start[region] = next;
      next += size[region]!;
    }
    if (region < n) {
      pool.nodes[start[region]!] = region;
      continue;
    }
    const a = left[region - n]!,
      b = right[region - n]!;
    start[a] = start[region]!;
    start[b] = start[region]! + size[a]!;
    death[a] = region - n;
    death[b] = region - n;
  }
  pool.nodesUsed = next;
  return { start, size, death };
}

/**
 * Box, area and smallest part of segment `at`, which unites regions `a`, `b` and, where it is not negative, `c`.
 * @param first the segment that is the tree's first merge
 */
function addParts(
  pool: SegmentPool,
  at: number,
  shapes: SuperpixelShapes,
  first: number,
  a: number,
  b: number,
  c: number,
): void {
  const { boxes } = pool;
  const n = shapes.area.length;
  let x0 = Infinity,
    y0 = Infinity,
    x1 = 0,
    y1 = 0,
    area = 0,
    least = Infinity;
  for (let part = 0; part < MOST_RUNS; part++) {
    const region = part === 0 ? a : part === 1 ? b : c;
    if (region < 0) break;
    const single = region < n;
    const j = first + region - n;
    const own = single ? shapes.area[region]! : pool.area[j]!;
    x0 = Math.min(x0, single ? shapes.x0[region]! : boxes[j * 4]!);
    y0 = Math.min(y0, single ? shapes.y0[region]! : boxes[j * 4 + 1]!);
    x1 = Math.max(x1, single ? shapes.x1[region]! : boxes[j * 4 + 2]!);
    y1 = Math.max(y1, single ? shapes.y1[region]! : boxes[j * 4 + 3]!);
    area += own;
    if (own < least) least = own;
  }
  boxes[at * 4] = x0;
  boxes[at * 4 + 1] = y0;
  boxes[at * 4 + 2] = x1;
  boxes[at * 4 + 3] = y1;
  pool.area[at] = area;
  pool.smallest[at] = least / area;
}

function setRun(pool: SegmentPool, at: number, run: number, { start, size }: LeafRuns, region: number): void {
  pool.runs[(at * MOST_RUNS + run) * 2] = start[region]!;
  pool.runs[(at * MOST_RUNS + run) * 2 + 1] = size[region]!;
}

function describe(
  pool: SegmentPool,
  at: number,
  origin: number,
  regions: number,
  gap: number,
  leftAtBirth: number,
  leftAtDeath: number,
): void {
  pool.gap[at] = gap;
  pool.origin[at] = origin;
  pool.regions[at] = regions;
  pool.leftAtBirth[at] = leftAtBirth;
  pool.leftAtDeath[at] = leftAtDeath;
}
