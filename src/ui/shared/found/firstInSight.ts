import type { Found, NumberedSummary } from '../../../pipeline/api/found.ts';
import type { LikeAnswer } from '../../../pipeline/api/hits.ts';
import type { Category } from '../model/category.ts';
import { mostShared } from '../model/hitList.ts';
import type { SummaryCache } from '../summaries/summaryCache.ts';
import type { RegionShelf } from '../thumbnails/regionShelf.ts';
import type { ThumbnailCache } from '../thumbnails/thumbnailCache.ts';

/** Of one list: what a screen shows, about. */
const FIRST = 30;
/** Of each of several lists below each other: two lines. */
const FIRST_OF_EACH = 12;
/** Lists below each other of which pictures are fetched, too. */
const LISTS = 3;

interface Shelves {
  readonly summaries: SummaryCache;
  readonly thumbnails: ThumbnailCache;
  readonly regions: RegionShelf;
}

/**
 * Fetches what the first tiles of an answer show before the answer itself is shown, so that they are drawn once and not piece by piece: what
 * they are, and where the categories asked for are in them. Their pictures are on their way by then.
 */
export class FirstInSight {
  readonly #shelves: Shelves;

  constructor(shelves: Shelves) {
    this.#shelves = shelves;
  }

  /** @param categories that hits are cropped around, by the names that the heads have for them */
  async ofFound(
    { numbers, revision }: Pick<Found, 'numbers' | 'revision'>,
    categories: readonly string[],
  ): Promise<void> {
    const first = numbers.subarray(0, FIRST);
    const regions = this.#shelves.regions.at(revision);
    await Promise.all([this.#known(first), ...categories.map((category) => regions.ready(first, category))]);
  }

  /** Of the overall list. @param categories of the vocabulary, by the names that the heads have for them */
  async ofSimilar({ query, similar, revision }: LikeAnswer, categories: readonly Category[]): Promise<void> {
    const known = await this.#known(similar.numbers.subarray(0, FIRST));
    const { probabilities } = query.analysis;
    const shared = known.map((photo) => mostShared(probabilities, photo.probabilities, categories));
    const regions = this.#shelves.regions.at(revision);
    await Promise.all(
      [...new Set(shared)].map((category) => {
        const name = category === null ? undefined : categories[category]?.name;
        const photos = known.filter((_, i) => shared[i] === category);
        return name === undefined
          ? undefined
          : regions.ready(
              Uint32Array.from(photos, ({ number }) => number),
              name,
            );
      }),
    );
  }

  /** Of the groups. */
  async ofGroups({ together, rows, revision }: LikeAnswer): Promise<void> {
    const regions = this.#shelves.regions.at(revision);
    const lists = [
      ...(together === null ? [] : [{ hits: together.hits, categories: together.categories }]),
      ...rows.map(({ hits, category }) => ({ hits, categories: [category] })),
    ].map(({ hits, categories }) => ({ first: hits.numbers.subarray(0, FIRST_OF_EACH), categories }));
    const all = Uint32Array.from(new Set(lists.slice(0, LISTS).flatMap(({ first }) => [...first])));
    await Promise.all([
      this.#known(all),
      ...lists.flatMap(({ first, categories }) => categories.map((category) => regions.ready(first, category))),
    ]);
  }

  async #known(numbers: Uint32Array): Promise<readonly NumberedSummary[]> {
    const known = await this.#shelves.summaries.ready(numbers);
    this.#shelves.thumbnails.warm(known.map(({ id }) => id));
    return known;
  }
}
