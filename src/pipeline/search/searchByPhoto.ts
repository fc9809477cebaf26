import { holdsCategory } from '../../base/holdsCategory.ts';
import { rankByCategory } from '../../codes/categoryCodes.ts';
import { rankAll } from '../../codes/exactSearch.ts';
import { wordsForBits } from '../../codes/packedCodes.ts';
import { expectedSharedLabels, orderTies } from '../../codes/tieOrder.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { CategoryRow, Hit } from '../api/pipeline.ts';
import type { Vocabulary } from '../library/galleryRows.ts';
import { SEARCHED_BITS, type SearchableCodes } from './searchableCodes.ts';

/** What a query photo is compared by. */
export interface QueryCodes extends Pick<PhotoAnalysis, 'semanticCodes' | 'categoryCodes'> {
  /** Corrected where a person corrected them. // (C,) */
  readonly probabilities: Float32Array;
}

/** Piece c of a photo's category codes, shared, not copied. // (wordsPerPiece,) */
export function pieceOf(categoryCodes: Uint32Array, category: number, bitsPerCategory: number): Uint32Array {
  const words = wordsForBits(bitsPerCategory);
  return categoryCodes.subarray(category * words, (category + 1) * words);
}

/** The hit's P_c of the category that both hold most surely: the one with the largest minimum of the two probabilities. */
function sharedProbability(query: Float32Array, hit: Float32Array): number {
  let most = -1;
  let probability = 0;
  for (let c = 0; c < query.length; c++) {
    const shared = Math.min(query[c]!, hit[c]!);
    if (shared > most) {
      most = shared;
      probability = hit[c]!;
    }
  }
  return probability;
}

/** The whole gallery except `except`, nearest first by the semantic code; at equal distance by the categories that are likely shared. */
export function similarPhotos(codes: SearchableCodes, query: QueryCodes, except: string | null): Hit[] {
  const likeness = expectedSharedLabels(codes.categories.probabilities, query.probabilities, codes.ids.length);
  const { indices, distances } = orderTies(rankAll(codes.semantic, query.semanticCodes[SEARCHED_BITS]), likeness);
  const hits: Hit[] = [];
  indices.forEach((n, rank) => {
    const id = codes.ids[n]!;
    if (id === except) return;
    hits.push({
      id,
      distance: distances[rank]!,
      probability: sharedProbability(query.probabilities, codes.probabilities[n]!),
    });
  });
  return hits;
}

/**
 * A row for each category that the query holds (P_c at or above the gate), the surest first; in it the photos that hold
 * the category, nearest first by its category-aware code.
 */
export function groupedByCategory(
  codes: SearchableCodes,
  vocabulary: Vocabulary,
  query: QueryCodes,
  except: string | null,
): CategoryRow[] {
  const { categories, bitsPerCategory } = vocabulary;
  const held = categories
    .map(({ name, gate }, category) => ({ name, category, queryProbability: query.probabilities[category]!, gate }))
    .filter(({ queryProbability, gate }) => holdsCategory(queryProbability, gate))
    .sort((a, b) => b.queryProbability - a.queryProbability || a.category - b.category);
  return held.map(({ name, category, queryProbability }) => {
    const ranking = rankByCategory(codes.categories, category, pieceOf(query.categoryCodes, category, bitsPerCategory));
    const hits: Hit[] = [];
    for (let rank = 0; rank < ranking.gated; rank++) {
      const n = ranking.indices[rank]!;
      const id = codes.ids[n]!;
      if (id !== except)
        hits.push({ id, distance: ranking.distances[rank]!, probability: codes.probabilities[n]![category]! });
    }
    return { category: name, queryProbability, bits: bitsPerCategory, hits };
  });
}
