import type { SearchCosts } from '../searchCosts.ts';
import type { MultiIndex } from './multiIndex.ts';

/** Of a scan's cost, what steps may cost while it is not known how many there will be. */
const BLIND_SHARE = 0.06;
/** Of a scan's cost, what steps may cost when they are reckoned to lead to the end. */
const PAYS_SHARE = 0.8;
/** Standard deviations by which the query's own buckets exceed an even share (a Poisson number) when a cluster is near. */
const CROWDED_DEVIATIONS = 5;
/** Steps of no more look-ups have their members counted before it is decided; others are reckoned to have an even share. */
const COUNTED_LOOKUPS = 600;

/**
 * Decides, step by step, whether multi-index hashing goes on or a scan is cheaper. The distance of hit number k so far bounds the steps
 * that are left, and so the look-ups. First they are reckoned as if codes were spread evenly; if that alone is more than 0.8 of a scan,
 * with what was spent, the search scans. Otherwise the members of the
 * buckets that are left are counted, which is a few look-ups, and decide. Without k hits nothing is known of what is left; where the
 * query's own buckets hold clearly more than an even share, steps are taken all the same as long as they cost less than 0.06 of a scan. (Members lie
 * anywhere in memory: a thousand of them, measured in vain, can take a tenth of a scan.)
 */
export interface StepPlan {
  /** Whether step r is taken, with the greatest distance that still counts; if so its cost is noted as spent. */
  mayStep(r: number, bound: number): boolean;
  /** Codes in the buckets of step r. */
  members(r: number): number;
}

function binomial(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
}

export function stepPlan(index: MultiIndex, query: number, costs: SearchCosts): StepPlan {
  const { substrings, rows } = index;
  const tables = substrings.length;
  const scan = costs.search + rows * costs.scannedCode;
  const lookups = (r: number): number => binomial(substrings[r % tables]!.length, Math.floor(r / tables));
  const evenShare = (r: number): number =>
    lookups(r) * (costs.lookup + (rows / 2 ** substrings[r % tables]!.length) * costs.member);
  const counted = new Map<number, number>();
  let spent = 0;
  const members = (r: number): number => {
    let count = counted.get(r);
    if (count === undefined) {
      count = index.membersAt(r % tables, Math.floor(r / tables), query);
      counted.set(r, count);
      spent += lookups(r) * costs.lookup;
    }
    return count;
  };
  const sum = (from: number, bound: number, cost: (r: number) => number): number => {
    let total = 0;
    for (let r = from; r <= bound && total <= scan; r++) total += cost(r);
    return total;
  };
  const stepCost = (r: number): number =>
    lookups(r) <= COUNTED_LOOKUPS ? members(r) * costs.member + lookups(r) * costs.lookup : evenShare(r);
  const isCrowded = (): boolean => {
    let own = 0;
    let even = 0;
    for (let t = 0; t < tables; t++) {
      own += members(t);
      even += rows / 2 ** substrings[t]!.length;
    }
    return own > even + CROWDED_DEVIATIONS * Math.sqrt(even);
  };
  return {
    members,
    mayStep(r, bound) {
      const pays =
        spent + sum(r, bound, evenShare) <= PAYS_SHARE * scan && spent + sum(r, bound, stepCost) <= PAYS_SHARE * scan;
      const taken = pays || (isCrowded() && spent + stepCost(r) <= BLIND_SHARE * scan);
      if (taken) spent += members(r) * costs.member + lookups(r) * costs.lookup;
      return taken;
    },
  };
}
