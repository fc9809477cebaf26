import type { TieGroups } from './tieGroups.ts';

/**
 * Average precision over the whole ranked database: Σ precision@j over relevant ranks j / number of relevant photos,
 * expected over the orders of tied photos. In a group of n photos with r relevant ones after t photos with R relevant
 * ones, rank t + i is relevant with probability r/n, and then precision there is (R + 1 + (i − 1)(r − 1)/(n − 1)) / (t + i).
 * @returns 0..1, or null where nothing is relevant
 */
export function averagePrecision({ sizes, relevant }: TieGroups): number | null {
  let sum = 0;
  let before = 0;
  let relevantBefore = 0;
  for (let g = 0; g < sizes.length; g++) {
    const n = sizes[g]!;
    const r = relevant[g]!;
    if (r > 0) {
      const othersRelevant = n > 1 ? (r - 1) / (n - 1) : 0;
      let inGroup = 0;
      for (let i = 1; i <= n; i++) inGroup += (relevantBefore + 1 + (i - 1) * othersRelevant) / (before + i);
      sum += (r / n) * inGroup;
    }
    before += n;
    relevantBefore += r;
  }
  return relevantBefore === 0 ? null : sum / relevantBefore;
}
