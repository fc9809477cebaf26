import { holdsCategory } from '../../base/holdsCategory.ts';
import { rankByCategory } from '../../codes/categoryCodes.ts';
import { rankAll } from '../../codes/exactSearch.ts';
import { likenessOf } from '../../codes/likeness.ts';
import { wordsForBits } from '../../codes/packedCodes.ts';
import { expectedSharedLabels, orderTies } from '../../codes/tieOrder.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { CategoryRow, Hit, SimilarBy } from '../api/pipeline.ts';
import type { Vocabulary } from '../library/galleryRows.ts';
import { looksDistances, regionLooks } from './looks.ts';
import { SEARCHED_BITS, type SearchableCodes } from './searchableCodes.ts';

/** What a query photo is compared by. */
export interface QueryCodes
  extends Pick<PhotoAnalysis, 'semanticCodes' | 'categoryCodes' | 'appearance' | 'regionAppearance'> {
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

/**
 * The whole gallery except `except`. First the same picture, edited at most, and what looks nearly as like it. Then the others, nearest first by the
 * semantic code and those of one distance by looks; by looks alone where the query holds no category, since its semantic code says nothing.
 */
export function similarPhotos(
  codes: SearchableCodes,
  query: QueryCodes,
  except: string | null,
  by: SimilarBy = 'semantic',
): Hit[] {
  const looks = looksDistances(codes.looks.photos, query.appearance);
  const shared = expectedSharedLabels(codes.categories.probabilities, query.probabilities, codes.ids.length);
  // Looks are whole bits and the expected number of shared labels is at most C: a further tie-break below one bit.
  const closeness = shared.map((labels, n) => labels / (query.probabilities.length + 1) - looks[n]!);
  const ranked =
    by === 'semantic'
      ? rankAll(codes.semantic, query.semanticCodes[SEARCHED_BITS])
      : rankAll(codes.looks.photos, query.appearance);
  const { indices, distances } = orderTies(ranked, closeness);
  const alike: { readonly hit: Hit; readonly bits: number }[] = [];
  const others: Hit[] = [];
  indices.forEach((n, rank) => {
    const id = codes.ids[n]!;
    if (id === except) return;
    const likeness = likenessOf(looks[n]!);
    const hit: Hit = {
      id,
      distance: distances[rank]!,
      probability: sharedProbability(query.probabilities, codes.probabilities[n]!),
      likeness,
    };
    if (likeness === 'other') others.push(hit);
    else alike.push({ hit, bits: looks[n]! });
  });
  return [...alike.sort((a, b) => a.bits - b.bits).map(({ hit }) => hit), ...others];
}

/**
 * A row for each category that the query holds (P_c at or above the gate), the surest first; in it the photos that hold
 * the category, nearest first by its category-aware code, and those of one distance by what the regions that won it look like.
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
  const looks = looksDistances(codes.looks.photos, query.appearance);
  return held.map(({ name, category, queryProbability }) => {
    const ranking = rankByCategory(codes.categories, category, pieceOf(query.categoryCodes, category, bitsPerCategory));
    const { indices, distances, gated } = ranking;
    const regions = looksDistances(codes.looks.regions[category]!, regionLooks(query.regionAppearance, category));
    const held = orderTies(
      { indices: indices.subarray(0, gated), distances: distances.subarray(0, gated) },
      Float32Array.from(regions, (bits) => -bits),
    );
    const hits: Hit[] = [];
    held.indices.forEach((n, rank) => {
      const id = codes.ids[n]!;
      if (id === except) return;
      hits.push({
        id,
        distance: held.distances[rank]!,
        probability: codes.probabilities[n]![category]!,
        likeness: likenessOf(looks[n]!),
      });
    });
    return { category: name, queryProbability, bits: bitsPerCategory, hits };
  });
}
