import type { SearchCosts } from '../searchCosts.ts';
import type { MultiIndex } from './multiIndex.ts';

/** Of a scan's cost, what look-ups may cost while it is not known how far they must go. */
const BLIND_SHARE = 0.06;
/** Of a scan's cost, what look-ups are reckoned to cost at most when they go on. */
const PAYS_SHARE = 0.8;

/**
 * Decides step by step whether looking up goes on or a scan is cheaper. After each step the distance of the hit number k so far says how
 * many steps there can still be, and so how many look-ups; each is reckoned to find as many members as those of the step before did
 * (buckets near the query's own are as crowded or less) or an even share of all codes, whichever is more. Steps go on when all that
 * is reckoned, with what was spent, stays under 0.8 of a scan; without k hits nothing is known, and the exact values alone are looked
 * up, as long as that costs under 0.06 of a scan. So codes without clusters cost a scan and little more, and crowded buckets are
 * not measured when that takes longer than a scan.
 */
export interface StepPlan {
  /** Before step r, with the greatest distance that still counts. */
  mayLookUp(r: number, bound: number): boolean;
  /** Before measuring the members that step r has found. */
  mayMeasure(r: number, members: number, bound: number): boolean;
}

function binomial(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
}

export function stepPlan({ substrings }: MultiIndex, rows: number, costs: SearchCosts): StepPlan {
  const tables = substrings.length;
  const scan = costs.search + rows * costs.scannedCode;
  const perLookup = substrings.map(({ length }) => rows / 2 ** length);
  let spent = 0;
  const lookupsAt = (r: number): number => binomial(substrings[r % tables]!.length, Math.floor(r / tables));
  const ahead = (from: number, bound: number): number => {
    let cost = 0;
    for (let r = from; r <= bound && cost <= scan; r++)
      cost += lookupsAt(r) * (costs.lookup + perLookup[r % tables]! * costs.member);
    return cost;
  };
  return {
    mayLookUp(r, bound) {
      if (spent + ahead(r, bound) <= PAYS_SHARE * scan) return true;
      return r < tables && spent + lookupsAt(r) * costs.lookup <= BLIND_SHARE * scan;
    },
    mayMeasure(r, members, bound) {
      const t = r % tables;
      const lookups = lookupsAt(r);
      spent += lookups * costs.lookup;
      perLookup[t] = Math.max(rows / 2 ** substrings[t]!.length, members / lookups);
      const step = members * costs.member;
      const pays = spent + step + ahead(r + 1, bound) <= PAYS_SHARE * scan;
      const blind = r < tables && spent + step <= BLIND_SHARE * scan;
      if (pays || blind) spent += step;
      return pays || blind;
    },
  };
}
