import type { Gallery } from '../../gallery/gallery.ts';
import { hasLooks } from '../../gallery/seenRow.ts';
import { StorageFull } from '../../gallery/storageFull.ts';
import { type GalleryColumns, withSaid } from './columns/galleryColumns.ts';
import { SearchColumns } from './columns/searchColumns.ts';
import { TaughtColumns } from './columns/taughtColumns.ts';
import { correctedProbabilities, type Vocabulary } from './galleryRows.ts';
import { textOfVocabulary, vocabularyOfText } from './vocabularyText.ts';

function settingOf(version: string): string {
  return `vocabulary of ${version}`;
}

/**
 * Codes of networks that were in use before, for as long as photos have not been seen by the one in use. They are read when they are
 * asked for, and never lie in one list with others: a distance between codes of two networks says nothing.
 */
export class EarlierCodes {
  readonly #gallery: Gallery;
  readonly #columns: GalleryColumns;
  #kept: { readonly version: string; readonly revision: number; readonly search: Promise<SearchColumns> } | null = null;

  constructor(gallery: Gallery, columns: GalleryColumns) {
    this.#gallery = gallery;
    this.#columns = columns;
  }

  /** What the network in use knows is kept: whoever searches its codes one day has no other way to know which category is which. */
  async remember(vocabulary: Vocabulary): Promise<void> {
    const text = textOfVocabulary(vocabulary);
    try {
      if ((await this.#gallery.setting(settingOf(vocabulary.version))) !== text)
        await this.#gallery.setSetting(settingOf(vocabulary.version), text);
    } catch (error) {
      // Nothing that is needed today.
      if (!(error instanceof StorageFull)) throw error;
    }
  }

  /** What the network of that version knew; null where that is not known any more. */
  async vocabulary(version: string): Promise<Vocabulary | null> {
    return vocabularyOfText((await this.#gallery.setting(settingOf(version))) ?? '');
  }

  /** Null where it is not known any more what that network knew. */
  async of(version: string): Promise<SearchColumns | null> {
    const vocabulary = await this.vocabulary(version);
    if (vocabulary === null) return null;
    const { revision } = this.#columns;
    if (this.#kept?.version !== version || this.#kept.revision !== revision)
      this.#kept = { version, revision, search: this.#read(vocabulary) };
    return this.#kept.search;
  }

  async #read(vocabulary: Vocabulary): Promise<SearchColumns> {
    const { version, categories } = vocabulary;
    const search = new SearchColumns(vocabulary, new TaughtColumns());
    // First those that may be moved into a segment meanwhile.
    for (const row of await this.#gallery.newPhotos()) {
      const number = this.#columns.numberOf(row.id);
      if (number === null || row.version !== version || !hasLooks(row)) continue;
      const said = withSaid(row, this.#columns.said(number));
      search.put(number, said, correctedProbabilities(said, categories));
    }
    for await (const codes of this.#gallery.codes(version)) this.#columns.fill(search, codes);
    return search;
  }
}
