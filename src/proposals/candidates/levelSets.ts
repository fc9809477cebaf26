import { loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';

/** Arrays of one signed distance transform, reused from run to run. */
export interface LevelSetScratch {
  /** Nodes by ascending distance. // (nodeCount,) */
  readonly order: Int32Array;
  /** Area of the first i+1 nodes of `order`. // (nodeCount,) */
  readonly cumulative: Float32Array;
  /** Sizes of the taken level sets, ascending; the set is the first `taken[k]` nodes of `order`. // (maxLevels,) */
  readonly taken: Int32Array;
  /** The gap d[taken] − d[taken−1] of each. // (maxLevels,) */
  readonly gaps: Float32Array;
  readonly keys: Uint32Array;
  readonly swapKeys: Uint32Array;
  readonly swapOrder: Int32Array;
  /** Of the lower and of the upper digits. // (RADIX,) each */
  readonly counts: Uint32Array;
  readonly highCounts: Uint32Array;
  /** Of each node of `order` the distance to the next, 0 where the level may not be taken. // (nodeCount,) */
  readonly steps: Float64Array;
  readonly scratch: Scratch;
}

export function levelSetScratch(nodeCount: number, maxLevels: number, scratch: Scratch): LevelSetScratch {
  return {
    order: scratch.int32(nodeCount),
    cumulative: scratch.float32(nodeCount),
    taken: scratch.int32(maxLevels),
    gaps: scratch.float32(maxLevels),
    keys: scratch.uint32(nodeCount),
    swapKeys: scratch.uint32(nodeCount),
    swapOrder: scratch.int32(nodeCount),
    counts: scratch.uint32(RADIX),
    highCounts: scratch.uint32(RADIX),
    steps: scratch.float64(nodeCount + 1),
    scratch,
  };
}

const RADIX = 2048;
const RADIX_BITS = 11;

/**
 * Sorts nodes by distance into `order`: distances are quantised to 22 bits over their range and radix-sorted in two
 * passes, so equal and nearly equal distances (one part in four million) stay in the order of the nodes.
 */
export function sortByDistance(distance: Float32Array, work: LevelSetScratch): void {
  const { order, keys, swapKeys, swapOrder, counts, highCounts } = work;
  const n = distance.length;
  const loops = loopsOn(work.scratch, distance, highCounts);
  if (loops !== null) {
    loops.sortByDistance(
      distance.byteOffset,
      n,
      order.byteOffset,
      keys.byteOffset,
      swapKeys.byteOffset,
      swapOrder.byteOffset,
      counts.byteOffset,
    );
    return;
  }
  let low = Infinity;
  let high = -Infinity;
  for (let v = 0; v < n; v++) {
    const d = distance[v]!;
    if (d < low) low = d;
    if (d > high && d !== Infinity) high = d;
  }
  const scale = high > low ? (RADIX * RADIX - 1) / (high - low) : 0;
  counts.fill(0);
  highCounts.fill(0);
  for (let v = 0; v < n; v++) {
    const d = distance[v]!;
    const key = scale === 0 ? 0 : d >= high ? RADIX * RADIX - 1 : ((d - low) * scale) | 0;
    keys[v] = key;
    counts[key & (RADIX - 1)]!++;
    highCounts[key >>> RADIX_BITS]!++;
  }
  prefixSums(counts);
  prefixSums(highCounts);
  for (let v = 0; v < n; v++) {
    const to = counts[keys[v]! & (RADIX - 1)]!++;
    swapKeys[to] = keys[v]!;
    swapOrder[to] = v;
  }
  for (let i = 0; i < n; i++) order[highCounts[swapKeys[i]! >>> RADIX_BITS]!++] = swapOrder[i]!;
}

function prefixSums(counts: Uint32Array): void {
  let sum = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const here = counts[digit]!;
    counts[digit] = sum;
    sum += here;
  }
}

/**
 * Critical level sets (method.md, step 5): of the sorted distances the `maxLevels` largest gaps are taken as
 * thresholds, but none whose set's area is too near that of a taken one (smaller over larger > `maxIou`). Sets of one
 * transform are nested, so that ratio is their IoU. Fills `taken` (ascending) and `gaps`; returns how many.
 */
export function criticalLevels(
  distance: Float32Array,
  area: Float32Array,
  maxLevels: number,
  maxIou: number,
  work: LevelSetScratch,
): number {
  const { order, cumulative, steps, taken, gaps } = work;
  const n = order.length;
  const loops = loopsOn(work.scratch, distance, area, steps);
  if (loops !== null) {
    return loops.criticalLevels(
      distance.byteOffset,
      area.byteOffset,
      n,
      maxLevels,
      maxIou,
      order.byteOffset,
      cumulative.byteOffset,
      steps.byteOffset,
      taken.byteOffset,
      gaps.byteOffset,
    );
  }
  let sum = 0;
  for (let i = 0, here = n > 0 ? distance[order[0]!]! : 0; i < n; i++) {
    sum += area[order[i]!]!;
    cumulative[i] = sum;
    const next = i < n - 1 ? distance[order[i + 1]!]! : here;
    steps[i] = next - here;
    here = next;
  }
  let count = 0;
  while (count < maxLevels) {
    let level = -1;
    let largest = 0;
    for (let i = 0; i < n - 1; i++) {
      if (steps[i]! > largest) {
        largest = steps[i]!;
        level = i;
      }
    }
    if (level < 0) break;
    const size = cumulative[level]!;
    for (let i = level; i >= 0 && cumulative[i]! > maxIou * size; i--) steps[i] = 0;
    for (let i = level; i < n && maxIou * cumulative[i]! < size; i++) steps[i] = 0;
    let slot = count++;
    for (; slot > 0 && taken[slot - 1]! > level + 1; slot--) {
      taken[slot] = taken[slot - 1]!;
      gaps[slot] = gaps[slot - 1]!;
    }
    taken[slot] = level + 1;
    gaps[slot] = largest;
  }
  return count;
}
