import type { TieGroups } from './tieGroups.ts';

/**
 * NDCG@n (Järvelin and Kekäläinen 2002, with the gain of Burges et al. 2005): gain 2^shared − 1, discount
 * 1 / log2(1 + rank), over the same sum for the best possible order of the whole database. The numerator is the
 * expectation over the orders of tied photos; the ideal has no ties to speak of, so the ratio's expectation is exact.
 * @returns 0..1, or null where nothing is relevant
 */
export function ndcg({ sizes, gains, bySharing }: TieGroups, n: number): number | null {
  let found = 0;
  for (let g = 0, rank = 1; g < sizes.length && rank <= n; g++) {
    const last = Math.min(n, rank + sizes[g]! - 1);
    const gain = gains[g]! / sizes[g]!;
    for (; rank <= last; rank++) found += gain / Math.log2(1 + rank);
  }
  let ideal = 0;
  for (let shared = bySharing.length - 1, rank = 1; shared > 0 && rank <= n; shared--) {
    const last = Math.min(n, rank + bySharing[shared]! - 1);
    for (; rank <= last; rank++) ideal += (2 ** shared - 1) / Math.log2(1 + rank);
  }
  return ideal === 0 ? null : found / ideal;
}
