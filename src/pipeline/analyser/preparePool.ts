import { proxy } from 'comlink';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { Network, AnalyseOptions as NetworkOptions } from '../../network/network.ts';
import { DEFAULT_BACKBONE } from '../../network/shippedFiles.ts';
import { Ending } from '../api/ending.ts';
import { asError, NEVER, UnreadablePhoto } from '../api/errors.ts';
import { lifeEnded } from '../api/lifeLock.ts';
import { ownWorker } from '../api/ownWorker.ts';
import { callsTo, type VerbsOf } from '../api/remoteCalls.ts';
import { type AnalyseOptions, networkOptions } from './analyser.ts';
import { loadModelFile } from './loadModelFile.ts';
import { Patience } from './patience.ts';
import type { PreparedPhoto, TriedPhoto } from './preparedPhoto.ts';
import type { LoadedNetwork, Preparation } from './prepareWorker.ts';
import workerAddress from './prepareWorker.ts?worker&url';
import { Seats, type Waits } from './seats.ts';
import { TaskClock } from './taskClock.ts';

/** For the network's files and their compilation on a slow machine with a slow disk; twice as long with each worker that does not make it. */
const LOADING_LIMIT_MS = 300_000;
/** More workers would only fill the memory with decoded photos: a GPU takes one photo at a time. */
const MOST_PREPARING = 8;
/** Each holds its own copy of the weights and of tfjs, about 150 MB. */
const MOST_ANALYSING = 4;

/**
 * How many workers suit an engine. Beside a GPU one core feeds it and the rest prepare; on WASM a worker on each core does everything
 * for its photo. At least one, so that a file that hangs can be stopped at all.
 */
export function poolSize(cores: number, engine: 'webgpu' | 'wasm'): number {
  return engine === 'wasm'
    ? Math.max(1, Math.min(MOST_ANALYSING, cores))
    : Math.max(1, Math.min(MOST_PREPARING, cores - 1));
}

interface WorkerSeat {
  readonly worker: Worker;
  readonly remote: VerbsOf<Preparation>;
  /** Resolves when the worker's script does not load or throws outside of a task, or when the worker dies without a word. */
  readonly crashed: Ending<{ readonly kind: 'crashed' }>;
  /** Of the call that is waited for. */
  clock: TaskClock | null;
  hasNetwork: boolean;
  keeps?: string | undefined;
}

interface Task {
  /** What the worker loads first; the task's own time begins to count after that. */
  readonly needs: 'proposer' | 'network' | null;
  /** Which worker is better where there is a choice. */
  readonly forNetwork?: boolean;
  readonly waits?: Waits;
}

type Outcome<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'error'; readonly error: Error }
  | { readonly kind: 'late' | 'crashed' };

/** A task whose worker dies, or that is late, is tried once more in a new one: the photo may not be to blame. */
const MOST_TRIES = 2;

/** Workers that read and decode photos, find their proposals and, on WASM, analyse them. A worker whose task hangs is ended and replaced. */
export class PreparePool {
  readonly #seats: Seats<WorkerSeat>;
  readonly #patience: Patience;
  /** A worker that has the network, and what is to be known of it. */
  #loaded: { readonly seat: WorkerSeat; readonly network: LoadedNetwork } | null = null;
  /** Name of the network that is loaded into the workers; set before the first photo, and never afterwards. */
  network: string = DEFAULT_BACKBONE;

  constructor(size: number, patience = new Patience()) {
    this.#seats = new Seats(size, newSeat);
    this.#patience = patience;
  }

  /** How many tasks run at a time; may grow and shrink. Workers beyond it idle. */
  get size(): number {
    return this.#seats.size;
  }

  set size(size: number) {
    this.#seats.size = size;
  }

  /** Starts workers, so that their script is there when the first task comes. */
  start(): void {
    this.#seats.fill();
  }

  /** SHA-256 of the file, hexadecimal. @throws UnreadablePhoto with a reason for a person; Cancelled. */
  contentHash(file: Blob, waits: Waits = {}): Promise<string> {
    return this.#run({ needs: null, waits }, (remote) => remote.contentHash(file));
  }

  /** The image that proposals are found on. @throws UnreadablePhoto with a reason for a person; Cancelled. */
  decode(file: Blob, waits: Waits = {}): Promise<RgbImage> {
    return this.#run({ needs: null, waits }, (remote) => remote.decode(file));
  }

  /** Everything that needs no network. @throws UnreadablePhoto with a reason for a person; Cancelled. */
  prepare(file: Blob, { withPreview = false, ...waits }: AnalyseOptions = {}): Promise<PreparedPhoto> {
    const options = { withPreview, signal: waits.signal ?? NEVER };
    return this.#run({ needs: 'proposer', waits }, (remote) => remote.prepare(file, options));
  }

  /** Everything, on WASM in the worker. @throws UnreadablePhoto with a reason for a person; Cancelled. */
  prepareAndAnalyse(file: Blob, options: AnalyseOptions = {}): Promise<TriedPhoto> {
    const { withPreview = false, signal = NEVER } = options;
    const posted = { withPreview, ...networkOptions(options), signal };
    return this.#run({ needs: 'network', waits: options }, (remote) => remote.prepareAndAnalyse(file, posted));
  }

  /**
   * The network in a worker, ready for photos. Where one has it already nobody waits, not even for that worker's photo: a GPU was lost, and
   * WASM is to stand in for it.
   * @throws Error when it does not load.
   */
  async loadNetwork(): Promise<LoadedNetwork> {
    if (this.#loaded !== null && this.#loaded.seat.crashed.ended === null) return this.#loaded.network;
    for (let tries = 1; ; tries++) {
      const seat = await this.#seats.take(true, { urgent: true });
      const outcome = await this.#networkIn(seat, LOADING_LIMIT_MS);
      if (outcome.kind === 'crashed' && tries < MOST_TRIES) {
        this.#replace(seat);
        continue;
      }
      return this.#settled(
        seat,
        outcome,
        (how) =>
          new Error(
            how === 'late'
              ? 'The network took longer than five minutes to load.'
              : 'The worker of the network could not be started, or stopped while it loaded.',
          ),
      );
    }
  }

  /** On WASM, in the first worker that is free. @throws Error when the network fails; UnreadablePhoto when the worker does. */
  analyse(
    image: RgbImage,
    options: NetworkOptions = {},
    waits: Waits = { urgent: true },
  ): ReturnType<Network['analyse']> {
    return this.#run({ needs: 'network', waits: { signal: options.signal ?? NEVER, ...waits } }, (remote) =>
      remote.analyse(image, options),
    );
  }

  /**
   * Starts every worker and loads what it needs, so that the first photo does not wait for it and everything works with the
   * network switched off afterwards. What does not load is tried again with the first task.
   */
  async warm(needs: 'proposer' | 'network'): Promise<void> {
    await Promise.allSettled(
      Array.from({ length: this.size }, () => this.#run({ needs, forNetwork: false }, () => Promise.resolve())),
    );
  }

  async #run<T>(
    { needs, forNetwork = needs === 'network', waits }: Task,
    task: (remote: VerbsOf<Preparation>) => Promise<T>,
  ): Promise<T> {
    const failures = { late: 0, crashed: 0 };
    for (let loadingMs = LOADING_LIMIT_MS; ; ) {
      const seat = await this.#seats.take(forNetwork, waits);
      if (waits?.keepAs !== undefined) seat.keeps = waits.keepAs;
      if (!(await this.#loadedInTime(seat, needs, loadingMs))) {
        loadingMs *= 2;
        this.#replace(seat);
        continue;
      }
      if (failures.late > 0) this.#patience.learn(await paceOf(seat));
      const { limitMs } = this.#patience;
      const outcome = await outcomeOf(seat, task(seat.remote), limitMs);
      if ((outcome.kind === 'late' || outcome.kind === 'crashed') && ++failures[outcome.kind] < MOST_TRIES) {
        this.#replace(seat);
        continue;
      }
      return this.#settled(
        seat,
        outcome,
        (how) =>
          new UnreadablePhoto(
            how === 'late'
              ? `It could not be read within ${Math.round(limitMs / 1000)} seconds.`
              : 'The worker that read it stopped in the middle, twice: it may need more memory than this device has to spare.',
          ),
      );
    }
  }

  /** Whatever fails to load fails again in the task itself, where it is reported. @returns false where it is still loading */
  async #loadedInTime(seat: WorkerSeat, needs: Task['needs'], limitMs: number): Promise<boolean> {
    switch (needs) {
      case 'proposer':
        return (await outcomeOf(seat, seat.remote.loadProposer(), limitMs)).kind !== 'late';
      case 'network':
        return (await this.#networkIn(seat, limitMs)).kind !== 'late';
      case null:
        return true;
    }
  }

  /** Gives the seat back, or a new one in its place. @throws what the task threw, or what `lost` says of a worker that is gone */
  #settled<T>(seat: WorkerSeat, outcome: Outcome<T>, lost: (how: 'late' | 'crashed') => Error): T {
    switch (outcome.kind) {
      case 'value':
        this.#seats.giveBack(seat);
        return outcome.value;
      case 'error':
        this.#seats.giveBack(seat);
        throw outcome.error;
      case 'late':
      case 'crashed':
        this.#replace(seat);
        throw lost(outcome.kind);
    }
  }

  async #networkIn(seat: WorkerSeat, limitMs: number): Promise<Outcome<LoadedNetwork>> {
    const outcome = await outcomeOf(seat, seat.remote.loadNetwork(this.network), limitMs);
    seat.hasNetwork = outcome.kind === 'value';
    if (outcome.kind === 'value') this.#loaded = { seat, network: outcome.value };
    return outcome;
  }

  #replace(seat: WorkerSeat): void {
    if (this.#loaded?.seat === seat) this.#loaded = null;
    seat.worker.terminate();
    this.#seats.giveBack(newSeat());
  }
}

function newSeat(): WorkerSeat {
  const name = `facet-prepare ${crypto.randomUUID()}`;
  const worker = ownWorker(workerAddress, name);
  const failed = new Promise<void>((resolve) => {
    worker.onerror = () => resolve();
  });
  const remote = callsTo<Preparation>(worker);
  const gone = Promise.race([failed, lifeEnded(name, remote.holdLife())]);
  const crashed = new Ending(gone.then(() => ({ kind: 'crashed' }) as const));
  // Sent first, so that every task comes after them. Whatever fails to load fails again in the task, where it is reported.
  remote.takeModelFilesFrom(proxy(loadModelFile)).catch(() => {});
  remote.loadProposer().catch(() => {});
  const seat: WorkerSeat = { worker, remote, crashed, clock: null, hasNetwork: false };
  const keepTime = (waits: boolean): void => (waits ? seat.clock?.stop() : seat.clock?.go());
  remote.tellWaitsTo(proxy(keepTime)).catch(() => {});
  return seat;
}

/** Of the machine at this moment; as long as it was waited for where the known work does not come to its end. */
async function paceOf(seat: WorkerSeat): Promise<number> {
  const outcome = await outcomeOf(seat, seat.remote.pace(), LOADING_LIMIT_MS);
  if (outcome.kind === 'value') return outcome.value;
  return outcome.kind === 'late' ? LOADING_LIMIT_MS : 0;
}

/** How a call to a worker ends; never rejects. */
async function outcomeOf<T>(seat: WorkerSeat, call: Promise<T>, limitMs: number): Promise<Outcome<T>> {
  const clock = new TaskClock(limitMs);
  seat.clock = clock;
  const ended = call.then(
    (value): Outcome<T> => ({ kind: 'value', value }),
    (error: unknown): Outcome<T> => ({ kind: 'error', error: asError(error) }),
  );
  try {
    return await seat.crashed.or(Promise.race([ended, clock.late.then((): Outcome<T> => ({ kind: 'late' }))]));
  } finally {
    clock.stop();
    seat.clock = null;
  }
}
