import { throwIfCancelled, unlessCancelled } from '../api/errors.ts';

/** A page that asks again withdraws one call and makes the next: so long an answer that nobody waits for is still worked on. */
const GRACE_MS = 250;

interface Entry<T> {
  readonly answer: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
  settled: boolean;
  /** Of the stop that comes when nobody waits any more. */
  grace: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Answers that are computed once and remembered by their key, the oldest forgotten first. Calls with one key share one computation,
 * which is stopped when the last call that waits for it has been cancelled.
 */
export class Remembered<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #most: number;

  /** @param most how many answers are remembered */
  constructor(most: number) {
    this.#most = most;
  }

  /** @throws Cancelled; what `compute` throws, which is not remembered. */
  async get(key: string, compute: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    throwIfCancelled(signal);
    const entry = this.#entries.get(key) ?? this.#begun(key, compute);
    // The last to be asked for is the last to be forgotten.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#forgetOldest();
    entry.waiting++;
    clearTimeout(entry.grace);
    try {
      return await unlessCancelled(entry.answer, signal);
    } finally {
      entry.waiting--;
      this.#stopIfUnwanted(key, entry);
    }
  }

  #begun(key: string, compute: (signal: AbortSignal) => Promise<T>): Entry<T> {
    const controller = new AbortController();
    const answer = compute(controller.signal);
    const entry: Entry<T> = { answer, controller, waiting: 0, settled: false, grace: undefined };
    answer.then(
      () => {
        entry.settled = true;
      },
      () => {
        entry.settled = true;
        this.#drop(key, entry);
      },
    );
    return entry;
  }

  #stopIfUnwanted(key: string, entry: Entry<T>): void {
    if (entry.waiting > 0 || entry.settled) return;
    entry.grace = setTimeout(() => {
      if (entry.settled) return;
      this.#drop(key, entry);
      entry.controller.abort();
    }, GRACE_MS);
  }

  #drop(key: string, entry: Entry<T>): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }

  /** What is still being computed is kept: somebody waits for it. */
  #forgetOldest(): void {
    for (const [key, { settled }] of this.#entries) {
      if (this.#entries.size <= this.#most) return;
      if (settled) this.#entries.delete(key);
    }
  }
}
