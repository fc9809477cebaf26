import type { Gallery } from '../../gallery/gallery.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import type { Network } from '../../network/network.ts';
import type { PipelineNews } from '../api/news.ts';
import { GalleryIndex, type Vocabulary } from '../search/galleryIndex.ts';
import { photoSummary } from './summary.ts';

/** The gallery's small rows in memory, read with the vocabulary of the network in use, and what the page is told of both. */
export class ShownGallery {
  readonly index = new GalleryIndex();
  readonly #gallery: Gallery;
  readonly #network: () => Promise<Network>;
  readonly #tell: (news: PipelineNews) => void;
  #vocabulary: Vocabulary | null = null;

  /** @param network in use; rejects where the engine cannot be built */
  constructor(gallery: Gallery, network: () => Promise<Network>, tell: (news: PipelineNews) => void) {
    this.#gallery = gallery;
    this.#network = network;
    this.#tell = tell;
  }

  /** @throws Error when the engine cannot be built. */
  async vocabulary(): Promise<Vocabulary> {
    return this.#vocabulary ?? this.learn();
  }

  /** Which categories the network in use knows, and which photos are of another version. @throws as `vocabulary` */
  async learn(): Promise<Vocabulary> {
    const { categories, bitsPerCategory, version } = await this.#network();
    const vocabulary = { categories, bitsPerCategory, version };
    this.#vocabulary = vocabulary;
    const rows = [...this.index.rows()];
    const outdated = rows.filter((row) => row.version !== version).map(({ id }) => id);
    this.#tell({ kind: 'vocabulary', categories, outdated });
    // A correction names its category, so it is laid over the probabilities once the names are known.
    if (rows.some((row) => Object.keys(row.corrections).length > 0)) this.#tellAll();
    return vocabulary;
  }

  /** Takes over what is stored: when the page opens, and when it was written beside the indexer. */
  async read(): Promise<void> {
    for (const row of await this.#gallery.photos()) this.index.put(row);
    this.#tellAll();
    if (this.#vocabulary !== null) await this.learn();
  }

  show(row: PhotoRow): void {
    this.index.put(row);
    const outdated = this.#vocabulary !== null && row.version !== this.#vocabulary.version;
    this.#tell({ kind: 'photo', photo: photoSummary(row, this.#vocabulary?.categories ?? []), outdated });
  }

  remove(ids: readonly string[]): void {
    this.index.remove(ids);
    this.#tell({ kind: 'removed', ids });
  }

  clear(): void {
    this.index.clear();
    this.#tellAll();
  }

  #tellAll(): void {
    const categories = this.#vocabulary?.categories ?? [];
    this.#tell({ kind: 'photos', photos: [...this.index.rows()].map((row) => photoSummary(row, categories)) });
  }
}
