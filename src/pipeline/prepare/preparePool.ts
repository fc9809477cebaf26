import { wrap, type Remote } from 'comlink';
import { UnreadablePhoto } from '../errors.ts';
import { asError } from '../bridge.ts';
import type { Preparation } from './prepareWorker.ts';
import type { PreparedPhoto } from './preparedPhoto.ts';

/** A file that takes longer is put aside. A 100-megapixel photo takes a few seconds on a slow machine. */
const TASK_LIMIT_MS = 60_000;
/** More workers than that only fill memory with decoded photos: the engine takes one photo at a time. */
const MAX_WORKERS = 8;

/** One core is the engine's, the rest prepare; at least one worker, so that a hung file can be stopped at all. */
export function poolSize(cores: number): number {
  return Math.max(1, Math.min(MAX_WORKERS, cores - 1));
}

interface Seat {
  readonly worker: Worker;
  readonly remote: Remote<Preparation>;
}

/** Workers that read and decode photos and find their proposals ahead of the engine. A worker whose task hangs is ended and replaced. */
export class PreparePool {
  readonly size: number;
  readonly #limitMs: number;
  readonly #idle: Seat[] = [];
  readonly #waiting: ((seat: Seat) => void)[] = [];
  #started = 0;

  constructor(size: number, limitMs: number = TASK_LIMIT_MS) {
    this.size = size;
    this.#limitMs = limitMs;
  }

  /** SHA-256 of the file, hexadecimal. @throws UnreadablePhoto with a reason for a person. */
  contentHash(file: Blob): Promise<string> {
    return this.#run((remote) => remote.contentHash(file));
  }

  /** @throws UnreadablePhoto with a reason for a person. */
  prepare(file: Blob): Promise<PreparedPhoto> {
    return this.#run((remote) => remote.prepare(file));
  }

  async #run<T>(task: (remote: Remote<Preparation>) => Promise<T>): Promise<T> {
    const seat = await this.#seat();
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const outcome = await Promise.race([
        task(seat.remote).then(
          (value) => ({ kind: 'value' as const, value }),
          (error: unknown) => ({ kind: 'error' as const, error: asError(error) }),
        ),
        new Promise<{ kind: 'late' }>((resolve) => {
          timer = setTimeout(() => resolve({ kind: 'late' }), this.#limitMs);
        }),
        new Promise<{ kind: 'crashed' }>((resolve) => {
          seat.worker.onerror = () => resolve({ kind: 'crashed' });
        }),
      ]);
      switch (outcome.kind) {
        case 'value':
          this.#giveBack(seat);
          return outcome.value;
        case 'error':
          this.#giveBack(seat);
          throw outcome.error.name === 'UnreadablePhoto' ? new UnreadablePhoto(outcome.error.message, { cause: outcome.error }) : outcome.error;
        case 'late':
          this.#replace(seat);
          throw new UnreadablePhoto(`It could not be decoded within ${this.#limitMs / 1000} seconds.`);
        case 'crashed':
          this.#replace(seat);
          throw new UnreadablePhoto('The decoder stopped in the middle of this file.');
      }
    } finally {
      clearTimeout(timer);
    }
  }

  #seat(): Promise<Seat> {
    const idle = this.#idle.pop();
    if (idle) return Promise.resolve(idle);
    if (this.#started < this.size) {
      this.#started++;
      return Promise.resolve(newSeat());
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(seat: Seat): void {
    const next = this.#waiting.shift();
    if (next) next(seat);
    else this.#idle.push(seat);
  }

  #replace(seat: Seat): void {
    seat.worker.terminate();
    this.#giveBack(newSeat());
  }
}

function newSeat(): Seat {
  const worker = new Worker(new URL('./prepareWorker.ts', import.meta.url), { type: 'module', name: 'facet-prepare' });
  return { worker, remote: wrap<Preparation>(worker) };
}
