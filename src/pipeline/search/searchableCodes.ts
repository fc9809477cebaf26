import { type CategoryCodes, categoryCodes } from '../../codes/categoryCodes.ts';
import { joinCodes, type PackedCodes } from '../../codes/packedCodes.ts';
import { hasLooks } from '../../gallery/seenRow.ts';
import { correctedProbabilities, type GalleryRows, type Vocabulary } from '../library/galleryRows.ts';
import { type PackedLooks, packedLooks } from './looks.ts';

/** Semantic codes are searched at their longest. */
export const SEARCHED_BITS = 64;

/**
 * Packed codes of all searchable photos; position n is the same photo throughout. Photos lie in the order of their ids, so that those
 * which a search finds equally good come in the same order after a reload.
 */
export interface SearchableCodes {
  readonly ids: readonly string[];
  readonly semantic: PackedCodes;
  readonly categories: CategoryCodes;
  readonly looks: PackedLooks;
  /** Of photo n, corrected. // N times (C,) */
  readonly probabilities: readonly Float32Array[];
}

/** Packs the codes of the photos that are of the version in use. */
export function searchableCodes(rows: GalleryRows, vocabulary: Vocabulary): SearchableCodes {
  const { categories, bitsPerCategory, version } = vocabulary;
  const searchable = rows
    .all()
    .filter((row) => row.version === version)
    .filter(hasLooks)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const probabilities = searchable.map((row) => correctedProbabilities(row, categories));
  return {
    ids: searchable.map((row) => row.id),
    semantic: joinCodes(
      SEARCHED_BITS,
      searchable.map((row) => row.semanticCodes[SEARCHED_BITS]),
    ),
    categories: categoryCodes(
      searchable.map((row, n) => ({ categoryCodes: row.categoryCodes, probabilities: probabilities[n]! })),
      bitsPerCategory,
      Float32Array.from(categories, ({ gate }) => gate),
    ),
    looks: packedLooks(searchable, categories.length),
    probabilities,
  };
}

/** The packed codes of the gallery, made when a search asks for them: a millisecond for a thousand photos, and only after a change. */
export class PackedGallery {
  #packed: {
    readonly revision: number;
    readonly vocabulary: Vocabulary;
    readonly codes: SearchableCodes;
  } | null = null;

  codes(rows: GalleryRows, vocabulary: Vocabulary): SearchableCodes {
    if (this.#packed?.vocabulary !== vocabulary || this.#packed.revision !== rows.revision)
      this.#packed = { revision: rows.revision, vocabulary, codes: searchableCodes(rows, vocabulary) };
    return this.#packed.codes;
  }
}
