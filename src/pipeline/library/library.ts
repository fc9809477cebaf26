import type { Gallery, IndexedPhoto, TaughtRow, VectorRow } from '../../gallery/gallery.ts';
import { releasedKeys } from '../../gallery/quarantineKey.ts';
import type { Recoded } from '../../gallery/records/photoRow.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import type { Category } from '../../network/network.ts';
import type { PhotoVectors } from '../../network/vectors/photoVectors.ts';
import type { GalleryChange, PipelineChange } from '../api/changes.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type { IndexingProgress, PhotoDetail, Region, Verdict } from '../api/pipeline.ts';
import { taughtCategories } from '../taught/taughtRows.ts';
import { adjustedGates, correctedPhotos } from './adjustedGates.ts';
import { NO_NUMBER } from './columns/factColumns.ts';
import type { GalleryColumns } from './columns/galleryColumns.ts';
import type { EarlierCodes } from './earlierCodes.ts';
import { fileInFolders } from './folders/folderFiles.ts';
import { KeptFolders } from './folders/keptFolders.ts';
import { GalleryMemory, type KnownPhoto } from './galleryMemory.ts';
import { categoryIndex, ofNetwork, type Vocabulary } from './galleryRows.ts';
import { inCategoriesOf } from './inCategoriesOf.ts';
import { Pictures } from './pictures.ts';
import { Quarantine } from './quarantine.ts';
import { putBack, type TakenOut, takenOut } from './removals.ts';
import { storedDetail, winningRegions } from './storedDetail.ts';
import type { Tabs } from './tabs.ts';
import { TaughtVocabulary } from './taughtVocabulary.ts';

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
  readonly columns: GalleryColumns;
  readonly earlier: EarlierCodes;
  readonly pictures: Pictures;
  readonly quarantine: Quarantine;
  readonly folders: KeptFolders;
  readonly #parts: LibraryParts;
  readonly #memory: GalleryMemory;
  #vocabulary: Vocabulary | null = null;
  /** As the network itself says them, before a person's words move their gates. */
  #network: readonly Category[] = [];
  readonly #taught: TaughtVocabulary;
  #indexing = false;
  /** The end of the queue of other tabs' changes: they are taken over one by one, in their order. */
  #followed: Promise<void> = Promise.resolve();

  constructor(parts: LibraryParts) {
    this.#parts = parts;
    this.folders = new KeptFolders(parts.gallery, parts.tell);
    this.pictures = new Pictures(parts.gallery, (id) =>
      fileInFolders(parts.gallery, this.columns.facts, this.folders, id),
    );
    this.quarantine = new Quarantine(parts.gallery, (change) => this.#announce(change));
    this.#memory = new GalleryMemory(parts.gallery);
    this.columns = this.#memory.columns;
    this.#taught = new TaughtVocabulary(parts.gallery, this.columns);
    this.earlier = this.#memory.earlier;
  }

  /** Reads what is stored and tells the page. */
  async open(): Promise<void> {
    await this.#memory.migrate((step) => this.#parts.tell({ kind: 'state', state: { phase: 'opening', step } }));
    const [files] = await Promise.all([this.quarantine.read(), this.#memory.read(), this.folders.read()]);
    this.#parts.tell({ kind: 'read' });
    this.#parts.tell({ kind: 'quarantined', files });
  }

  /** @throws Error when the engine cannot be built. */
  async vocabulary(): Promise<Vocabulary> {
    return this.#vocabulary ?? this.learn();
  }

  /** Null until the network is loaded. */
  get knownVocabulary(): Vocabulary | null {
    return this.#vocabulary;
  }

  /** The box that won a category in each photo; null where the photo is gone. @param category its index */
  async winningRegions(ids: readonly string[], category: number): Promise<(Region | null)[]> {
    const network = (this.#vocabulary?.categories.length ?? 0) - this.#taught.rows.length;
    return this.#taught.rows[category - network]
      ? Promise.all(ids.map((id) => this.#taught.region(category - network, id)))
      : winningRegions(this.#parts.gallery, ids, category);
  }

  /** Which categories the network in use knows, and which photos are of another version. @throws as `vocabulary` */
  async learn(): Promise<Vocabulary> {
    const { categories, bitsPerCategory, version, vectors } = await this.#parts.network();
    this.#network = ofNetwork(categories);
    const vocabulary = { categories: this.#categories(), bitsPerCategory, version, vectors };
    if (this.columns.search?.vocabulary.version !== version) await this.#memory.learn(vocabulary);
    this.#vocabulary = vocabulary;
    this.#gatesChanged();
    // The page hears of all categories at once: an address may ask for a taught one.
    let told = false;
    try {
      told = await this.layTaught();
    } finally {
      if (!told) this.#tellVocabulary(this.#vocabulary);
      if (!told) this.#parts.tell({ kind: 'read' });
    }
    return this.#vocabulary;
  }

  /** What a person taught of the vectors in use, in the order of the last categories. */
  get taught(): readonly TaughtRow[] {
    return this.#taught.rows;
  }

  /**
   * Takes over what is stored of what a person taught, and lays it over all photos.
   * @param anew keys of categories that say something else than before; all by default
   * @returns whether there was anything, of which the page has been told then
   */
  layTaught(anew: ReadonlySet<string> | null = null): Promise<boolean> {
    const space = this.#vocabulary?.vectors?.version ?? null;
    return this.#taught.lay(space, anew, () => {
      if (this.#vocabulary !== null) this.#vocabularyChanged(this.#vocabulary);
    });
  }

  /** Those of the network with their gates as a person's words move them, then those that a person taught. */
  #categories(): readonly Category[] {
    const gated = adjustedGates(this.#network, correctedPhotos(this.columns, this.#network));
    return [...gated, ...taughtCategories(this.#taught.rows)];
  }

  #vocabularyChanged(vocabulary: Vocabulary): void {
    this.#vocabulary = { ...vocabulary, categories: this.#categories() };
    this.columns.teach(this.#vocabulary);
    this.#tellVocabulary(this.#vocabulary);
    this.#parts.tell({ kind: 'read' });
  }

  /** A person's words are others than they were: they may move gates. */
  #gatesChanged(): void {
    const vocabulary = this.#vocabulary;
    if (vocabulary === null) return;
    const moved = this.#categories().some(({ gate }, c) => gate !== vocabulary.categories[c]?.gate);
    if (moved) this.#vocabularyChanged(vocabulary);
  }

  /** What a person taught is stored otherwise than it was: it is laid over, here and in every other tab. @param key of what is other */
  async taughtChanged(key: string): Promise<void> {
    await this.layTaught(new Set([key]));
    this.#parts.tabs.tell({ kind: 'taught' });
  }

  /** With what taught categories say of it. @param id null of a photo that is not in the gallery */
  taughtOver(detail: PhotoDetail, vectors: PhotoVectors | null, id: string | null): PhotoDetail {
    return this.#taught.over(detail, vectors, id, this.#vocabulary?.bitsPerCategory ?? 0);
  }

  /** Photos that were stored and of which nothing can be read any more. */
  get damaged(): number {
    return this.#parts.gallery.damaged;
  }

  /** What is known of a photo without reading it. */
  known(id: string): KnownPhoto | undefined {
    return this.#memory.known(id);
  }

  /** A photo that was analysed goes into the gallery, and its path out of quarantine. @throws StorageFull */
  async add(indexed: IndexedPhoto, file: File): Promise<void> {
    this.pictures.hold(indexed.photo.id, file);
    const row = await this.#parts.gallery.put(indexed);
    this.#show(row, indexed.vectors ?? null);
    this.#memory.added();
    this.quarantine.release(releasedKeys(indexed.file.path, indexed.photo.id));
  }

  /** One more file of a photo that is in the gallery already. */
  async seen({ file, path }: PhotoFile, id: string): Promise<void> {
    await this.#parts.gallery.seen({ path, size: file.size, lastModified: file.lastModified, id });
    this.pictures.hold(id, file);
    this.quarantine.release(releasedKeys(path, id));
  }

  /** How far indexing in this tab is; null when it is over. */
  report(indexing: IndexingProgress | null): void {
    this.#indexing = indexing !== null;
    this.#parts.tell({ kind: 'indexing', indexing });
    // A tab that waits has nothing to say that the working one does not.
    if (indexing?.where !== 'waiting') this.#parts.tabs.tell({ kind: 'indexing', indexing });
  }

  /**
   * What one photo's page shows, its boxes included.
   * @param of the vocabulary of the network that saw the photo; the one in use by default
   * @throws Error, for a person, when the photo is not in the gallery.
   */
  async detail(id: string, of?: Vocabulary): Promise<PhotoDetail> {
    const { categories, version } = of ?? (await this.vocabulary());
    if (this.columns.numberOf(id) === null) throw new Error('This photo is no longer in the gallery.');
    const [detail, vectors] = await Promise.all([
      this.#detailIn(ofNetwork(categories), version, id),
      this.#taught.vectorsOf(id),
    ]);
    return this.taughtOver(detail, vectors, id);
  }

  /** Of the photo as it stands upright, pixels. @throws Error, for a person, when it is not in the gallery. */
  sides(id: string): { readonly width: number; readonly height: number } {
    const number = this.columns.numberOf(id);
    if (number === null) throw new Error('This photo is no longer in the gallery.');
    const { width, height } = this.columns.facts;
    return { width: width[number]!, height: height[number]! };
  }

  /** As whichever network saw the photo said it, in the places of these categories. */
  async #detailIn(categories: readonly Category[], version: string, id: string): Promise<PhotoDetail> {
    const { gallery } = this.#parts;
    const seenBy = this.known(id)?.version ?? version;
    if (seenBy === version || seenBy === '') return storedDetail(gallery, id, categories);
    const from = ofNetwork((await this.earlier.vocabulary(seenBy))?.categories ?? []);
    const { analysis, ...sides } = await storedDetail(gallery, id, from);
    return { ...sides, analysis: inCategoriesOf(analysis, from, categories) };
  }

  /** @param category its name @throws RangeError when there is no such category; Error when the photo is not in the gallery. */
  async correct(id: string, category: string, verdict: Verdict | null): Promise<void> {
    const { categories } = await this.vocabulary();
    categoryIndex(categories, category);
    this.#show(await this.#parts.gallery.correct(id, category, verdict));
  }

  /** What a person's words on a photo change in its codes is known. @param corrections that it was computed for; where others were said since, nothing happens */
  async recode(id: string, corrections: PhotoRow['corrections'], recoded: Recoded): Promise<void> {
    const row = await this.#parts.gallery.recode(id, corrections, recoded);
    if (row !== null) this.#show(row);
  }

  /** A person's word on a photo, by the category's name; words on categories that the network does not know are kept, not told. */
  async corrections(id: string): Promise<Map<string, Verdict>> {
    const { categories } = await this.vocabulary();
    const known = new Set(ofNetwork(categories).map(({ name }) => name));
    const number = this.columns.numberOf(id);
    const words = number === null ? {} : this.columns.corrections(number);
    return new Map([...Object.entries(words).filter(([name]) => known.has(name)), ...this.#taught.words(id)]);
  }

  async favour(ids: readonly string[], on: boolean): Promise<void> {
    await this.#parts.gallery.favour(ids, on);
    this.#favoured(ids, on);
    this.#announce({ kind: 'favoured', ids, on });
  }

  /** Removes photos and gives all that is needed to bring them back. */
  async takeOut(ids: readonly string[]): Promise<TakenOut> {
    const taken = await takenOut(this.#parts.gallery, this.pictures, ids);
    await this.remove(ids);
    return taken;
  }

  /** Brings back what was taken out. @throws StorageFull */
  putBack(taken: TakenOut): Promise<void> {
    return putBack(this.#parts.gallery, this.pictures, taken, (row, vectors) => this.#show(row, vectors));
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
    await this.layTaught();
    this.#announce({ kind: 'emptied' });
  }

  /** Photos were written beside these verbs: what is new is read, here and in every other tab. */
  async imported(): Promise<void> {
    await this.#readNew();
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
        const row = await gallery.photo(change.id);
        const vectors = await this.#taught.vectorsOf(change.id);
        if (row) this.#put(row, vectors);
        return;
      }
      case 'imported':
        return this.#readNew();
      case 'taught':
        await this.layTaught();
        return;
      case 'favoured':
        this.#favoured(change.ids, change.on);
        return tell(change);
      case 'removed':
        this.#forget(change.ids);
        return tell(change);
      case 'emptied':
        this.#clear();
        await this.layTaught();
        return tell(change);
      case 'quarantined':
        return tell({ ...change, files: this.quarantine.follow(change.files) });
      case 'released':
        if (this.quarantine.forget(change.keys)) tell(change);
        return;
      case 'indexing':
        if (!this.#indexing)
          tell({ kind: 'indexing', indexing: change.indexing && { ...change.indexing, where: 'elsewhere' } });
        return;
      case 'emptying':
        return this.#parts.stop();
      case 'read':
        // Of another tab's page alone.
        return;
    }
  }

  #announce(change: GalleryChange): void {
    this.#parts.tell(change);
    this.#parts.tabs.tell(change);
  }

  /** @param vectors where they are new: null where it has none */
  #show(row: PhotoRow, vectors?: VectorRow | null): void {
    this.#parts.tabs.tell(this.#put(row, vectors));
  }

  /** Into memory and to the page. */
  #put(row: PhotoRow, vectors?: VectorRow | null): GalleryChange {
    const said = () => this.columns.said(this.columns.numberOf(row.id) ?? NO_NUMBER);
    const before = said();
    this.columns.put(row, vectors === undefined ? undefined : this.#taught.values(vectors, row.id));
    this.#taught.came(row.id);
    const change = { kind: 'photo', id: row.id } as const;
    this.#parts.tell(change);
    if (said() !== before) this.#gatesChanged();
    return change;
  }

  #forget(ids: readonly string[]): void {
    for (const id of ids) {
      const number = this.columns.numberOf(id);
      if (number !== null) this.columns.remove(number);
    }
    this.pictures.forget(ids);
    this.#gatesChanged();
  }

  #clear(): void {
    this.columns.clear();
    this.pictures.clear();
    this.folders.clear();
    this.quarantine.clear();
    this.#gatesChanged();
  }

  #favoured(ids: readonly string[], favourite: boolean): void {
    for (const id of ids) {
      const number = this.columns.numberOf(id);
      if (number === null) continue;
      this.columns.mark({ id, ...this.columns.said(number), ...(favourite && { favourite }) });
    }
  }

  async #readNew(): Promise<void> {
    const vocabulary = this.#vocabulary;
    await this.#memory.readNew(vocabulary);
    if (vocabulary !== null) this.#vocabularyChanged(vocabulary);
    else this.#parts.tell({ kind: 'read' });
    await this.layTaught();
  }

  #tellVocabulary({ categories }: Vocabulary): void {
    this.#parts.tell({ kind: 'vocabulary', categories });
  }
}
