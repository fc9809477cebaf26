import { type CategoryCodes, categoryCodes } from '../../codes/categoryCodes.ts';
import { joinCodes, type PackedCodes } from '../../codes/packedCodes.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import type { Category } from '../../network/network.ts';
import { hasLooks, type PackedLooks, packedLooks } from './looks.ts';

/** The vocabulary and the version of the heads in use; codes of other versions are left out of the search. */
export interface Vocabulary {
  readonly categories: readonly Category[];
  readonly bitsPerCategory: number;
  readonly version: string;
}

/** Semantic codes are searched at their longest. */
export const SEARCHED_BITS = 64;

/** Packed codes of all searchable photos; position n is the same photo throughout. */
export interface SearchableCodes {
  readonly ids: readonly string[];
  readonly semantic: PackedCodes;
  readonly categories: CategoryCodes;
  readonly looks: PackedLooks;
  /** Of photo n, corrected. // N times (C,) */
  readonly probabilities: readonly Float32Array[];
}

/** P_c with a person's corrections laid over it as 0 and 1. // (C,) */
export function correctedProbabilities(row: PhotoRow, categories: readonly Category[]): Float32Array {
  const corrected = Float32Array.from(row.probabilities);
  categories.forEach(({ name }, c) => {
    const verdict = row.corrections[name];
    if (verdict) corrected[c] = verdict === 'present' ? 1 : 0;
  });
  return corrected;
}

/** The gallery's small rows in memory, and the packed codes made of them when a search asks. */
export class GalleryIndex {
  readonly #rows = new Map<string, PhotoRow>();
  #packed: { readonly vocabulary: Vocabulary; readonly codes: SearchableCodes } | null = null;

  get(id: string): PhotoRow | undefined {
    return this.#rows.get(id);
  }

  /** In the order in which they were put. */
  rows(): IterableIterator<PhotoRow> {
    return this.#rows.values();
  }

  put(row: PhotoRow): void {
    this.#rows.set(row.id, row);
    this.#packed = null;
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.#rows.delete(id);
    this.#packed = null;
  }

  clear(): void {
    this.#rows.clear();
    this.#packed = null;
  }

  /** Photos of the version in use. A millisecond for a thousand photos, and only after a change. */
  searchable(vocabulary: Vocabulary): SearchableCodes {
    if (this.#packed?.vocabulary !== vocabulary) {
      const rows = [...this.#rows.values()].filter((row) => row.version === vocabulary.version).filter(hasLooks);
      const probabilities = rows.map((row) => correctedProbabilities(row, vocabulary.categories));
      const codes = {
        ids: rows.map((row) => row.id),
        semantic: joinCodes(
          SEARCHED_BITS,
          rows.map((row) => row.semanticCodes[SEARCHED_BITS]),
        ),
        categories: categoryCodes(
          rows.map((row, n) => ({ categoryCodes: row.categoryCodes, probabilities: probabilities[n]! })),
          vocabulary.bitsPerCategory,
          Float32Array.from(vocabulary.categories, ({ gate }) => gate),
        ),
        looks: packedLooks(rows, vocabulary.categories.length),
        probabilities,
      };
      this.#packed = { vocabulary, codes };
    }
    return this.#packed.codes;
  }
}
