import type { TieGroups } from './tieGroups.ts';

/**
 * ACG@n: mean number of labels that the first n photos share with the query, expected over the orders of tied photos.
 * A database of fewer than n photos is averaged over what it has.
 * @returns ≥ 0, or null for an empty database
 */
export function averageCumulativeGain({ sizes, shared }: TieGroups, n: number): number | null {
  let sum = 0;
  let taken = 0;
  for (let g = 0; g < sizes.length && taken < n; g++) {
    if (sizes[g] === 0) continue;
    const taking = Math.min(sizes[g]!, n - taken);
    sum += (shared[g]! * taking) / sizes[g]!;
    taken += taking;
  }
  return taken === 0 ? null : sum / taken;
}
