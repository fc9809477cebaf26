import type { CodeHits, CodeSearch } from '../../codes/nearest/codeSearch.ts';

/**
 * The k photos nearest to the query, those of one distance by the number of labels that they are expected to share with it,
 * Σ_c P_c(query) · P_c(photo), greatest first, then by key. A code of few bits leaves hundreds of photos tied, and a person sees the
 * first of them. Only the likeness of photos that can be among the k is computed: those nearer than hit number k, and all as near.
 * @param probabilities P_c of the query as bytes // (C,)
 * @throws RangeError as `CodeSearch.nearest`, and when there are not C probabilities.
 */
export function nearestByLikeness(
  search: CodeSearch,
  query: Uint32Array,
  probabilities: Uint8Array,
  k: number,
): CodeHits {
  const { columns } = search;
  if (probabilities.length !== columns.categories) {
    throw new RangeError(
      `nearestByLikeness: got ${probabilities.length} probabilities of the query, wanted ${columns.categories}`,
    );
  }
  const nearest = search.nearest(query, k);
  const count = nearest.photos.length;
  if (count === 0) return nearest;
  const hits = search.within(query, nearest.distances[count - 1]!);
  const likeness = likenessOf(search, hits.photos, probabilities);
  const order = Uint32Array.from(hits.photos, (_, rank) => rank);
  // Hits came by key, and sorting is stable.
  order.sort((a, b) => hits.distances[a]! - hits.distances[b]! || likeness[b]! - likeness[a]! || a - b);
  const best = order.subarray(0, count);
  return {
    photos: Uint32Array.from(best, (rank) => hits.photos[rank]!),
    distances: Uint32Array.from(best, (rank) => hits.distances[rank]!),
  };
}

/** 255² times the expected number of shared labels; whole numbers, so the same everywhere. */
function likenessOf({ columns }: CodeSearch, photos: Uint32Array, probabilities: Uint8Array): Uint32Array {
  const rows = photos.map((photo) => columns.rowOf(photo));
  const likeness = new Uint32Array(photos.length);
  columns.probabilities.forEach((column, c) => {
    const p = probabilities[c]!;
    if (p === 0) return;
    const ofPhotos = column.bytes(columns.rows);
    for (let i = 0; i < rows.length; i++) likeness[i]! += p * ofPhotos[rows[i]!]!;
  });
  return likeness;
}
