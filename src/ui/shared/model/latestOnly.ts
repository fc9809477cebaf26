/**
 * Work that follows something a person moves: one piece at a time, and after it the newest that came meanwhile. What came
 * in between is never begun, so the answers keep up however fast the hand is.
 */
export class LatestOnly {
  #running = false;
  #next: (() => Promise<void>) | null = null;

  /** @param work must not reject */
  run(work: () => Promise<void>): void {
    this.#next = work;
    if (!this.#running) void this.#drain();
  }

  /** Forgets what has not begun. */
  clear(): void {
    this.#next = null;
  }

  async #drain(): Promise<void> {
    this.#running = true;
    try {
      while (this.#next !== null) {
        const work = this.#next;
        this.#next = null;
        await work();
      }
    } finally {
      this.#running = false;
    }
  }
}
