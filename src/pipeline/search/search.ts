import { APPEARANCE_BITS } from '../../network/appearance/appearanceBits.ts';
import type { AnalysedPhoto, AnalyseOptions } from '../analyser/analyser.ts';
import { throwIfCancelled } from '../api/errors.ts';
import type {
  CategoryChip,
  CombinedHit,
  PhotoDetail,
  PhotoPicture,
  PhotoQuery,
  Region,
  SearchAnswer,
  SearchQuery,
} from '../api/pipeline.ts';
import { categoryIndex, type Vocabulary } from '../library/galleryRows.ts';
import type { Library } from '../library/library.ts';
import { type BoundChip, combinedSearch } from './combinedSearch.ts';
import { Remembered } from './remembered.ts';
import { PackedGallery, SEARCHED_BITS } from './searchableCodes.ts';
import { groupedByCategory, pieceOf, similarPhotos } from './searchByPhoto.ts';

export interface SearchParts {
  readonly library: Pick<Library, 'rows' | 'vocabulary' | 'detail'>;
  /** The best picture of a photo of the gallery. @throws PictureGone */
  pixels(id: string): Promise<PhotoPicture>;
  analyse(file: Blob, options: AnalyseOptions): Promise<AnalysedPhoto>;
  /** Names a file by its content. @throws UnreadablePhoto */
  contentHash(file: Blob): Promise<string>;
}

/** Analyses of query files and of regions that are remembered: up to 300 kB each. */
const REMEMBERED_QUERIES = 24;

/** Answers queries. A query photo that is not in the gallery is analysed and not added to it. */
export class Search {
  readonly #parts: SearchParts;
  readonly #packed = new PackedGallery();
  readonly #remembered = new Remembered<PhotoDetail>(REMEMBERED_QUERIES);

  constructor(parts: SearchParts) {
    this.#parts = parts;
  }

  /** @throws UnreadablePhoto, Cancelled, PictureGone; Error when the photo is not in the gallery or outdated. */
  async byPhoto(query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer> {
    const vocabulary = await this.#parts.library.vocabulary();
    const detail = await this.#detail(query, vocabulary, signal);
    throwIfCancelled(signal);
    const codes = this.#packed.codes(this.#parts.library.rows, vocabulary);
    const except = photoOf(query);
    const rows = groupedByCategory(codes, vocabulary, detail.analysis, except);
    const similarBy = rows.length === 0 ? 'looks' : 'semantic';
    return {
      query: detail,
      semanticBits: SEARCHED_BITS,
      similarBy,
      similarBits: similarBy === 'looks' ? APPEARANCE_BITS : SEARCHED_BITS,
      similar: similarPhotos(codes, detail.analysis, except, similarBy),
      rows,
    };
  }

  /** @throws as `byPhoto`; RangeError when a chip names no category. */
  async combined(chips: readonly CategoryChip[], signal: AbortSignal): Promise<CombinedHit[]> {
    const vocabulary = await this.#parts.library.vocabulary();
    const bound = await Promise.all(
      chips.map(async ({ category: name, role, like }): Promise<BoundChip> => {
        const category = categoryIndex(vocabulary.categories, name);
        const codes = like ? (await this.#detail(like, vocabulary, signal)).analysis.categoryCodes : null;
        return { category, role, piece: codes && pieceOf(codes, category, vocabulary.bitsPerCategory) };
      }),
    );
    throwIfCancelled(signal);
    return combinedSearch(this.#packed.codes(this.#parts.library.rows, vocabulary), bound);
  }

  async #detail(query: SearchQuery, vocabulary: Vocabulary, signal: AbortSignal): Promise<PhotoDetail> {
    switch (query.kind) {
      case 'photo':
        return this.#stored(query.id, vocabulary);
      case 'file':
        return this.#analysed(query.file, await this.#parts.contentHash(query.file), vocabulary, signal);
      case 'region':
        return this.#region(query.of, query.region, vocabulary, signal);
    }
  }

  async #stored(id: string, { version }: Vocabulary): Promise<PhotoDetail> {
    const row = this.#parts.library.rows.get(id);
    if (row !== undefined && row.version !== version)
      throw new Error(`${row.name} was indexed by an older version. Drop its file again to search by it.`);
    return this.#parts.library.detail(id);
  }

  async #region(of: PhotoQuery, region: Region, vocabulary: Vocabulary, signal: AbortSignal): Promise<PhotoDetail> {
    if (of.kind === 'file')
      return this.#analysed(of.file, await this.#parts.contentHash(of.file), vocabulary, signal, region);
    // The file where the page holds it; stored pictures, too, are larger than what the network looks at.
    const { picture, source } = await this.#parts.pixels(of.id);
    const { analysis } = await this.#analysed(picture, `${of.id} ${source}`, vocabulary, signal, region);
    const { width, height } = await this.#parts.library.detail(of.id);
    return { analysis, width, height };
  }

  /**
   * Computed once, however often it is asked for.
   * @param content names what is in the picture
   */
  #analysed(
    picture: Blob,
    content: string,
    { version }: Vocabulary,
    asked: AbortSignal,
    region?: Region,
  ): Promise<PhotoDetail> {
    const part = region ? [region.x0, region.y0, region.x1, region.y1] : ['whole'];
    const key = [version, content, ...part].join(' ');
    const compute = async (signal: AbortSignal): Promise<PhotoDetail> => {
      const { analysis, width, height } = await this.#parts.analyse(picture, {
        urgent: true,
        signal,
        ...(region && { region }),
      });
      return { analysis, width, height };
    };
    return this.#remembered.get(key, compute, asked);
  }
}

/** The gallery's photo that the query is made from; it must not answer itself. */
function photoOf(query: SearchQuery): string | null {
  const photo = query.kind === 'region' ? query.of : query;
  return photo.kind === 'photo' ? photo.id : null;
}
