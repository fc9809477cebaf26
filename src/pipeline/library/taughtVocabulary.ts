import type { Gallery, TaughtRow, VectorRow } from '../../gallery/gallery.ts';
import type { PhotoVectors } from '../../network/vectors/photoVectors.ts';
import type { PhotoDetail, Region, Verdict } from '../api/pipeline.ts';
import { type TaughtValues, taughtValues, wordOn } from '../taught/taughtRows.ts';
import { withTaught } from '../taught/withTaught.ts';
import type { GalleryColumns } from './columns/galleryColumns.ts';
import { taughtRegion } from './storedDetail.ts';
import { TaughtLayover } from './taughtLayover.ts';

/** What a person taught, as it is laid over the columns, and what it says of photos. */
export class TaughtVocabulary {
  readonly #gallery: Gallery;
  readonly #columns: GalleryColumns;
  #rows: readonly TaughtRow[] = [];
  #layover: TaughtLayover | null = null;
  /** The end of the queue of layovers. */
  #laying: Promise<void> = Promise.resolve();

  constructor(gallery: Gallery, columns: GalleryColumns) {
    this.#gallery = gallery;
    this.#columns = columns;
  }

  /** Of the vectors in use, in the order of the vocabulary's last categories. */
  get rows(): readonly TaughtRow[] {
    return this.#rows;
  }

  /** What is said of a photo whose vectors are new. @param vectors null where it has none */
  values(vectors: VectorRow | null, id: string): TaughtValues {
    return taughtValues(this.#rows, vectors, id);
  }

  /** A photo was put into the columns. */
  came(id: string): void {
    this.#layover?.came(id);
  }

  /** A photo's vectors, which nobody needs before something was taught. */
  async vectorsOf(id: string): Promise<VectorRow | null> {
    return (this.#rows.length > 0 && (await this.#gallery.vectorsOf(id))) || null;
  }

  /** A person's words on a photo, by the category's name. */
  words(id: string): [string, Verdict][] {
    return this.#rows.flatMap((row): [string, Verdict][] => {
      const word = wordOn(row, id);
      return word === null ? [] : [[row.name, word]];
    });
  }

  /** With what is said of it. @param id null of a photo that is not in the gallery */
  over(detail: PhotoDetail, vectors: PhotoVectors | null, id: string | null, bitsPerCategory: number): PhotoDetail {
    return { ...detail, analysis: withTaught(detail.analysis, this.#rows, vectors, id, bitsPerCategory) };
  }

  /** @param place among the taught categories @returns the region that is most of it; null where the photo has no vectors */
  async region(place: number, id: string): Promise<Region | null> {
    return taughtRegion(this.#rows[place]!, await this.vectorsOf(id));
  }

  /**
   * Takes over what is stored and lays it over all photos, one call after the other.
   * @param space version of the vectors in use; null where there are none
   * @param anew keys of categories that say something else than before; null for all
   * @param enter makes it count; what is laid over the columns and `rows` are the new ones by then
   * @returns whether there was anything
   */
  lay(space: string | null, anew: ReadonlySet<string> | null, enter: () => void): Promise<boolean> {
    const laid = this.#laying.then(async () => {
      const rows = (await this.#gallery.taught()).filter(({ vectors }) => vectors === space);
      if (rows.length + this.#rows.length === 0) return false;
      const known = new Set(this.#rows.map(({ key }) => key));
      const others = rows.filter(({ key }) => anew === null || anew.has(key) || !known.has(key));
      const layover = new TaughtLayover(this.#gallery, this.#columns, others);
      this.#layover = layover;
      try {
        await layover.run();
      } finally {
        this.#layover = null;
      }
      layover.enter(rows);
      this.#rows = rows;
      enter();
      return true;
    });
    this.#laying = laid.then(
      () => {},
      () => {},
    );
    return laid;
  }
}
