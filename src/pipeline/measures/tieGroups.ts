import { checkQuery, popcount } from '../../codes/hammingDistance.ts';
import type { PackedCodes } from '../../codes/packedCodes.ts';

/**
 * A ranked database as groups of photos that the ranking cannot tell apart, nearest group first. Hamming distances are
 * small whole numbers, so most photos are tied; every ranking measure here is the **expectation over all orders of the
 * tied photos**, in closed form (F. McSherry, M. Najork, "Computing Information Retrieval Performance Measures
 * Efficiently in the Presence of Tied Scores", ECIR 2008). No measure can then gain by a lucky photo order.
 * A ranking without ties is the same with groups of one.
 *
 * "Shared" is the number of labels that a photo shares with the query; relevant means at least one.
 * G groups:
 */
export interface TieGroups {
  /** Photos in the group; groups may be empty. // (G,) */
  readonly sizes: Float64Array;
  /** Relevant photos in the group. // (G,) */
  readonly relevant: Float64Array;
  /** Shared labels, summed over the group. // (G,) */
  readonly shared: Float64Array;
  /** Gain 2^shared − 1, summed over the group. // (G,) */
  readonly gains: Float64Array;
  /** Photos by their number of shared labels over all groups, from which the ideal order follows. // (most shared + 1,) */
  readonly bySharing: Float64Array;
}

function emptyGroups(groups: number, mostShared: number): TieGroups {
  return {
    sizes: new Float64Array(groups),
    relevant: new Float64Array(groups),
    shared: new Float64Array(groups),
    gains: new Float64Array(groups),
    bySharing: new Float64Array(mostShared + 1),
  };
}

function add(groups: TieGroups, group: number, shared: number): void {
  groups.sizes[group]!++;
  groups.bySharing[shared]!++;
  if (shared === 0) return;
  groups.relevant[group]!++;
  groups.shared[group]! += shared;
  groups.gains[group]! += 2 ** shared - 1;
}

function mostOf(shared: ArrayLike<number>): number {
  let most = 0;
  for (let n = 0; n < shared.length; n++) if (shared[n]! > most) most = shared[n]!;
  return most;
}

/**
 * One group for each distance.
 * @param distances // (N,), whole numbers 0..maxDistance
 * @param shared // (N,), whole numbers ≥ 0
 * @param leftOut a photo that is not part of the database, such as the query itself
 */
export function tieGroupsByDistance(
  distances: ArrayLike<number>,
  maxDistance: number,
  shared: ArrayLike<number>,
  leftOut = -1,
): TieGroups {
  if (distances.length !== shared.length) {
    throw new RangeError(
      `tieGroupsByDistance: got ${distances.length} distances and ${shared.length} photos, wanted as many`,
    );
  }
  const groups = emptyGroups(maxDistance + 1, mostOf(shared));
  for (let n = 0; n < shared.length; n++) if (n !== leftOut) add(groups, distances[n]!, shared[n]!);
  return groups;
}

/**
 * One group for each score, highest score first.
 * @param scores // (N,)
 * @param shared // (N,)
 */
export function tieGroupsByScore(scores: ArrayLike<number>, shared: ArrayLike<number>): TieGroups {
  if (scores.length !== shared.length) {
    throw new RangeError(`tieGroupsByScore: got ${scores.length} scores and ${shared.length} photos, wanted as many`);
  }
  const order = Uint32Array.from({ length: scores.length }, (_, n) => n).sort((a, b) => scores[b]! - scores[a]!);
  const groups = emptyGroups(order.length, mostOf(shared));
  let group = -1;
  order.forEach((n, rank) => {
    if (rank === 0 || scores[n] !== scores[order[rank - 1]!]) group++;
    add(groups, group, shared[n]!);
  });
  return groups;
}

/** A ranking without ties: photo `order[0]` first. `shared` is by photo, `order` may leave photos out. */
export function tieGroupsOfOrder(order: ArrayLike<number>, shared: ArrayLike<number>): TieGroups {
  const groups = emptyGroups(order.length, mostOf(shared));
  for (let rank = 0; rank < order.length; rank++) add(groups, rank, shared[order[rank]!]!);
  return groups;
}

/**
 * How many labels each photo shares with one label set. Label sets are packed like codes: bit c says label c.
 * @param out // (count,)
 */
export function sharedLabels(
  labelSets: PackedCodes,
  query: Uint32Array,
  out = new Uint8Array(labelSets.count),
): Uint8Array {
  checkQuery('sharedLabels', labelSets, query);
  const { words, wordsPerCode, count } = labelSets;
  for (let n = 0, at = 0; n < count; n++) {
    let sum = 0;
    for (let w = 0; w < wordsPerCode; w++, at++) sum += popcount(words[at]! & query[w]!);
    out[n] = sum;
  }
  return out;
}
