import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { Gallery } from '../../gallery/gallery.ts';
import type { PhotoRow, QuarantineRow } from '../../gallery/schema.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { AnalyseOptions } from '../../network/network.ts';
import type { PreparedPhoto } from '../analyser/preparedPhoto.ts';
import type { IndexingProgress } from '../api/pipeline.ts';
import { asError } from '../wire/bridge.ts';
import { indexedPhoto } from './indexedPhoto.ts';
import { type Ahead, isComplete, type LookAheadParts, lookAhead } from './lookAhead.ts';
import type { PhotoFile } from './photoFile.ts';
import { type Counts, NO_COUNTS, Pace, progressOf } from './progress.ts';

/** What the indexer works with and whom it tells. */
export interface IndexerParts extends LookAheadParts {
  readonly gallery: Pick<Gallery, 'photoAt' | 'seen' | 'put' | 'quarantine'>;
  analyse(image: RgbImage, options: AnalyseOptions): Promise<PhotoAnalysis>;
  /** Of the network in use. */
  version(): Promise<string>;
  onPhoto(row: PhotoRow): void;
  /** The file of a photo that is in the gallery now, for as long as the page lives. */
  onFile(id: string, file: File): void;
  onQuarantine(photo: PhotoFile, row: QuarantineRow): void;
  onOutOfQuarantine(path: string): void;
  onProgress(progress: IndexingProgress | null): void;
  /** Runs `work` once no other tab indexes; `onWait` is called when one does. */
  exclusively(work: () => Promise<void>, onWait: () => void): Promise<void>;
}

/** A file that takes the engine longer is put aside; the slowest engine takes some seconds. */
const ANALYSIS_LIMIT_MS = 120_000;
/** So many photos in a row failing in the engine is the engine's fault, not theirs. */
const MOST_ENGINE_FAILURES = 3;

/** The engine, not a photo, is at fault; the run stops and says so. */
export class EngineFailed extends Error {
  override readonly name = 'EngineFailed';
}

/** One call of `add`. */
interface Run {
  counts: Counts;
  readonly signal: AbortSignal;
  readonly finish: () => void;
  readonly fail: (error: Error) => void;
}

interface Item {
  readonly photo: PhotoFile;
  readonly run: Run;
  ahead: Promise<Ahead> | null;
}

/**
 * Takes files into the gallery, one photo at a time in the engine, the next ones prepared meanwhile. Each photo is stored
 * before the next one starts, so a run can be stopped or die at any point and lose nothing.
 */
export class Indexer {
  readonly #parts: IndexerParts;
  readonly #pace = new Pace();
  #queue: Item[] = [];
  /** Runs since the queue was last empty; the page sees their sum. */
  #runs: Run[] = [];
  #working = false;
  /** The item in the engine. */
  #active: Item | null = null;
  #where: IndexingProgress['where'] = 'here';
  #engineFailures = 0;

  constructor(parts: IndexerParts) {
    this.#parts = parts;
  }

  /**
   * Resolves with this call's own counts when all of its files are done or failed, or when the signal stopped it.
   * @throws StorageFull, EngineFailed; what is done stays.
   */
  add(photos: readonly PhotoFile[], signal: AbortSignal): Promise<IndexingProgress> {
    return new Promise((resolve, reject) => {
      const run: Run = {
        counts: { ...NO_COUNTS, left: photos.length },
        signal,
        finish: () => resolve(progressOf(run.counts, null, new Pace(), 'here')),
        fail: reject,
      };
      this.#runs.push(run);
      this.#queue.push(...photos.map((photo) => ({ photo, run, ahead: null })));
      signal.addEventListener('abort', () => this.#drop(run));
      if (signal.aborted || photos.length === 0) this.#drop(run);
      this.#report();
      void this.#work();
    });
  }

  /** Takes a run's waiting files out; a photo that is being worked on is finished and counted. */
  #drop(run: Run): void {
    this.#queue = this.#queue.filter((item) => item.run !== run);
    this.#report();
    if (this.#active === null && this.#queue.length === 0) this.#end();
    else if (!this.#isWorkedOn(run)) run.finish();
  }

  #isWorkedOn(run: Run): boolean {
    return this.#active?.run === run;
  }

  async #work(): Promise<void> {
    if (this.#working || this.#queue.length === 0) {
      if (!this.#working) this.#end();
      return;
    }
    this.#working = true;
    try {
      await this.#parts.exclusively(
        () => this.#workThrough(),
        () => {
          this.#where = 'waiting';
          this.#report();
        },
      );
    } catch (error) {
      this.#failAll(asError(error));
    } finally {
      this.#working = false;
      this.#where = 'here';
      this.#end();
    }
    if (this.#queue.length > 0) void this.#work(); // Files that came while the lock was given back.
  }

  async #workThrough(): Promise<void> {
    this.#where = 'here';
    this.#pace.start(Date.now());
    const version = this.#parts.version();
    version.catch(() => {}); // Awaited below, with a photo in hand.
    let first = true;
    for (let item = this.#queue.shift(); item; item = this.#queue.shift()) {
      this.#active = item;
      this.#report();
      item.ahead ??= lookAhead(this.#parts, item.photo, version);
      // The first goes alone, all of its way: what loads and looks at others beside it would keep it waiting on two cores. It is prepared
      // while the engine still loads in another worker.
      if (!first) {
        // The window: as many as there are workers, beside the one that is waited for.
        for (const next of this.#queue.slice(0, this.#parts.pool.size))
          next.ahead ??= lookAhead(this.#parts, next.photo, version);
      }
      first = false;
      await this.#take(item, await version);
      this.#active = null;
      this.#report();
      // The last run finishes at the end, once nothing is being indexed any more.
      if (this.#queue.length > 0 && !this.#queue.some(({ run }) => run === item.run)) item.run.finish();
    }
  }

  async #take(item: Item, version: string): Promise<void> {
    const { photo, run } = item;
    const ahead = await item.ahead!;
    // Two files of one content may be in the window together.
    const outcome =
      ahead.kind === 'new' && isComplete(this.#parts.known(ahead.id), version)
        ? { kind: 'already' as const, id: ahead.id }
        : ahead;
    switch (outcome.kind) {
      case 'already':
        await this.#parts.gallery.seen({
          path: photo.path,
          size: photo.file.size,
          lastModified: photo.file.lastModified,
          id: outcome.id,
        });
        this.#parts.onFile(outcome.id, photo.file);
        this.#parts.onOutOfQuarantine(photo.path);
        run.counts = { ...run.counts, already: run.counts.already + 1, left: run.counts.left - 1 };
        return;
      case 'unreadable':
        await this.#putAside(item, outcome.reason);
        return;
      case 'broken':
        throw outcome.error;
      case 'new': {
        const analysis = outcome.prepared.analysis ?? (await this.#analysed(outcome.prepared));
        if (analysis instanceof Error) {
          await this.#putAside(item, `The engine could not work on it: ${analysis.message}`);
          if (++this.#engineFailures >= MOST_ENGINE_FAILURES) {
            this.#engineFailures = 0;
            throw new EngineFailed(
              `Indexing stopped, because the engine failed on ${MOST_ENGINE_FAILURES} photos in a row: ${analysis.message}`,
            );
          }
          return;
        }
        this.#engineFailures = 0;
        this.#parts.onFile(outcome.id, photo.file);
        this.#parts.onPhoto(
          await this.#parts.gallery.put(
            indexedPhoto(photo, outcome.id, outcome.prepared, analysis, version, Date.now()),
          ),
        );
        this.#parts.onOutOfQuarantine(photo.path);
        run.counts = { ...run.counts, done: run.counts.done + 1, left: run.counts.left - 1 };
        this.#pace.tick(Date.now());
      }
    }
  }

  async #analysed({ image, proposals }: PreparedPhoto): Promise<PhotoAnalysis | Error> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<Error>((resolve) => {
      timer = setTimeout(
        () => resolve(new Error(`it took longer than ${ANALYSIS_LIMIT_MS / 1000} seconds.`)),
        ANALYSIS_LIMIT_MS,
      );
    });
    try {
      return await Promise.race([this.#parts.analyse(image, { proposals }), late]);
    } catch (error) {
      return asError(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async #putAside({ photo, run }: Item, reason: string): Promise<void> {
    const row = { path: photo.path, name: photo.file.name, reason, failedAt: Date.now() };
    await this.#parts.gallery.quarantine(row);
    this.#parts.onQuarantine(photo, row);
    run.counts = { ...run.counts, failed: run.counts.failed + 1, left: run.counts.left - 1 };
    this.#pace.tick(Date.now());
  }

  #failAll(error: Error): void {
    this.#queue = [];
    this.#active = null;
    for (const run of this.#runs) run.fail(error); // What fails does not finish.
  }

  #end(): void {
    if (this.#queue.length > 0) return;
    const runs = this.#runs;
    this.#runs = [];
    this.#parts.onProgress(null);
    for (const run of runs) run.finish();
  }

  #report(): void {
    if (this.#runs.length === 0) return;
    // What a stopped run left over is not left to do.
    const counts = this.#runs.reduce<Counts>(
      (sum, run) => ({
        done: sum.done + run.counts.done,
        failed: sum.failed + run.counts.failed,
        already: sum.already + run.counts.already,
        left: sum.left + (run.signal.aborted ? Number(this.#isWorkedOn(run)) : run.counts.left),
      }),
      NO_COUNTS,
    );
    this.#parts.onProgress(progressOf(counts, this.#active?.photo.path ?? null, this.#pace, this.#where));
  }
}
