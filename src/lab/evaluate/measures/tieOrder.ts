import type { SearchHits } from '../../../pipeline/measures/exactSearch.ts';

/**
 * Expected number of labels that each photo shares with the query, Σ_c P_c(query) · P_c(photo), taking categories as
 * independent: what tells photos of one distance apart.
 * @param probabilities P_c of all photos // C times (count,)
 * @param query P_c of the query // (C,)
 * @returns // (count,), 0..C
 */
export function expectedSharedLabels(
  probabilities: readonly Float32Array[],
  query: Float32Array,
  count: number,
): Float32Array {
  if (query.length !== probabilities.length) {
    throw new RangeError(
      `expectedSharedLabels: got ${query.length} probabilities of the query, wanted ${probabilities.length}`,
    );
  }
  const out = new Float32Array(count);
  probabilities.forEach((ofPhotos, c) => {
    const p = query[c]!;
    for (let n = 0; n < count; n++) out[n]! += p * ofPhotos[n]!;
  });
  return out;
}

/**
 * The same hits with those of equal distance put in the order of a likeness, highest first, then in photo order. A code of
 * few bits leaves hundreds of photos tied; their order is free, and a person sees the first of them.
 * @param likeness by photo // (count,)
 */
export function orderTies({ indices, distances }: SearchHits, likeness: Float32Array): SearchHits {
  const ordered = indices.slice();
  for (let start = 0, end = 0; start < ordered.length; start = end) {
    while (end < ordered.length && distances[end] === distances[start]) end++;
    if (end - start > 1) ordered.subarray(start, end).sort((a, b) => likeness[b]! - likeness[a]! || a - b);
  }
  return { indices: ordered, distances };
}
