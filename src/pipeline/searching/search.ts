import type { Gallery } from '../../gallery/gallery.ts';
import type { EngineHost } from '../engine/engineHost.ts';
import { Cancelled } from '../errors.ts';
import type { Pictures } from '../host/pictures.ts';
import type {
  CategoryChip,
  CombinedHit,
  PhotoDetail,
  PhotoQuery,
  Region,
  SearchAnswer,
  SearchQuery,
} from '../pipeline.ts';
import type { PreparePool } from '../prepare/preparePool.ts';
import { combinedSearch, type BoundChip } from './combinedSearch.ts';
import { correctedProbabilities, SEARCHED_BITS, type GalleryIndex, type Vocabulary } from './galleryIndex.ts';
import { regionInPhoto } from './region.ts';
import { groupedByCategory, pieceOf, similarPhotos } from './searchByPhoto.ts';

export interface SearchParts {
  readonly gallery: Gallery;
  readonly pool: PreparePool;
  readonly pictures: Pictures;
  readonly engine: EngineHost;
  readonly index: GalleryIndex;
  vocabulary(): Promise<Vocabulary>;
}

/** Answers queries. A query photo that is not of the gallery goes through the engine and is forgotten. */
export class Search {
  readonly #parts: SearchParts;

  constructor(parts: SearchParts) {
    this.#parts = parts;
  }

  /** @throws UnreadablePhoto, Cancelled; Error when the photo is not in the gallery or outdated. */
  async byPhoto(query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer> {
    const vocabulary = await this.#parts.vocabulary();
    const detail = await this.#detail(query, vocabulary);
    if (signal.aborted) throw new Cancelled('The search was cancelled.');
    const codes = this.#parts.index.searchable(vocabulary);
    const except = photoOf(query);
    return {
      query: detail,
      semanticBits: SEARCHED_BITS,
      similar: similarPhotos(codes, detail.analysis, except),
      rows: groupedByCategory(codes, vocabulary, detail.analysis, except),
    };
  }

  /** @throws as `byPhoto`; RangeError when a chip names no category. */
  async combined(chips: readonly CategoryChip[], signal: AbortSignal): Promise<CombinedHit[]> {
    const vocabulary = await this.#parts.vocabulary();
    const bound: BoundChip[] = [];
    for (const { category, role, like } of chips) {
      if (signal.aborted) throw new Cancelled('The search was cancelled.');
      const codes = like ? (await this.#detail(like, vocabulary)).analysis.categoryCodes : null;
      bound.push({ category, role, piece: codes && pieceOf(codes, category, vocabulary.bitsPerCategory) });
    }
    return combinedSearch(this.#parts.index.searchable(vocabulary), bound);
  }

  #detail(query: SearchQuery, vocabulary: Vocabulary): Promise<PhotoDetail> {
    switch (query.kind) {
      case 'photo':
        return this.#stored(query.id, vocabulary);
      case 'file':
        return this.#analysed(query.file);
      case 'region':
        return this.#region(query.of, query.region);
    }
  }

  async #stored(id: string, vocabulary: Vocabulary): Promise<PhotoDetail> {
    const { photo, analysis } = await this.#parts.gallery.analysis(id);
    if (photo.version !== vocabulary.version) {
      throw new Error(`${photo.name} was indexed by an older version. Drop its file again to search by it.`);
    }
    const probabilities = correctedProbabilities(photo, vocabulary.categories);
    return { analysis: { ...analysis, probabilities }, width: photo.width, height: photo.height };
  }

  /** @param region only what lies inside it is looked at */
  async #analysed(file: Blob, region?: Region): Promise<PhotoDetail> {
    const within = region && regionInPhoto(region);
    const { image, proposals, width, height } = await this.#parts.pool.prepare(file);
    const { analysis } = await this.#parts.engine.analyse(image, { proposals, ...(within && { within }) });
    return { analysis, width, height };
  }

  async #region(of: PhotoQuery, region: Region): Promise<PhotoDetail> {
    if (of.kind === 'file') return this.#analysed(of.file, region);
    // The file where the page holds it; stored pictures are larger than what the network looks at, too.
    const { analysis } = await this.#analysed(await this.#parts.pictures.pixels(of.id), region);
    const { width, height } = (await this.#parts.gallery.analysis(of.id)).photo;
    return { analysis, width, height };
  }
}

/** The gallery's photo that the query is made of; it is no answer to itself. */
function photoOf(query: SearchQuery): string | null {
  const photo = query.kind === 'region' ? query.of : query;
  return photo.kind === 'photo' ? photo.id : null;
}
