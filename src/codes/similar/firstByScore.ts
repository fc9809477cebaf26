import { stableSort } from './stableSort.ts';

/** Bins of scores that are counted first; within the one in which the last photo lies, scores are counted one by one. */
const BIN_BITS = 15;

/**
 * The first of what `placesByScore` gives, without sorting the others: two counts of all scores, and a sort of what is kept.
 * @param scores // (N,)
 * @param greatest score
 * @param count how many are wanted
 * @param byKey puts places of equal scores in order; below 0 where the first comes first
 * @returns places // (min(N, count),)
 */
export function firstByScore(
  scores: Uint32Array,
  greatest: number,
  count: number,
  byKey: (a: number, b: number) => number,
): Uint32Array {
  if (count <= 0) return new Uint32Array(0);
  const most = scores.length <= count ? greatest : lastScore(scores, greatest, count);
  const inOrder = placesUpTo(most, scores).sort(byKey);
  const keys = inOrder.map((place) => scores[place]!);
  return stableSort(keys, inOrder, greatest).values.slice(0, count);
}

/** The score of the last of so many, were they in order. */
function lastScore(scores: Uint32Array, greatest: number, count: number): number {
  const shift = Math.max(0, 32 - Math.clz32(greatest) - BIN_BITS);
  const bins = new Uint32Array((greatest >>> shift) + 1);
  for (let i = 0; i < scores.length; i++) bins[scores[i]! >>> shift]!++;
  const { at: bin, before } = place(bins, count);
  const within = new Uint32Array(2 ** shift);
  const first = bin * 2 ** shift;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]! - first;
    if (score >= 0 && score < within.length) within[score]!++;
  }
  return first + place(within, count - before).at;
}

/** Where the n-th lies of what was counted, and how many lie before. */
function place(counts: Uint32Array, n: number): { readonly at: number; readonly before: number } {
  let [at, before] = [0, 0];
  while (at < counts.length - 1 && before + counts[at]! < n) before += counts[at++]!;
  return { at, before };
}

function placesUpTo(score: number, scores: Uint32Array): Uint32Array {
  let count = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]! <= score) count++;
  const kept = new Uint32Array(count);
  let at = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]! <= score) kept[at++] = i;
  return kept;
}
