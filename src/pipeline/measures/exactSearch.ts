import { hammingDistances } from '../../codes/hammingDistance.ts';
import type { PackedCodes } from '../../codes/packedCodes.ts';

/** Nearest first; equal distances in photo order. K is at most the number of codes. */
export interface SearchHits {
  /** Positions in the codes. // (K,) */
  readonly indices: Uint32Array;
  /** // (K,), 0..bits, ascending */
  readonly distances: Uint16Array;
}

/**
 * The k codes nearest to the query by scanning all of them. A Hamming distance is a small whole number, so hits are
 * placed by counting (one bucket a distance), not by sorting or a heap: two passes over N, no allocation a hit.
 * @param scratch // (at least count,), reused from call to call by whoever searches often; overwritten with the distances
 * @throws RangeError when the query's length does not fit or k is not a whole number ≥ 0.
 */
export function exactSearch(
  codes: PackedCodes,
  query: Uint32Array,
  k: number,
  scratch = new Uint16Array(codes.count),
): SearchHits {
  return nearestByCounting(hammingDistances(codes, query, scratch), codes.count, codes.bits, k);
}

/** The whole ranking of the codes by their distance to the query. */
export function rankAll(codes: PackedCodes, query: Uint32Array, scratch = new Uint16Array(codes.count)): SearchHits {
  return exactSearch(codes, query, codes.count, scratch);
}

/**
 * The k smallest of `count` distances, in order, ties by position.
 * @param distances // (at least count,), each 0..maxDistance
 */
export function nearestByCounting(distances: Uint16Array, count: number, maxDistance: number, k: number): SearchHits {
  if (!Number.isInteger(k) || k < 0) throw new RangeError(`exactSearch: got k = ${k}, wanted a whole number from 0`);
  const wanted = Math.min(k, count);
  const bucketSizes = new Uint32Array(maxDistance + 1);
  for (let n = 0; n < count; n++) bucketSizes[distances[n]!]!++;
  // Where the next hit of each distance goes; `last` is the distance of hit number `wanted`.
  const next = new Uint32Array(maxDistance + 1);
  let last = 0;
  for (let d = 0, before = 0; d <= maxDistance && before < wanted; d++) {
    next[d] = before;
    before += bucketSizes[d]!;
    last = d;
  }
  const indices = new Uint32Array(wanted);
  const sorted = new Uint16Array(wanted);
  for (let n = 0, placed = 0; n < count && placed < wanted; n++) {
    const d = distances[n]!;
    if (d > last) continue;
    const at = next[d]!;
    if (at >= wanted) continue;
    next[d] = at + 1;
    indices[at] = n;
    sorted[at] = d;
    placed++;
  }
  return { indices, distances: sorted };
}
