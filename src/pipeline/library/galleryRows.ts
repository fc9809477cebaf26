import type { PhotoRow } from '../../gallery/schema.ts';
import type { Category, VectorSpace } from '../../network/network.ts';

/** What the network in use knows; codes of another version are left out of every search. */
export interface Vocabulary {
  /** Those of the network, then those that a person taught. */
  readonly categories: readonly Category[];
  readonly bitsPerCategory: number;
  readonly version: string;
  /** What a category is taught in; null where the network has no layer for vectors. */
  readonly vectors: VectorSpace | null;
}

/** The categories that stored codes have values of: all but those that a person taught, which come last. */
export function ofNetwork(categories: readonly Category[]): readonly Category[] {
  return categories.filter(({ basis }) => basis !== 'taught');
}

/** P_c with a person's corrections laid over it as 0 and 1. @param categories of the network // (C,) */
export function correctedProbabilities(row: PhotoRow, categories: readonly Category[]): Float32Array {
  const corrected = Float32Array.from(row.probabilities);
  categories.forEach(({ name }, c) => {
    const verdict = row.corrections[name];
    if (verdict) corrected[c] = verdict === 'present' ? 1 : 0;
  });
  return corrected;
}

/**
 * The index of a category, which is what everything inside the pipeline works with; outside it has its name alone.
 * @throws RangeError when no category has that name.
 */
export function categoryIndex(categories: readonly Category[], name: string): number {
  const index = categories.findIndex((category) => category.name === name);
  if (index < 0)
    throw new RangeError(
      `categoryIndex: got the category "${name}", wanted one of ${categories.map((category) => category.name).join(', ')}`,
    );
  return index;
}
