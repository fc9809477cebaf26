import { type LevelSetScratch, RADIX, RADIX_BITS } from './levelSetScratch.ts';

/**
 * Sorts nodes by distance into `work.order`. Distances are quantised to 22 bits over their range and radix-sorted, so that equal and nearly
 * equal distances (one part in four million) stay in the order of the nodes. `distance` // (nodeCount,), Infinity last
 */
export function sortByDistance(
  distance: Float32Array,
  { order, keys, swapKeys, swapOrder, counts, highCounts }: LevelSetScratch,
): void {
  const n = distance.length;
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
 * Critical level sets (README.md, "Critical level sets"): of the sorted distances the `maxLevels` largest gaps are taken as thresholds, but
 * none whose set is too close in area to one taken before (smaller over larger > `maxIou`). The sets of one transform are nested, so that
 * ratio is their IoU. Fills `work.taken`, ascending, and `work.gaps`.
 * @param area pixels of the nodes // (nodeCount,)
 * @returns how many levels are taken
 */
export function criticalLevels(
  distance: Float32Array,
  area: Float32Array,
  maxLevels: number,
  maxIou: number,
  { order, cumulative, steps, taken, gaps }: LevelSetScratch,
): number {
  const n = order.length;
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
