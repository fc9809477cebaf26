import type { Gallery } from '../../gallery/gallery.ts';
import { flipsBetween } from '../../gallery/records/recoded.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { Category } from '../../network/network.ts';
import { PictureGone, UnreadablePhoto } from '../api/errors.ts';
import type { PhotoPicture, Verdict } from '../api/pipeline.ts';
import type { Library } from '../library/library.ts';

export interface RecoderParts {
  readonly gallery: Pick<Gallery, 'photo'>;
  readonly library: Pick<Library, 'columns' | 'recode' | 'vocabulary' | 'knownVocabulary'>;
  /** The best picture of a photo of the gallery. @throws PictureGone */
  pixels(id: string): Promise<PhotoPicture>;
  analyse(
    picture: Blob,
    how: { readonly keepAs: string; readonly said?: Readonly<Record<string, Verdict>> },
  ): Promise<{ readonly analysis: PhotoAnalysis; readonly version: string }>;
}

/** Whether a word on one of these is in the codes; see `AnalyseOptions.said`. */
function changesCodes(corrections: Readonly<Record<string, Verdict>>, categories: readonly Category[]): boolean {
  return categories.some(({ name, basis = 'trained' }) => basis === 'trained' && name in corrections);
}

/**
 * Makes the codes of a photo follow what a person said of it: the network looks at its picture twice, with these words in the place of what
 * it found and without, and what differs is turned in the photo's codes. The second look costs no backbone. A photo whose picture is gone
 * keeps its codes; its probabilities are corrected anyway.
 */
export class Recoder {
  readonly #parts: RecoderParts;
  /** The end of the queue. */
  #last: Promise<void> = Promise.resolve();

  constructor(parts: RecoderParts) {
    this.#parts = parts;
  }

  /** After those that wait. Never rejects: the words stand whether or not the codes can follow. */
  soon(id: string): Promise<void> {
    this.#last = this.#last
      .then(() => this.#recode(id))
      .catch((error: unknown) => {
        const expected = error instanceof PictureGone || error instanceof UnreadablePhoto;
        if (!expected) console.warn('The codes of a photo could not follow what was said of it.', error);
      });
    return this.#last;
  }

  /** All photos whose codes do not follow yet: the page was closed in between, or another network saw them since. */
  catchUp(): Promise<void> {
    const { columns, knownVocabulary } = this.#parts.library;
    if (knownVocabulary === null) return this.#last;
    const { version, categories } = knownVocabulary;
    for (const number of columns.corrected) {
      const { corrections, recoded } = columns.said(number);
      const due = recoded?.version !== version && changesCodes(corrections, categories);
      if (due && columns.search?.has(number)) void this.soon(columns.idOf(number));
    }
    return this.#last;
  }

  async #recode(id: string): Promise<void> {
    const { gallery, library, pixels, analyse } = this.#parts;
    const { version, categories } = await library.vocabulary();
    const photo = await gallery.photo(id);
    if (photo === undefined || photo.version !== version || photo.recoded?.version === version) return;
    const { corrections } = photo;
    if (!changesCodes(corrections, categories)) return;
    const { picture, source } = await pixels(id);
    // Named as a query by a region of it is: who corrects a photo often searches by it next.
    const keepAs = `${version} ${id} ${source}`;
    const plain = await analyse(picture, { keepAs });
    const told = await analyse(picture, { keepAs, said: corrections });
    if (plain.version !== version || told.version !== version) return;
    await library.recode(id, corrections, { version, flips: flipsBetween(plain.analysis, told.analysis) });
  }
}
