import { transfer } from 'comlink';
import type { Gallery } from '../../gallery/gallery.ts';
import { engineAnalyser } from '../analyser/engineAnalyser.ts';
import { type BuildEngine, EngineHost } from '../analyser/engineHost.ts';
import { contentHash } from '../analyser/preparedPhoto.ts';
import { type PreparePool, poolSize } from '../analyser/preparePool.ts';
import type { PipelineChange } from '../api/changes.ts';
import { asError, NEVER } from '../api/errors.ts';
import { holdLife } from '../api/lifeLock.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type {
  CategoryChip,
  CombinedHit,
  DuplicateGroup,
  EnginePreference,
  EngineStatus,
  ExportedIndex,
  ImportedIndex,
  IndexingProgress,
  PhotoDetail,
  PhotoPicture,
  Pipeline,
  PipelineOptions,
  SearchAnswer,
  SearchQuery,
  SuperpixelMap,
  Verdict,
} from '../api/pipeline.ts';
import type { VerbsOf } from '../api/remoteCalls.ts';
import { Indexer } from '../indexing/indexer.ts';
import { IndexTransfer } from '../library/indexTransfer.ts';
import { Library } from '../library/library.ts';
import { RoomWatch } from '../library/roomWatch.ts';
import { Settings } from '../library/settings.ts';
import { Tabs } from '../library/tabs.ts';
import { duplicateGroups } from '../search/duplicateGroups.ts';
import { withoutLookalikes } from '../search/lookalikes.ts';
import { Search } from '../search/search.ts';
import { explainPhoto } from '../superpixels/explainPhoto.ts';
import { QuietMoment } from './quietMoment.ts';

/**
 * A worker that loads the network keeps a core busy for a third of a second, and a first photo may be waiting for just that core. So it
 * is done when nothing else is: a photo that comes sooner makes its worker load by itself.
 */
const QUIET_MS = 1000;

export interface PipelineParts {
  readonly gallery: Gallery;
  readonly pool: PreparePool;
  readonly buildEngine: BuildEngine;
  /** Tells the page. */
  tell(change: PipelineChange): void;
}

/** The pipeline as the worker implements it: puts gallery, engine, indexer and search together. */
export class PipelineHost implements VerbsOf<Pipeline> {
  readonly engine: EngineHost;
  readonly #parts: PipelineParts;
  readonly #library: Library;
  readonly #settings: Settings;
  readonly #indexer: Indexer;
  readonly #search: Search;
  readonly #transfer: IndexTransfer;
  readonly #warming: QuietMoment;
  readonly #room = new RoomWatch();
  #indexing = false;
  #opening = true;

  constructor(parts: PipelineParts) {
    const { gallery, pool, buildEngine, tell } = parts;
    this.#parts = parts;
    const engine = new EngineHost(
      buildEngine,
      (status) => this.#onEngineStatus(status),
      (step) => this.#onEngineStep(step),
    );
    this.engine = engine;
    const tabs = new Tabs((change) => library.follow(change));
    const library: Library = new Library({
      gallery,
      tabs,
      tell,
      network: () => engine.network(),
      stop: () => this.#indexer.stop(),
    });
    this.#library = library;
    this.#settings = new Settings(gallery, tell);
    this.#warming = new QuietMoment(
      () => void pool.warm(engine.status?.engine === 'wasm' ? 'network' : 'proposer'),
      () => this.#indexing,
      QUIET_MS,
    );
    const { analyse } = engineAnalyser(pool, engine);
    this.#search = new Search({ library, analyse, contentHash, pixels: (id) => library.pictures.pixels(id) });
    this.#transfer = new IndexTransfer({ gallery, library, tell });
    this.#indexer = new Indexer({
      library: {
        add: (indexed, file) => library.add(indexed, file),
        seen: (photo, id) => library.seen(photo, id),
        quarantine: (photo, content, reason) => library.quarantine(photo, content, reason),
        report: (progress) => {
          this.#indexing = progress !== null;
          library.report(progress);
          if (!this.#indexing) this.#warming.over();
        },
      },
      analyse,
      ahead: () => pool.size,
      contentHash: (file, waits) => pool.contentHash(file, waits),
      version: async () => (await engine.network()).version,
      known: (id) => library.rows.get(id),
      keepsPreviews: () => this.#settings.keepsPreviews,
      roomAgain: (signal) => this.#room.again(signal),
      exclusively: (work, onWait) => tabs.exclusively(work, onWait),
    });
  }

  /** Called first: the worker's life is in its own name. */
  holdLife(): Promise<void> {
    return holdLife(self.name);
  }

  /** The page can be used once the stored gallery is read; the engine gets ready meanwhile. Failures go to the page as a state. */
  async open(): Promise<void> {
    const { pool, tell } = this.#parts;
    try {
      tell({ kind: 'state', state: { phase: 'opening', step: 'Opening the gallery' } });
      // Needed whatever the engine is.
      pool.start();
      const preference = await this.#settings.engine();
      this.engine.prefer(preference);
      tell({ kind: 'preference', preference });
      const network = this.engine.network();
      network.catch(() => {}); // Awaited below, once there is a page to tell.
      await Promise.all([this.#library.open(), this.#settings.loadPreviews()]);
      tell({ kind: 'state', state: { phase: 'ready' } });
      await network;
      await this.#library.learn();
      this.#opening = false;
      this.#warming.ask();
    } catch (error) {
      tell({ kind: 'state', state: { phase: 'failed', message: asError(error).message } });
    }
  }

  /** The first engine's steps are told; one that is rebuilt later has its status to tell. */
  #onEngineStep(step: string): void {
    if (this.#opening) this.#parts.tell({ kind: 'engineStep', step });
  }

  #onEngineStatus(engine: EngineStatus): void {
    this.#parts.pool.size = poolSize(navigator.hardwareConcurrency, engine.engine);
    this.#parts.tell({ kind: 'engine', engine });
    // At first the engine itself has to get ready.
    if (!this.#opening) this.#warming.ask();
  }

  addPhotos(photos: readonly PhotoFile[], options?: PipelineOptions): Promise<IndexingProgress> {
    return this.#indexer.add(photos, options?.signal ?? NEVER);
  }

  async retryQuarantined(keys: readonly string[], options?: PipelineOptions): Promise<IndexingProgress> {
    return this.#indexer.add(this.#library.heldFiles(keys), options?.signal ?? NEVER);
  }

  async resumeIndexing(): Promise<void> {
    this.#room.freed();
  }

  /** A file that brought this worker down, told by the page. @param reason for a person */
  async setAside(photo: PhotoFile, reason: string): Promise<void> {
    const content = await contentHash(photo.file).catch(() => '');
    await this.#library.quarantine(photo, content, reason);
  }

  search(query: SearchQuery, options?: PipelineOptions): Promise<SearchAnswer> {
    return this.#search.byPhoto(query, options?.signal ?? NEVER);
  }

  searchCombined(chips: readonly CategoryChip[], options?: PipelineOptions): Promise<CombinedHit[]> {
    return this.#search.combined(chips, options?.signal ?? NEVER);
  }

  photo(id: string): Promise<PhotoDetail> {
    return this.#library.detail(id);
  }

  thumbnail(id: string): Promise<Blob> {
    return this.#parts.gallery.thumbnail(id);
  }

  picture(id: string): Promise<PhotoPicture> {
    return this.#library.pictures.shown(id);
  }

  async superpixels(id: string, options?: PipelineOptions): Promise<SuperpixelMap> {
    const { signal = NEVER } = options ?? {};
    const { picture } = await this.#library.pictures.pixels(id);
    const map = await explainPhoto(await this.#parts.pool.decode(picture, { urgent: true, signal }), signal);
    return transfer(map, [map.labels.buffer, map.distances.buffer]);
  }

  keepPreviews(keep: boolean): Promise<void> {
    return this.#settings.keepPreviews(keep);
  }

  previews(): Promise<{ readonly count: number; readonly bytes: number }> {
    return this.#parts.gallery.previews();
  }

  async removePreviews(): Promise<void> {
    await this.#parts.gallery.removePreviews();
    this.#room.freed();
  }

  exportIndex(withThumbnails: boolean, options?: PipelineOptions): Promise<ExportedIndex> {
    return this.#transfer.export(withThumbnails, options?.signal ?? NEVER);
  }

  importIndex(file: Blob, options?: PipelineOptions): Promise<ImportedIndex> {
    return this.#transfer.import(file, options?.signal ?? NEVER);
  }

  correctLabel(id: string, category: string, verdict: Verdict | null): Promise<void> {
    return this.#library.correct(id, category, verdict);
  }

  corrections(id: string): Promise<ReadonlyMap<string, Verdict>> {
    return this.#library.corrections(id);
  }

  async duplicates(): Promise<DuplicateGroup[]> {
    const [files, distinct] = await Promise.all([this.#parts.gallery.files(), this.#parts.gallery.distinctPairs()]);
    const groups = duplicateGroups(this.#library.rows.all(), files, distinct);
    return withoutLookalikes(
      groups,
      (id) => this.#library.pictures.small(id),
      (id) => files.filter((file) => file.id === id).map(({ path }) => path),
    );
  }

  dismissDuplicates(ids: readonly string[]): Promise<void> {
    return this.#parts.gallery.setDistinct(ids);
  }

  async removePhotos(ids: readonly string[]): Promise<void> {
    await this.#library.remove(ids);
    this.#room.freed();
  }

  removeAll(): Promise<void> {
    return this.#library.removeAll();
  }

  dismissQuarantined(key: string): Promise<void> {
    return this.#library.dismissQuarantined(key);
  }

  /** @throws Error when the chosen engine is not available; the one before stays. */
  async chooseEngine(preference: EnginePreference): Promise<void> {
    await this.engine.choose(preference);
    await this.#settings.keepEngine(preference);
    await this.#library.learn();
  }
}
