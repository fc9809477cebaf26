import { asError } from '../api/errors.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type { IndexingProgress } from '../api/pipeline.ts';
import type { Library } from '../library/library.ts';
import type { Quarantine } from '../library/quarantine.ts';
import { indexedPhoto } from './indexedPhoto.ts';
import { isComplete, type LookAheadParts, lookAhead, type Outcome } from './lookAhead.ts';
import { type Counts, NO_COUNTS, Pace, progressOf } from './progress.ts';

/** What the indexer works with. */
export interface IndexerParts extends LookAheadParts {
  readonly library: Pick<Library, 'add' | 'seen' | 'report'> & { readonly quarantine: Pick<Quarantine, 'put'> };
  /** Of the network in use; rejects where the engine cannot be built. */
  version(): Promise<string>;
  /** Resolves when it is worth trying to write again after the storage was full, or when the signal is aborted. */
  roomAgain(signal: AbortSignal): Promise<void>;
  /** Runs `work` once no other tab indexes; `onWait` is called when one does. */
  exclusively(work: () => Promise<void>, onWait: () => void): Promise<void>;
}

/** If this many photos in a row fail in the engine, the engine is at fault and not the photos. */
const MOST_ENGINE_FAILURES = 3;

/** The engine is at fault, not a photo; the run stops and says so. */
export class EngineFailed extends Error {
  override readonly name = 'EngineFailed';
}

/** One call of `add`. */
interface Run {
  counts: Counts;
  /** Its waiting files were taken out. */
  stopped: boolean;
  /** Aborted with it. */
  readonly stop: AbortController;
  readonly finish: () => void;
  readonly fail: (error: Error) => void;
}

interface Item {
  readonly photo: PhotoFile;
  readonly run: Run;
  /** Stops what is done for it ahead of its turn. */
  readonly stop: AbortController;
  ahead: Promise<Outcome> | null;
}

/**
 * Takes files into the gallery in their order; while one is waited for, the next ones are looked at already. Each photo is stored on its
 * own, so a run can be stopped or die at any point and lose nothing.
 */
export class Indexer {
  readonly #parts: IndexerParts;
  readonly #pace = new Pace();
  #queue: Item[] = [];
  /** Runs since the queue was last empty; the page sees their sum. */
  #runs: Run[] = [];
  #working = false;
  /** The item that is waited for, and what is done with it. */
  #active: Item | null = null;
  #taking: Promise<void> = Promise.resolve();
  #where: IndexingProgress['where'] = 'here';
  #engineFailures = 0;
  /** Why nothing goes on, in words for a person. */
  #paused: string | null = null;

  constructor(parts: IndexerParts) {
    this.#parts = parts;
  }

  /**
   * Resolves with this call's own counts when all of its files are done or failed, or when the signal stopped it.
   * While the storage is full it waits and says so in its progress.
   * @throws EngineFailed; what is done stays.
   */
  add(photos: readonly PhotoFile[], signal: AbortSignal): Promise<IndexingProgress> {
    return new Promise((resolve, reject) => {
      const drop = (): void => this.#drop(run);
      const run: Run = {
        counts: { ...NO_COUNTS, left: photos.length },
        stopped: false,
        stop: new AbortController(),
        finish() {
          signal.removeEventListener('abort', drop);
          resolve(progressOf(run.counts, null, new Pace(), 'here'));
        },
        fail(error) {
          signal.removeEventListener('abort', drop);
          reject(error);
        },
      };
      this.#runs.push(run);
      for (const photo of photos) this.#queue.push({ photo, run, stop: new AbortController(), ahead: null });
      signal.addEventListener('abort', drop);
      if (signal.aborted || photos.length === 0) this.#drop(run);
      this.#report();
      void this.#work();
    });
  }

  /** Stops every run as its signal would, and resolves once the photo that was waited for is stored or has failed. */
  async stop(): Promise<void> {
    for (const run of this.#runs) this.#drop(run);
    await this.#taking.catch(() => {});
  }

  /** Takes a run's waiting files out of the queue; the photo that is waited for is finished and counted. */
  #drop(run: Run): void {
    run.stopped = true;
    run.stop.abort();
    for (const item of this.#queue) if (item.run === run) item.stop.abort();
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
      const outcome = this.#begin(item, version);
      // The first photo goes alone: looking at others at the same time would keep it waiting on two cores. It is prepared while the
      // engine still loads in another worker.
      if (!first) {
        // The window: as many as there are workers, besides the one that is waited for.
        for (const next of this.#queue.slice(0, this.#parts.ahead())) void this.#begin(next, version);
      }
      first = false;
      this.#taking = this.#take(item, version, outcome);
      await this.#taking;
      this.#active = null;
      this.#report();
      // The last run finishes at the end, once nothing is being indexed any more.
      if (this.#queue.length > 0 && !this.#queue.some(({ run }) => run === item.run)) item.run.finish();
    }
  }

  #begin(item: Item, version: Promise<string>): Promise<Outcome> {
    item.ahead ??= lookAhead(this.#parts, item.photo, version, item.stop.signal);
    return item.ahead;
  }

  /** @throws EngineFailed; Error when the engine cannot be built. */
  async #take({ photo, run }: Item, version: Promise<string>, ahead: Promise<Outcome>): Promise<void> {
    const inUse = await version;
    const found = await ahead;
    // Two files of one content may be in the window together.
    const twin = found.kind === 'new' && isComplete(this.#parts.known(found.id), inUse);
    const outcome: Outcome = twin ? { kind: 'already', id: found.id } : found;
    switch (outcome.kind) {
      case 'already':
        if (!(await this.#stored(run, () => this.#parts.library.seen(photo, outcome.id)))) return;
        run.counts = { ...run.counts, already: run.counts.already + 1, left: run.counts.left - 1 };
        return;
      case 'unreadable':
        return this.#fail(photo, run, outcome.id, outcome.reason);
      case 'failed':
        return this.#engineFailed(photo, run, outcome.id, outcome.error);
      case 'new': {
        this.#engineFailures = 0;
        const indexed = indexedPhoto(photo, outcome.id, outcome.analysed, outcome.capture, Date.now());
        if (!(await this.#stored(run, () => this.#parts.library.add(indexed, photo.file)))) return;
        run.counts = { ...run.counts, done: run.counts.done + 1, left: run.counts.left - 1 };
        this.#pace.tick(Date.now());
      }
    }
  }

  /**
   * Writes, and where the storage is full tries again once there may be room: what was computed is kept until then, and so are the files
   * that wait. @returns false where the run was stopped first; nothing is written then.
   */
  async #stored(run: Run, write: () => Promise<void>): Promise<boolean> {
    for (;;) {
      try {
        await write();
        return true;
      } catch (thrown) {
        const error = asError(thrown);
        if (error.name !== 'StorageFull') throw error;
        if (run.stopped) return false;
        this.#paused = error.message;
        this.#report();
        await this.#parts.roomAgain(run.stop.signal);
        this.#paused = null;
        this.#pace.start(Date.now());
        this.#report();
        if (run.stopped) return false;
      }
    }
  }

  /** @throws EngineFailed after too many in a row. */
  async #engineFailed(photo: PhotoFile, run: Run, id: string, { message }: Error): Promise<void> {
    await this.#fail(photo, run, id, `The engine could not work on it: ${message}`);
    if (++this.#engineFailures < MOST_ENGINE_FAILURES) return;
    this.#engineFailures = 0;
    throw new EngineFailed(
      `Indexing stopped, because the engine failed on ${MOST_ENGINE_FAILURES} photos in a row: ${message}`,
    );
  }

  async #fail(photo: PhotoFile, run: Run, id: string, reason: string): Promise<void> {
    if (!(await this.#stored(run, () => this.#parts.library.quarantine.put(photo, id, reason)))) return;
    run.counts = { ...run.counts, failed: run.counts.failed + 1, left: run.counts.left - 1 };
    this.#pace.tick(Date.now());
  }

  #failAll(error: Error): void {
    for (const item of this.#queue) item.stop.abort();
    this.#queue = [];
    this.#active = null;
    for (const run of this.#runs) run.fail(error); // What fails does not finish.
  }

  #end(): void {
    if (this.#queue.length > 0) return;
    const runs = this.#runs;
    this.#runs = [];
    this.#parts.library.report(null);
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
        left: sum.left + (run.stopped ? Number(this.#isWorkedOn(run)) : run.counts.left),
      }),
      NO_COUNTS,
    );
    const progress = progressOf(counts, this.#active?.photo.path ?? null, this.#pace, this.#where);
    this.#parts.library.report(this.#paused === null ? progress : { ...progress, paused: this.#paused });
  }
}
