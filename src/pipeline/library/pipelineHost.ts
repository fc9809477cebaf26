import type { Gallery } from '../../gallery/gallery.ts';
import type { EngineHost } from '../analyser/engineHost.ts';
import { type PreparePool, poolSize } from '../analyser/preparePool.ts';
import type { PipelineNews } from '../api/news.ts';
import type {
  DuplicateGroup,
  EnginePreference,
  EngineStatus,
  IndexingProgress,
  PhotoDetail,
  PhotoPicture,
} from '../api/pipeline.ts';
import { Indexer } from '../indexing/indexer.ts';
import type { PhotoFile } from '../indexing/photoFile.ts';
import { duplicateGroups } from '../search/duplicateGroups.ts';
import { correctedProbabilities } from '../search/galleryIndex.ts';
import { Search } from '../search/search.ts';
import { explainPhoto } from '../superpixels/explainPhoto.ts';
import type { SuperpixelMap } from '../superpixels/superpixelMap.ts';
import { IndexTransfer } from './indexTransfer.ts';
import { Pictures } from './pictures.ts';
import { Quarantine } from './quarantine.ts';
import { QuietMoment } from './quietMoment.ts';
import { Settings } from './settings.ts';
import { ShownGallery } from './shownGallery.ts';
import { type TabNews, Tabs } from './tabs.ts';

/**
 * A worker that loads the network takes a core for a third of a second, and a first photo may be waiting for just that one. So it is done
 * when nothing else is: a photo that comes sooner brings its worker to load by itself.
 */
const QUIET_MS = 1000;

/** Everything that happens in the worker: puts gallery, engine, indexer and search together and tells the page. */
export class PipelineHost {
  readonly #gallery: Gallery;
  readonly #engine: EngineHost;
  readonly #tell: (news: PipelineNews) => void;
  readonly #shown: ShownGallery;
  readonly #pool: PreparePool;
  readonly #pictures: Pictures;
  readonly #quarantine: Quarantine;
  readonly #settings: Settings;
  readonly #tabs: Tabs;
  readonly #indexer: Indexer;
  readonly #warming: QuietMoment;
  readonly search: Search;
  readonly transfer: IndexTransfer;
  #indexing = false;
  #opening = true;

  constructor(gallery: Gallery, engine: EngineHost, pool: PreparePool, tell: (news: PipelineNews) => void) {
    this.#gallery = gallery;
    this.#engine = engine;
    this.#pool = pool;
    this.#tell = tell;
    this.#shown = new ShownGallery(gallery, () => engine.network(), tell);
    this.#warming = new QuietMoment(
      () => void pool.warm(this.#poolGives() === 'analysed' ? 'network' : 'proposer'),
      () => this.#indexing,
      QUIET_MS,
    );
    this.#quarantine = new Quarantine(gallery, (files) => tell({ kind: 'quarantined', files }));
    this.#settings = new Settings(gallery, tell);
    this.#tabs = new Tabs((news) => this.#onTabNews(news));
    this.#pictures = new Pictures(gallery);
    this.search = new Search({
      gallery,
      pool: this.#pool,
      pictures: this.#pictures,
      engine,
      index: this.#shown.index,
      vocabulary: () => this.#shown.vocabulary(),
    });
    this.transfer = new IndexTransfer({
      gallery,
      index: this.#shown.index,
      vocabulary: () => this.#shown.vocabulary(),
      tell,
      onImported: async () => {
        await this.#shown.read();
        this.#tabs.tell({ kind: 'imported' });
      },
    });
    this.#indexer = new Indexer({
      gallery,
      pool: this.#pool,
      poolGives: () => this.#poolGives(),
      analyse: (image, options) => engine.analyse(image, options),
      version: async () => (await engine.network()).version,
      known: (id) => this.#shown.index.get(id),
      keepsPreviews: () => this.#settings.keepsPreviews,
      onFile: (id, file) => this.#pictures.hold(id, file),
      onPhoto: (row) => {
        this.#shown.show(row);
        this.#tabs.tell({ kind: 'photo', row });
      },
      onQuarantine: (photo, row) => {
        this.#quarantine.add(row, photo);
        this.#tabs.tell({ kind: 'quarantined', row });
      },
      onOutOfQuarantine: (path) => {
        this.#quarantine.drop(path);
        this.#tabs.tell({ kind: 'outOfQuarantine', path });
      },
      onProgress: (progress) => {
        this.#indexing = progress !== null;
        tell({ kind: 'indexing', indexing: progress });
        if (!this.#indexing) this.#warming.over();
        // A tab that waits has nothing to tell that the working one does not.
        if (progress?.where !== 'waiting') this.#tabs.tell({ kind: 'progress', progress });
      },
      exclusively: (work, onWait) => this.#tabs.exclusively(work, onWait),
    });
  }

  /** The page can be used once the stored gallery is read; the engine gets ready meanwhile. Failures go to the page as a state. */
  async open(): Promise<void> {
    try {
      this.#tell({ kind: 'state', state: { phase: 'opening', step: 'Opening the gallery' } });
      // Needed whatever the engine is.
      this.#pool.start();
      const wished = await this.#settings.engine();
      this.#engine.prefer(wished);
      this.#tell({ kind: 'preference', preference: wished });
      const engine = this.#engine.network();
      engine.catch(() => {}); // Awaited below, once there is a page to tell.
      await Promise.all([this.#shown.read(), this.#quarantine.load(), this.#settings.loadPreviews()]);
      this.#tell({ kind: 'state', state: { phase: 'ready' } });
      await engine;
      await this.#shown.learn();
      this.#opening = false;
      this.#warming.ask();
    } catch (error) {
      this.#tell({
        kind: 'state',
        state: { phase: 'failed', message: error instanceof Error ? error.message : String(error) },
      });
    }
  }

  /** The first engine's steps are told; one that is rebuilt later has its status to tell. */
  onEngineStep(step: string): void {
    if (this.#opening) this.#tell({ kind: 'engineStep', step });
  }

  onEngineStatus(status: EngineStatus): void {
    this.#pool.size = poolSize(navigator.hardwareConcurrency, status.engine);
    this.#tell({ kind: 'engine', engine: status });
    // At first the engine itself comes first.
    if (!this.#opening) this.#warming.ask();
  }

  #poolGives(): 'analysed' | 'prepared' {
    return this.#engine.status?.engine === 'wasm' ? 'analysed' : 'prepared';
  }

  addPhotos(photos: readonly PhotoFile[], signal: AbortSignal): Promise<IndexingProgress> {
    return this.#indexer.add(photos, signal);
  }

  async retryQuarantined(paths: readonly string[], signal: AbortSignal): Promise<IndexingProgress> {
    return this.#indexer.add(this.#quarantine.heldFiles(paths), signal);
  }

  /** @throws Error when the photo is not in the gallery. */
  async photo(id: string): Promise<PhotoDetail> {
    const [{ photo, analysis }, { categories }] = await Promise.all([
      this.#gallery.analysis(id),
      this.#shown.vocabulary(),
    ]);
    return {
      analysis: { ...analysis, probabilities: correctedProbabilities(photo, categories) },
      width: photo.width,
      height: photo.height,
    };
  }

  thumbnail(id: string): Promise<Blob> {
    return this.#gallery.thumbnail(id);
  }

  /** @throws PictureGone, Cancelled. */
  async superpixels(id: string, signal: AbortSignal): Promise<SuperpixelMap> {
    return explainPhoto(await this.#pictures.pixels(id), signal);
  }

  /** @throws PictureGone. */
  picture(id: string): Promise<PhotoPicture> {
    return this.#pictures.shown(id);
  }

  keepPreviews(keep: boolean): Promise<void> {
    return this.#settings.keepPreviews(keep);
  }

  previews(): Promise<{ readonly count: number; readonly bytes: number }> {
    return this.#gallery.previews();
  }

  removePreviews(): Promise<void> {
    return this.#gallery.removePreviews();
  }

  /** @throws RangeError when there is no such category; Error when the photo is not in the gallery. */
  async correctLabel(id: string, category: number, verdict: 'present' | 'absent' | null): Promise<void> {
    const { categories } = await this.#shown.vocabulary();
    const name = categories[category]?.name;
    if (name === undefined)
      throw new RangeError(`correctLabel: got category ${category}, wanted 0 to ${categories.length - 1}`);
    const row = await this.#gallery.correct(id, name, verdict);
    this.#shown.show(row);
    this.#tabs.tell({ kind: 'photo', row });
  }

  async corrections(id: string): Promise<Map<number, 'present' | 'absent'>> {
    const { categories } = await this.#shown.vocabulary();
    const corrections = this.#shown.index.get(id)?.corrections ?? {};
    return new Map(categories.flatMap(({ name }, c) => (corrections[name] ? [[c, corrections[name]] as const] : [])));
  }

  async duplicates(): Promise<DuplicateGroup[]> {
    const [files, distinct] = await Promise.all([this.#gallery.files(), this.#gallery.distinctPairs()]);
    return duplicateGroups([...this.#shown.index.rows()], files, distinct);
  }

  dismissDuplicates(ids: readonly string[]): Promise<void> {
    return this.#gallery.setDistinct(ids);
  }

  async removePhotos(ids: readonly string[]): Promise<void> {
    await this.#gallery.remove(ids);
    this.#forget({ kind: 'removed', ids });
    this.#tabs.tell({ kind: 'removed', ids });
  }

  async removeAll(): Promise<void> {
    await this.#gallery.removeAll();
    this.#forget({ kind: 'removedAll' });
    this.#tabs.tell({ kind: 'removedAll' });
  }

  async dismissQuarantined(path: string): Promise<void> {
    await this.#gallery.dismissQuarantined(path);
    this.#quarantine.drop(path);
    this.#tabs.tell({ kind: 'outOfQuarantine', path });
  }

  /** @throws when the wished engine cannot be had; the one before stays. */
  async chooseEngine(preference: EnginePreference): Promise<void> {
    await this.#engine.choose(preference);
    await this.#settings.keepEngine(preference);
    await this.#shown.learn();
  }

  #forget(news: Extract<TabNews, { kind: 'removed' | 'removedAll' }>): void {
    if (news.kind === 'removed') {
      this.#shown.remove(news.ids);
      this.#pictures.forget(news.ids);
    } else {
      this.#shown.clear();
      this.#pictures.clear();
      this.#quarantine.clear();
    }
  }

  #onTabNews(news: TabNews): void {
    switch (news.kind) {
      case 'photo':
        return this.#shown.show(news.row);
      case 'removed':
      case 'removedAll':
        return this.#forget(news);
      case 'imported':
        return void this.#shown.read();
      case 'quarantined':
        return this.#quarantine.add(news.row);
      case 'outOfQuarantine':
        return this.#quarantine.drop(news.path);
      case 'progress':
        if (!this.#indexing)
          this.#tell({ kind: 'indexing', indexing: news.progress && { ...news.progress, where: 'elsewhere' } });
    }
  }
}
