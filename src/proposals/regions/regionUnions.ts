import type { Scratch } from '../arena/scratch.ts';

/**
 * Neighbours that met while both were whole, in twos and threes: their unions are candidates too (Arbeláez et al.
 * 2014 unite regions likewise), for many an object is two or three regions that never become one alone.
 */
export interface RegionUnions {
  count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** −1 where the union is of two. */
  readonly c: Int32Array;
  /** What joining them would have cost: for three, A with B and A with C. */
  readonly cost: Float32Array;
}

/** Each region of a pair and of a triple has at least this share of the photo. */
export const LEAST_PAIR_SHARE = 0.002;
export const LEAST_TRIPLE_SHARE = 0.015;

export function regionUnions(capacity: number, scratch: Scratch): RegionUnions {
  return {
    count: 0,
    a: scratch.int32(capacity),
    b: scratch.int32(capacity),
    c: scratch.int32(capacity),
    cost: scratch.float32(capacity),
  };
}

/**
 * Adds the unions of a region that has just come with each of its neighbours, and with each two of them.
 * @param neighbours of which the first `count` are meant
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
  // Full: that union is forgotten. Photos use a third of the room.
  if (at === unions.a.length) return;
  unions.count++;
  unions.a[at] = a;
  unions.b[at] = b;
  unions.c[at] = c;
  unions.cost[at] = cost;
}
