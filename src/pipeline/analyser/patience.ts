/** A 100-megapixel photo takes a few seconds on a slow machine. */
const LEAST_MS = 60_000;
/** What takes so many times as long as the known work hangs: a photo takes up to ten times as long, a very large one a hundred times. */
const MOST_PACES = 500;

/**
 * How long a task may take before its worker is held to hang. A clock alone cannot tell a file that hangs from a machine that has much else
 * to do, so whoever was late is tried once more, and is then measured by how long known work takes at that moment.
 */
export class Patience {
  readonly #leastMs: number;
  readonly #mostPaces: number;
  #limitMs: number;

  constructor(leastMs = LEAST_MS, mostPaces = MOST_PACES) {
    this.#leastMs = leastMs;
    this.#mostPaces = mostPaces;
    this.#limitMs = leastMs;
  }

  get limitMs(): number {
    return this.#limitMs;
  }

  /** From now on, also for the tasks that follow: they would be late in the same way. @param paceMs of the known work just now */
  learn(paceMs: number): void {
    this.#limitMs = Math.max(this.#leastMs, this.#mostPaces * paceMs);
  }
}
