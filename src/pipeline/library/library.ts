import type { Gallery, IndexedPhoto } from '../../gallery/gallery.ts';
import { quarantineKey, releasedKeys } from '../../gallery/quarantineKey.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import type { GalleryChange, PipelineChange } from '../api/changes.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type { IndexingProgress, PhotoDetail, Verdict } from '../api/pipeline.ts';
import { categoryIndex, correctedProbabilities, GalleryRows, type Vocabulary } from './galleryRows.ts';
import { HeldFiles } from './heldFiles.ts';
import { Pictures } from './pictures.ts';
import { photoSummary } from './summary.ts';
import type { Tabs } from './tabs.ts';

export interface LibraryParts {
  readonly gallery: Gallery;
  /** What the network in use knows; rejects where the engine cannot be built. */
  network(): Promise<Vocabulary>;
  /** Tells this tab's page. */
  tell(change: PipelineChange): void;
  readonly tabs: Pick<Tabs, 'tell' | 'exclusively'>;
  /** Stops this tab's run; resolves once the photo in hand is stored or has failed. */
  stop(): Promise<void>;
}

/**
 * The gallery, in memory and on disk. Every verb writes to the disk first, then to memory, and then tells the page and the other tabs
 * what changed; `follow` takes over what another tab changed.
 */
export class Library {
  readonly rows = new GalleryRows();
  readonly pictures: Pictures;
  readonly #parts: LibraryParts;
  readonly #quarantined = new Set<string>();
  readonly #held = new HeldFiles();
  #vocabulary: Vocabulary | null = null;
  #indexing = false;
  /** The end of the queue of other tabs' changes: they are taken over one by one, in their order. */
  #followed: Promise<void> = Promise.resolve();

  constructor(parts: LibraryParts) {
    this.#parts = parts;
    this.pictures = new Pictures(parts.gallery);
  }

  /** Reads what is stored and tells the page. */
  async open(): Promise<void> {
    const [quarantined] = await Promise.all([this.#parts.gallery.quarantined(), this.#read()]);
    for (const { key } of quarantined) this.#quarantined.add(key);
    this.#parts.tell({ kind: 'quarantined', files: quarantined.map((row) => ({ ...row, retry: 'dropAgain' })) });
  }

  /** @throws Error when the engine cannot be built. */
  async vocabulary(): Promise<Vocabulary> {
    return this.#vocabulary ?? this.learn();
  }

  /** Which categories the network in use knows, and which photos are of another version. @throws as `vocabulary` */
  async learn(): Promise<Vocabulary> {
    const { categories, bitsPerCategory, version } = await this.#parts.network();
    const vocabulary = { categories, bitsPerCategory, version };
    this.#vocabulary = vocabulary;
    const outdated = this.rows.all().filter((row) => this.#isOutdated(row));
    this.#parts.tell({ kind: 'vocabulary', categories, outdated: outdated.map(({ id }) => id) });
    // A correction names its category, so it is laid over the probabilities once the names are known.
    if (this.rows.all().some((row) => Object.keys(row.corrections).length > 0)) this.#tellAll();
    return vocabulary;
  }

  /** A photo that was analysed goes into the gallery, and its path out of quarantine. @throws StorageFull */
  async add(indexed: IndexedPhoto, file: File): Promise<void> {
    this.pictures.hold(indexed.photo.id, file);
    const row = await this.#parts.gallery.put(indexed);
    this.#show(row);
    this.#release(releasedKeys(indexed.file.path, indexed.photo.id));
  }

  /** One more file of a photo that is in the gallery already. */
  async seen({ file, path }: PhotoFile, id: string): Promise<void> {
    await this.#parts.gallery.seen({ path, size: file.size, lastModified: file.lastModified, id });
    this.pictures.hold(id, file);
    this.#release(releasedKeys(path, id));
  }

  /**
   * A file that could not be indexed.
   * @param content its SHA-256; empty where its bytes could not be read
   * @param reason for a person
   * @throws StorageFull
   */
  async quarantine(photo: PhotoFile, content: string, reason: string): Promise<void> {
    const key = quarantineKey(photo.path, content);
    const row = { key, path: photo.path, name: photo.file.name, reason, failedAt: Date.now() };
    await this.#parts.gallery.quarantine(row);
    this.#quarantined.add(key);
    this.#held.hold(key, photo);
    this.#announce({ kind: 'quarantined', files: [{ ...row, retry: 'again' }] });
  }

  /** The quarantined files of these keys. @throws Error, for a person, when the page no longer holds one. */
  heldFiles(keys: readonly string[]): PhotoFile[] {
    return this.#held.files(keys);
  }

  async dismissQuarantined(key: string): Promise<void> {
    await this.#parts.gallery.dismissQuarantined(key);
    this.#release([key]);
  }

  /** How far indexing in this tab is; null when it is over. */
  report(indexing: IndexingProgress | null): void {
    this.#indexing = indexing !== null;
    this.#parts.tell({ kind: 'indexing', indexing });
    // A tab that waits has nothing to say that the working one does not.
    if (indexing?.where !== 'waiting') this.#parts.tabs.tell({ kind: 'indexing', indexing });
  }

  /** What one photo's page shows, its boxes included. @throws Error, for a person, when the photo is not in the gallery. */
  async detail(id: string): Promise<PhotoDetail> {
    const { categories } = await this.vocabulary();
    if (this.rows.get(id) === undefined) throw new Error('This photo is no longer in the gallery.');
    const { photo, analysis } = await this.#parts.gallery.analysis(id);
    const probabilities = correctedProbabilities(photo, categories);
    return { analysis: { ...analysis, probabilities }, width: photo.width, height: photo.height };
  }

  /** @param category its name @throws RangeError when there is no such category; Error when the photo is not in the gallery. */
  async correct(id: string, category: string, verdict: Verdict | null): Promise<void> {
    const { categories } = await this.vocabulary();
    categoryIndex(categories, category);
    this.#show(await this.#parts.gallery.correct(id, category, verdict));
  }

  /** A person's word on a photo, by the category's name; words on categories that the network does not know are kept, not told. */
  async corrections(id: string): Promise<Map<string, Verdict>> {
    const { categories } = await this.vocabulary();
    const known = new Set(categories.map(({ name }) => name));
    return new Map(Object.entries(this.rows.get(id)?.corrections ?? {}).filter(([name]) => known.has(name)));
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#parts.gallery.remove(ids);
    // A row that another tab changed may have been read before it was removed.
    await this.#followed;
    this.#forget(ids);
    this.#announce({ kind: 'removed', ids });
  }

  /**
   * Photos, quarantine and remembered answers; resolves once the database is seen to be empty. A run that went on would fill the gallery
   * again, so those of all tabs stop first.
   */
  async removeAll(): Promise<void> {
    this.#parts.tabs.tell({ kind: 'emptying' });
    await this.#parts.stop();
    await this.#parts.tabs.exclusively(
      () => this.#parts.gallery.removeAll(),
      () => {},
    );
    await this.#followed;
    this.#clear();
    this.#announce({ kind: 'emptied' });
  }

  /** Rows were written beside these verbs: they are read anew, here and in every other tab. */
  async imported(): Promise<void> {
    await this.#read();
    if (this.#vocabulary !== null) await this.learn();
    this.#parts.tabs.tell({ kind: 'imported' });
  }

  /** Takes over what another tab changed. */
  follow(change: GalleryChange): void {
    // Where the gallery cannot be read any more, its connection has told the page already.
    this.#followed = this.#followed.then(() => this.#takeOver(change)).catch(() => {});
  }

  async #takeOver(change: GalleryChange): Promise<void> {
    const { tell, gallery } = this.#parts;
    switch (change.kind) {
      case 'photo': {
        const row = await gallery.photo(change.photo.id);
        if (row) this.#put(row);
        return;
      }
      case 'imported':
        await this.#read();
        if (this.#vocabulary !== null) await this.learn();
        return;
      case 'removed':
        this.#forget(change.ids);
        return tell(change);
      case 'emptied':
        this.#clear();
        return tell(change);
      case 'quarantined':
        for (const { key } of change.files) this.#quarantined.add(key);
        return tell({ ...change, files: change.files.map((file) => ({ ...file, retry: 'dropAgain' })) });
      case 'released':
        if (this.#forgetQuarantined(change.keys)) tell(change);
        return;
      case 'indexing':
        if (!this.#indexing)
          tell({ kind: 'indexing', indexing: change.indexing && { ...change.indexing, where: 'elsewhere' } });
        return;
      case 'emptying':
        return this.#parts.stop();
      case 'photos':
        // Of another tab's page alone.
        return;
    }
  }

  #announce(change: GalleryChange): void {
    this.#parts.tell(change);
    this.#parts.tabs.tell(change);
  }

  #show(row: PhotoRow): void {
    this.#parts.tabs.tell(this.#put(row));
  }

  /** Into memory and to the page. */
  #put(row: PhotoRow): GalleryChange {
    this.rows.put(row);
    const photo = photoSummary(row, this.#vocabulary?.categories ?? []);
    const change = { kind: 'photo', photo, outdated: this.#isOutdated(row) } as const;
    this.#parts.tell(change);
    return change;
  }

  #release(keys: readonly string[]): void {
    if (this.#forgetQuarantined(keys)) this.#announce({ kind: 'released', keys });
  }

  /** Whether any of them was there. */
  #forgetQuarantined(keys: readonly string[]): boolean {
    for (const key of keys) this.#held.forget(key);
    return keys.filter((key) => this.#quarantined.delete(key)).length > 0;
  }

  #isOutdated(row: PhotoRow): boolean {
    return this.#vocabulary !== null && row.version !== this.#vocabulary.version;
  }

  #forget(ids: readonly string[]): void {
    this.rows.remove(ids);
    this.pictures.forget(ids);
  }

  #clear(): void {
    this.rows.clear();
    this.pictures.clear();
    this.#quarantined.clear();
    this.#held.clear();
  }

  async #read(): Promise<void> {
    for (const row of await this.#parts.gallery.photos()) this.rows.put(row);
    this.#tellAll();
  }

  #tellAll(): void {
    const categories = this.#vocabulary?.categories ?? [];
    this.#parts.tell({ kind: 'photos', photos: this.rows.all().map((row) => photoSummary(row, categories)) });
  }
}
