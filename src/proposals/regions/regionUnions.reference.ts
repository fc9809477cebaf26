import { LEAST_PAIR_SHARE, LEAST_TRIPLE_SHARE, type RegionUnions } from './regionUnions.ts';

/**
 * Adds the unions of a region that has just been made with each of its neighbours, and with each two of them.
 * @param neighbours the first `count` of them
 * @param costs of joining the region with each
 * @param area of all regions, pixels
 */
export function addUnions(
  unions: RegionUnions,
  region: number,
  neighbours: Int32Array,
  costs: Float32Array,
  count: number,
  area: Float32Array,
  photoArea: number,
): void {
  const leastInPair = photoArea * LEAST_PAIR_SHARE;
  const leastInTriple = photoArea * LEAST_TRIPLE_SHARE;
  if (area[region]! < leastInPair) return;
  for (let k = 0; k < count; k++) {
    const other = neighbours[k]!;
    if (area[other]! < leastInPair) continue;
    addUnion(unions, region, other, -1, costs[k]!);
    if (Math.min(area[region]!, area[other]!) < leastInTriple) continue;
    for (let j = k + 1; j < count; j++) {
      if (area[neighbours[j]!]! >= leastInTriple)
        addUnion(unions, region, other, neighbours[j]!, costs[k]! + costs[j]!);
    }
  }
}

function addUnion(unions: RegionUnions, a: number, b: number, c: number, cost: number): void {
  const at = unions.count;
  // A union that finds no room is dropped. Photos use a third of it.
  if (at === unions.a.length) return;
  unions.count++;
  unions.a[at] = a;
  unions.b[at] = b;
  unions.c[at] = c;
  unions.cost[at] = cost;
}
