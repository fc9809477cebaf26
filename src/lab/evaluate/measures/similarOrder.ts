import { likenessOf } from '../../../codes/likeness.ts';
import type { SearchHits } from '../../../pipeline/measures/exactSearch.ts';
import { orderTies } from './tieOrder.ts';

/**
 * An order of similar photos by their codes first. The page ranks by `similar/rankSimilar` instead; this one is measured beside it and ships
 * nowhere. First the same picture, edited at most, and what looks nearly as like it, by looks; then the others by distance, those of one
 * distance by looks, and those of one distance and equal looks by the number of labels that they are expected to share.
 * @param ranked the whole database by distance
 * @param looks bits in which each photo's appearance code differs from the query's // (count,)
 * @param sharedLabels expected number of labels that each photo shares with the query, at most `categories` // (count,)
 */
export function similarOrder(
  ranked: SearchHits,
  looks: Uint16Array,
  sharedLabels: Float32Array,
  categories: number,
): SearchHits {
  // Looks are whole bits and the expected number of shared labels is at most C: a further tie-break below one bit.
  const closeness = sharedLabels.map((labels, n) => labels / (categories + 1) - looks[n]!);
  const { indices, distances } = orderTies(ranked, closeness);
  const alike: number[] = [];
  const others: number[] = [];
  indices.forEach((n, rank) => (likenessOf(looks[n]!) === 'other' ? others : alike).push(rank));
  alike.sort((a, b) => looks[indices[a]!]! - looks[indices[b]!]!);
  const ranks = [...alike, ...others];
  return {
    indices: Uint32Array.from(ranks, (rank) => indices[rank]!),
    distances: Uint16Array.from(ranks, (rank) => distances[rank]!),
  };
}
