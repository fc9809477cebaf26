import type { AnalysedPhoto, AnalyseOptions } from '../analyser/analyser.ts';
import type { PhotoDetail, PhotoPicture, PhotoQuery, Region, SearchQuery } from '../api/pipeline.ts';
import type { Vocabulary } from '../library/galleryRows.ts';
import type { Library } from '../library/library.ts';
import { Remembered } from './remembered.ts';

export interface QueryDetailsParts {
  readonly library: Pick<Library, 'known' | 'detail' | 'sides' | 'taughtOver'>;
  /** The best picture of a photo of the gallery. @throws PictureGone */
  pixels(id: string): Promise<PhotoPicture>;
  analyse(file: Blob, options: AnalyseOptions): Promise<AnalysedPhoto>;
  /** Names a file by its content. @throws UnreadablePhoto */
  contentHash(file: Blob): Promise<string>;
}

/** Analyses of query files and of regions that are remembered: up to 300 kB each. */
const REMEMBERED_QUERIES = 24;
/** Who draws a box asks for the same picture many times a second, and looking for a photo's best picture takes several reads. */
const SAME_PICTURE_MS = 2000;

interface Looked {
  readonly id: string;
  readonly picture: Promise<PhotoPicture>;
  /** Milliseconds of `performance.now()`. */
  readonly until: number;
}

/** What is found in query photos: stored of those in the gallery, else analysed, once, and not added to it. */
export class QueryDetails {
  readonly #parts: QueryDetailsParts;
  readonly #remembered = new Remembered<PhotoDetail>(REMEMBERED_QUERIES);

  #looked: Looked | null = null;

  constructor(parts: QueryDetailsParts) {
    this.#parts = parts;
  }

  /** @throws UnreadablePhoto, Cancelled, PictureGone; Error, for a person, when the photo is not in the gallery or outdated. */
  async of(query: SearchQuery, vocabulary: Vocabulary, signal: AbortSignal): Promise<PhotoDetail> {
    switch (query.kind) {
      case 'photo':
        return this.#stored(query.id, vocabulary);
      case 'file':
        return this.#taughtOver(
          await this.#analysed(query.file, await this.#parts.contentHash(query.file), vocabulary, signal),
        );
      case 'region':
        return this.#taughtOver(await this.#region(query.of, query.region, vocabulary, signal));
    }
  }

  /** After what is remembered, since what is taught may change. */
  #taughtOver(detail: PhotoDetail): PhotoDetail {
    return this.#parts.library.taughtOver(detail, detail.analysis.vectors ?? null, null);
  }

  async #stored(id: string, vocabulary: Vocabulary): Promise<PhotoDetail> {
    const row = this.#parts.library.known(id);
    if (row !== undefined && row.version !== vocabulary.version)
      throw new Error(`${row.name} was indexed by an older version. Drop its file again to search by it.`);
    return this.#parts.library.detail(id, vocabulary);
  }

  async #region(of: PhotoQuery, region: Region, vocabulary: Vocabulary, signal: AbortSignal): Promise<PhotoDetail> {
    if (of.kind === 'file')
      return this.#analysed(of.file, await this.#parts.contentHash(of.file), vocabulary, signal, region);
    // The file where the page holds it; stored pictures, too, are larger than what the network looks at.
    const { picture, source } = await this.#pixels(of.id);
    const { analysis } = await this.#analysed(picture, `${of.id} ${source}`, vocabulary, signal, region);
    return { analysis, ...this.#parts.library.sides(of.id) };
  }

  #pixels(id: string): Promise<PhotoPicture> {
    const now = performance.now();
    const known = this.#looked;
    if (known !== null && known.id === id && now < known.until) return known.picture;
    const picture = this.#parts.pixels(id);
    const looked = { id, picture, until: now + SAME_PICTURE_MS };
    this.#looked = looked;
    // Once it cannot be had it is looked for again.
    picture.catch(() => {
      if (this.#looked === looked) this.#looked = null;
    });
    return picture;
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
        // Who asks for one region of a picture soon asks for the next.
        ...(region && { region, keepAs: `${version} ${content}` }),
      });
      return { analysis, width, height };
    };
    return this.#remembered.get(key, compute, asked);
  }
}
