import type { TieGroups } from './tieGroups.ts';

/**
 * Average precision with ACG@j (mean number of shared labels in the first j) instead of precision@j:
 * Σ ACG@j over relevant ranks j / number of relevant photos, expected over the orders of tied photos. It may exceed 1.
 *
 * In a group of n photos with r relevant ones and s shared labels, after t photos with S shared labels, a photo at rank
 * t + i has each of the others before it with probability (i − 1)/(n − 1), so the expected sum at relevant ranks is
 * (r·S + s + (i − 1)/(n − 1) · (r·s − s)) / n.
 * @returns ≥ 0, or null where nothing is relevant
 */
export function weightedAveragePrecision({ sizes, relevant, shared }: TieGroups): number | null {
  let sum = 0;
  let before = 0;
  let sharedBefore = 0;
  let totalRelevant = 0;
  for (let g = 0; g < sizes.length; g++) {
    const n = sizes[g]!;
    const r = relevant[g]!;
    const s = shared[g]!;
    if (r > 0) {
      const others = n > 1 ? (r * s - s) / (n - 1) : 0;
      let inGroup = 0;
      for (let i = 1; i <= n; i++) inGroup += (r * sharedBefore + s + (i - 1) * others) / (before + i);
      sum += inGroup / n;
    }
    before += n;
    sharedBefore += s;
    totalRelevant += r;
  }
  return totalRelevant === 0 ? null : sum / totalRelevant;
}
