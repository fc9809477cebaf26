import { byTieKey, type TieKey } from '../columns/tieKey.ts';
import { hammingDistance } from '../hammingDistance.ts';

/** A photo as the specification sees it. */
export interface KeyedCode {
  readonly photo: number;
  readonly key: TieKey;
  /** // (⌈bits / 32⌉,) */
  readonly code: Uint32Array;
}

/**
 * All photos by their distance to the query, equal ones by their keys, equal keys in the order of the rows: the first k are what
 * `CodeSearch.nearest` gives, those within a radius what `CodeSearch.within` gives, by whichever way.
 */
export function rankedByDistance(
  rows: readonly KeyedCode[],
  query: Uint32Array,
): { readonly photo: number; readonly distance: number }[] {
  const measured = rows.map(({ photo, key, code }) => ({
    photo,
    key,
    distance: hammingDistance(code, 0, query, 0, query.length),
  }));
  // Sorting is stable.
  measured.sort((a, b) => a.distance - b.distance || byTieKey(a.key, b.key));
  return measured.map(({ photo, distance }) => ({ photo, distance }));
}
