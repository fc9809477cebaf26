import { transfer } from 'comlink';
import type { Gallery } from '../../gallery/gallery.ts';
import { headsFileOf, networkParts } from '../../network/shippedFiles.ts';
import { engineAnalyser } from '../analyser/engineAnalyser.ts';
import { type BuildEngine, EngineHost } from '../analyser/engineHost.ts';
import { loadModelFile, provideModelFile } from '../analyser/loadModelFile.ts';
import { contentHash } from '../analyser/preparedPhoto.ts';
import { type PreparePool, poolSize } from '../analyser/preparePool.ts';
import { storedAnswers } from '../analyser/storedAnswers.ts';
import type { PipelineChange } from '../api/changes.ts';
import { asError, NEVER } from '../api/errors.ts';
import type { FolderVerbs } from '../api/folderVerbs.ts';
import { holdLife } from '../api/lifeLock.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type { EngineStatus } from '../api/pipeline.ts';
import type { Pipeline } from '../api/pipelineVerbs.ts';
import type { VerbsOf } from '../api/remoteCalls.ts';
import { Indexer } from '../indexing/indexer.ts';
import { isComplete } from '../indexing/lookAhead.ts';
import { BROUGHT_PART, BroughtNetwork } from '../library/broughtNetwork.ts';
import { folderVerbs } from '../library/folders/folderVerbs.ts';
import { IndexTransfer } from '../library/indexTransfer.ts';
import { Library } from '../library/library.ts';
import { type LibraryVerbs, libraryVerbs } from '../library/libraryVerbs.ts';
import { OwnHeads } from '../library/ownHeads.ts';
import { RoomWatch } from '../library/roomWatch.ts';
import { Settings } from '../library/settings.ts';
import { Tabs } from '../library/tabs.ts';
import { type QualityVerbs, qualityVerbs } from '../quality/qualityVerbs.ts';
import { Duplicates } from '../search/duplicates.ts';
import { Search } from '../search/search.ts';
import { type SearchVerbs, searchVerbs } from '../search/searchVerbs.ts';
import { tonesOf } from '../search/tones.ts';
import { TotalsTeller } from '../search/totalsTeller.ts';
import { explainPhoto } from '../superpixels/explainPhoto.ts';
import { Recoder } from '../teaching/recoder.ts';
import { type TeachingVerbs, teachingVerbs } from '../teaching/teachingVerbs.ts';
import { type TrainingHere, type TrainingVerbs, trainingHere } from '../training/trainingVerbs.ts';
import { QuietMoment } from './quietMoment.ts';

/**
 * A worker that loads the network keeps a core busy for a third of a second, and a first photo may be waiting for just that core. So it
 * is done when nothing else is: a photo that comes sooner makes its worker load by itself.
 */
const QUIET_MS = 1000;

/** Changes after which the gallery's totals are others. */
const CHANGES_TOTALS: ReadonlySet<PipelineChange['kind']> = new Set([
  'read',
  'photo',
  'favoured',
  'removed',
  'emptied',
  'vocabulary',
]);

export interface PipelineParts {
  readonly gallery: Gallery;
  readonly pool: PreparePool;
  readonly buildEngine: BuildEngine;
  /** Tells the page. */
  tell(change: PipelineChange): void;
}

/** The verbs of the pipeline that the host implements itself, and what only the page's end of the wire asks for. */
type OwnVerbs = Pick<
  VerbsOf<Pipeline>,
  | 'addPhotos'
  | 'retryQuarantined'
  | 'resumeIndexing'
  | 'superpixels'
  | 'keepPreviews'
  | 'keepPlaces'
  | 'bringWeights'
  | 'removeWeights'
  | 'chooseNetwork'
  | 'chooseEngine'
> & {
  /** Called first: the worker's life is in its own name. */
  holdLife(): Promise<void>;
  /** The page can be used once the stored gallery is read; the engine gets ready meanwhile. Failures go to the page as a state. */
  open(): Promise<void>;
  /** A file that brought this worker down, told by the page. @param reason for a person */
  setAside(photo: PhotoFile, reason: string): Promise<void>;
};

/** All that the page can ask of the worker. */
export type HostVerbs = OwnVerbs &
  SearchVerbs &
  LibraryVerbs &
  FolderVerbs &
  TeachingVerbs &
  QualityVerbs &
  TrainingVerbs;

/** The pipeline as the worker implements it: puts gallery, engine, indexer and search together. */
export class PipelineHost {
  /** Each group of them is written in the room that it asks. */
  readonly verbs: HostVerbs;
  readonly engine: EngineHost;
  readonly #parts: PipelineParts;
  readonly #library: Library;
  readonly #settings: Settings;
  readonly #brought: BroughtNetwork;
  readonly #own: OwnHeads;
  readonly #training: TrainingHere;
  readonly #indexer: Indexer;
  readonly #recoder: Recoder;
  readonly #warming: QuietMoment;
  readonly #room = new RoomWatch();
  #indexing = false;
  #opening = true;

  constructor(parts: PipelineParts) {
    const { gallery, pool, buildEngine } = parts;
    const totals = new TotalsTeller(() => parts.tell({ kind: 'totals', gallery: search.totals() }));
    const tell = (change: PipelineChange): void => {
      parts.tell(change);
      if (CHANGES_TOTALS.has(change.kind)) totals.changed();
    };
    this.#parts = { ...parts, tell };
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
      stop: async () => void (await Promise.all([this.#indexer.stop(), this.#training.stop()])),
    });
    this.#library = library;
    this.#settings = new Settings(gallery, tell);
    const wantedVersion = async (network: string) => (await storedAnswers(network, loadModelFile)).version;
    this.#own = new OwnHeads({ heads: gallery.heads, wantedVersion });
    this.#brought = new BroughtNetwork({ gallery, own: this.#own, tell, wantedVersion });
    this.#training = trainingHere({
      gallery,
      own: this.#own,
      ownChanged: () => this.#brought.ownChanged(),
      backbone: () => networkParts(pool.network).backbone,
      prepare: (file, options) => pool.prepare(file, options),
      contentHash: (file, waits) => pool.contentHash(file, waits),
      ahead: () => pool.size,
      provide: (network, file) => provideModelFile(headsFileOf(network), async () => file),
      tell: (training) => tell({ kind: 'training', training }),
    });
    this.#warming = new QuietMoment(
      () => void this.#warm(),
      () => this.#indexing,
      QUIET_MS,
    );
    const { analyse } = engineAnalyser(pool, engine);
    const search = new Search({
      library,
      analyse,
      contentHash,
      pixels: (id) => library.pictures.pixels(id),
      album: async (wanted) => new Set((await gallery.albums()).find(({ name }) => name === wanted)?.ids),
    });
    this.#recoder = new Recoder({
      gallery,
      library,
      pixels: (id) => library.pictures.pixels(id),
      analyse: (picture, how) => analyse(picture, { ...how, urgent: true }),
    });
    const duplicates = new Duplicates(library.columns, async (id) => {
      const small = await library.pictures.small(id);
      return small && tonesOf(small);
    });
    const indexFile = new IndexTransfer({ gallery, library, tell });
    this.#indexer = new Indexer({
      library: {
        add: (indexed, file) => library.add(indexed, file),
        seen: (photo, id) => library.seen(photo, id),
        quarantine: library.quarantine,
        report: (progress) => {
          this.#indexing = progress !== null;
          library.report(progress);
          if (this.#indexing) return;
          this.#warming.over();
          void this.#recoder.catchUp();
        },
      },
      analyse,
      ahead: () => pool.size,
      contentHash: (file, waits) => pool.contentHash(file, waits),
      version: async () => (await engine.network()).version,
      known: (id) => library.known(id),
      keepsPreviews: () => this.#settings.keepsPreviews,
      keepsPlaces: () => this.#settings.keepsPlaces,
      roomAgain: (signal) => this.#room.again(signal),
      exclusively: (work, onWait) => tabs.exclusively(work, onWait),
    });
    const records = async () => {
      const [files, distinct] = await Promise.all([gallery.files(), gallery.distinctPairs()]);
      return { files, distinct };
    };
    const freed = () => this.#room.freed();
    this.verbs = {
      ...searchVerbs({ search, duplicates, records }),
      ...libraryVerbs({ gallery, library, indexFile, freed }),
      ...folderVerbs({ gallery, library, complete: (id, version) => isComplete(library.known(id), version) }),
      ...teachingVerbs({ gallery, library, recoder: this.#recoder }),
      ...qualityVerbs({
        gallery,
        library,
        analyse,
        contentHash,
        ahead: () => pool.size,
        network: () => pool.network,
        tell: (measuring) => tell({ kind: 'measuring', measuring }),
      }),
      ...this.#training.verbs,
      ...this.#ownVerbs(),
    };
  }

  async #open(): Promise<void> {
    const { pool, tell } = this.#parts;
    try {
      tell({ kind: 'state', state: { phase: 'opening', step: 'Opening the gallery' } });
      // Needed whatever the engine is.
      pool.start();
      const [preference, network] = await Promise.all([this.#settings.engine(), this.#brought.load()]);
      pool.network = network;
      provideModelFile(`${BROUGHT_PART}.safetensors`, () => this.#brought.weights());
      this.#own.provide(network);
      this.engine.prefer(preference);
      tell({ kind: 'preference', preference });
      const loaded = this.engine.network();
      loaded.catch(() => {}); // Awaited below, once there is a page to tell.
      await Promise.all([this.#library.open(), this.#settings.load()]);
      tell({ kind: 'state', state: { phase: 'ready' } });
      void this.#training.tellPaused().catch(() => {});
      await loaded;
      await this.#library.learn();
      this.#opening = false;
      this.#warming.ask();
      void this.#recoder.catchUp();
    } catch (error) {
      tell({ kind: 'state', state: { phase: 'failed', message: asError(error).message } });
    }
  }

  /** The first engine's steps are told; one that is rebuilt later has its status to tell. */
  #onEngineStep(step: string): void {
    if (this.#opening) this.#parts.tell({ kind: 'engineStep', step });
  }

  #onEngineStatus(engine: EngineStatus): void {
    this.#parts.tell({ kind: 'engine', engine });
    if (engine.interim) return;
    this.#parts.pool.size = poolSize(navigator.hardwareConcurrency, engine.engine);
    // At first the engine itself has to get ready.
    if (!this.#opening) this.#warming.ask();
  }

  /** Beside a GPU one worker holds the network, too, and goes on with the photos at once where the GPU fails. */
  async #warm(): Promise<void> {
    const { pool } = this.#parts;
    const onGpu = this.engine.status?.engine === 'webgpu';
    await pool.warm(onGpu ? 'proposer' : 'network');
    // What does not load is loaded when it is needed, where it is reported.
    if (onGpu) await pool.loadNetwork().catch(() => {});
  }

  #ownVerbs(): OwnVerbs {
    const library = this.#library;
    return {
      holdLife: () => holdLife(self.name),
      open: () => this.#open(),
      addPhotos: (photos, options) => this.#indexer.add(photos, options?.signal ?? NEVER),
      retryQuarantined: async (keys, options) =>
        this.#indexer.add(library.quarantine.heldFiles(keys), options?.signal ?? NEVER),
      resumeIndexing: async () => this.#room.freed(),
      async setAside(photo, reason) {
        const content = await contentHash(photo.file).catch(() => '');
        await library.quarantine.put(photo, content, reason);
      },
      superpixels: async (id, { signal = NEVER } = {}) => {
        const { picture } = await library.pictures.pixels(id);
        const map = await explainPhoto(await this.#parts.pool.decode(picture, { urgent: true, signal }), signal);
        return transfer(map, [map.labels.buffer, map.distances.buffer]);
      },
      keepPreviews: (keep) => this.#settings.keepPreviews(keep),
      keepPlaces: (keep) => this.#settings.keepPlaces(keep),
      bringWeights: (file, name) => this.#brought.keep(file, name),
      removeWeights: () => this.#brought.remove(),
      chooseNetwork: async (network) => {
        if (this.#indexing)
          throw new Error('Photos are being added. Change the network when they are done, or stop them first.');
        await this.#brought.choose(network);
      },
      chooseEngine: async (preference) => {
        await this.engine.choose(preference);
        await this.#settings.keepEngine(preference);
        await library.learn();
      },
    };
  }
}
