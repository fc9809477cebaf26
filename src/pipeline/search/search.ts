import { betweenStages } from '../../base/betweenStages.ts';
import type { CollectionMap } from '../api/collectionMap.ts';
import type { Facets, Found, NumberedSummary } from '../api/found.ts';
import { type GalleryQuery, WHOLE_GALLERY } from '../api/galleryQuery.ts';
import type { GateFigures } from '../api/gateFigures.ts';
import type { LikeAnswer, LikeQuery } from '../api/hits.ts';
import type { GalleryTotals, Region, SearchQuery } from '../api/pipeline.ts';
import type { GalleryColumns } from '../library/columns/galleryColumns.ts';
import type { SearchColumns } from '../library/columns/searchColumns.ts';
import { categoryIndex, type Vocabulary } from '../library/galleryRows.ts';
import type { Library } from '../library/library.ts';
import { numberedSummary } from '../library/numberedSummary.ts';
import { MapMaker } from './collectionMap.ts';
import { exampleOf } from './example.ts';
import { asExamples, photoOf } from './examples.ts';
import { galleryFacets } from './facets.ts';
import { PhotoFinder } from './findPhotos.ts';
import { gateFigures, gateSums } from './gateFigures.ts';
import { movedGate, movedGates } from './gates.ts';
import { searchLike } from './likeSearch.ts';
import { QueryDetails, type QueryDetailsParts } from './queryDetails.ts';
import type { ResolvedQuery } from './resolvedQuery.ts';
import { resolveQuery } from './resolveQuery.ts';

export interface SearchParts extends QueryDetailsParts {
  readonly library: QueryDetailsParts['library'] &
    Pick<Library, 'vocabulary' | 'knownVocabulary' | 'winningRegions' | 'columns' | 'damaged' | 'earlier'>;
  /** The album's photos; none where there is no such album. */
  album(name: string): Promise<ReadonlySet<string>>;
}

/** Of a gallery whose network is still being loaded: its photos can be seen, and found by all but what is in them. */
const UNKNOWN: Vocabulary = { categories: [], bitsPerCategory: 1, version: '', vectors: null };

/** Answers queries. A query photo that is not in the gallery is analysed and not added to it. */
export class Search {
  readonly #parts: SearchParts;
  readonly #details: QueryDetails;
  readonly #columns: GalleryColumns;
  readonly #finder: PhotoFinder;
  readonly #maps: MapMaker;

  constructor(parts: SearchParts) {
    this.#parts = parts;
    this.#details = new QueryDetails(parts);
    this.#columns = parts.library.columns;
    this.#finder = new PhotoFinder(this.#columns);
    this.#maps = new MapMaker(this.#columns);
  }

  /** @throws as `GalleryVerbs.find` */
  async find(query: GalleryQuery, signal: AbortSignal): Promise<Found> {
    const resolved = await this.#resolved(query, signal);
    // Of several asks that have arrived, those withdrawn are not answered.
    await betweenStages(signal);
    return this.#finder.find(resolved);
  }

  summaries(numbers: Uint32Array): (NumberedSummary | null)[] {
    const { length } = this.#known().categories;
    return Array.from(numbers, (number) => numberedSummary(this.#columns, number, length));
  }

  /** The gallery in a few figures. */
  totals(): GalleryTotals {
    const { revision, count, outdated } = this.#columns;
    const { sure } = movedGates(this.#known().categories, {});
    return {
      total: count,
      revision,
      outdated,
      damaged: this.#parts.library.damaged,
      counts: [...this.#finder.counts.over(sure)],
    };
  }

  numberOf(id: string): number | null {
    return this.#columns.numberOf(id);
  }

  facets(): Facets {
    return galleryFacets(this.#columns.facts);
  }

  /** @param wanted see `LikeOptions` @throws as `GalleryVerbs.searchLike` */
  async like(query: LikeQuery, among: GalleryQuery | null, signal: AbortSignal, wanted?: number): Promise<LikeAnswer> {
    const { like, unlike } = asExamples(query);
    const [first] = like;
    if (first === undefined) throw new RangeError('searchLike: got no example, wanted at least one');
    const vocabulary = await this.#parts.library.vocabulary();
    const resolved = await this.#resolved(among ?? { ...WHOLE_GALLERY, order: 'best' }, signal);
    const earlier = await this.#earlierCodes([...like, ...unlike], vocabulary.version);
    const details = (queries: readonly SearchQuery[]) =>
      Promise.all(queries.map((one) => this.#details.of(one, earlier?.vocabulary ?? vocabulary, signal)));
    const [liked, unliked] = await Promise.all([details(like), details(unlike)]);
    await betweenStages(signal);
    const search = earlier ?? this.#columns.search;
    if (search === null) throw new Error('Search.like: got no codes, wanted those of the vocabulary in use');
    const own = [...like, ...unlike].map((one) => photoOf(one)).filter((id) => id !== null);
    const likes = searchLike(this.#columns, search, this.#finder.orders, {
      like: liked.map(({ analysis }) => exampleOf(analysis)),
      unlike: unliked.map(({ analysis }) => exampleOf(analysis)),
      own: new Set(own.map((id) => this.#columns.numberOf(id)).filter((number) => number !== null)),
      among: among && this.#finder.sureMask(resolved),
      gates: earlier ? movedGates(earlier.vocabulary.categories, {}).sure : resolved.gates.sure,
      order: resolved.order,
      ...(wanted !== undefined && { first: wanted }),
    });
    return { ...likes, query: liked[0]!, earlier: earlier?.codes.count ?? null };
  }

  /** Of the network that saw all these photos, where it is one and not the one in use; null elsewhere. */
  async #earlierCodes(queries: readonly SearchQuery[], inUse: string): Promise<SearchColumns | null> {
    const versions = new Set(
      queries.map((query) => (query.kind === 'photo' ? this.#parts.library.known(query.id)?.version : inUse)),
    );
    const [version] = versions;
    if (versions.size !== 1 || version === undefined || version === '' || version === inUse) return null;
    return this.#parts.library.earlier.of(version);
  }

  /** @throws RangeError when there is no such category. */
  async winningRegions(numbers: Uint32Array, name: string): Promise<(Region | null)[]> {
    const { categories } = await this.#parts.library.vocabulary();
    const category = categoryIndex(categories, name);
    const known = [...numbers].filter((number) => this.#columns.search?.has(number) === true);
    const ids = known.map((number) => this.#columns.idOf(number));
    const regions = await this.#parts.library.winningRegions(ids, category);
    const byNumber = new Map(known.map((number, i) => [number, regions[i] ?? null]));
    return Array.from(numbers, (number) => byNumber.get(number) ?? null);
  }

  /** @throws as `GalleryVerbs.gateFigures` */
  async gateFigures(category: string | null, sureness: number): Promise<GateFigures> {
    const { categories } = await this.#parts.library.vocabulary();
    const { sure } = movedGates(categories, { sureness });
    const chosen = category === null ? [...categories.keys()] : [categoryIndex(categories, category)];
    const gates = chosen.map((c) => movedGate(categories[c]!.gate, sureness));
    return gateFigures(
      chosen.map((c) => gateSums(this.#finder.counts.histogram(c), sure[c]!)),
      gates.reduce((sum, gate) => sum + gate, 0) / gates.length,
    );
  }

  /** @throws as `GalleryVerbs.collectionMap` */
  async collectionMap(signal: AbortSignal): Promise<CollectionMap> {
    const { categories } = await this.#parts.library.vocabulary();
    return this.#maps.map(this.#finder.orders.get('key'), movedGates(categories, {}).sure, signal);
  }

  async #resolved(query: GalleryQuery, signal: AbortSignal): Promise<ResolvedQuery> {
    const asksForCategories = query.chips.length > 0 || query.unrecognised === true;
    const vocabulary = asksForCategories ? await this.#parts.library.vocabulary() : this.#known();
    return resolveQuery(query, vocabulary, { details: this.#details, album: this.#parts.album }, signal);
  }

  #known(): Vocabulary {
    return this.#parts.library.knownVocabulary ?? UNKNOWN;
  }
}
