import type { PhotoRow } from '../../gallery/schema.ts';
import type { Category } from '../../network/network.ts';

/** What the network in use knows; codes of another version are left out of every search. */
export interface Vocabulary {
  readonly categories: readonly Category[];
  readonly bitsPerCategory: number;
  readonly version: string;
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

/** The small rows of all photos in memory. */
export class GalleryRows {
  readonly #rows = new Map<string, PhotoRow>();
  #revision = 0;

  /** Differs whenever the rows do: what is made of them can be kept until then. */
  get revision(): number {
    return this.#revision;
  }

  get(id: string): PhotoRow | undefined {
    return this.#rows.get(id);
  }

  /** In the order in which they were put. */
  all(): PhotoRow[] {
    return [...this.#rows.values()];
  }

  put(row: PhotoRow): void {
    this.#rows.set(row.id, row);
    this.#revision++;
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.#rows.delete(id);
    this.#revision++;
  }

  clear(): void {
    this.#rows.clear();
    this.#revision++;
  }
}
