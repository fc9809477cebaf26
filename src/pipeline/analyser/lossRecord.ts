/** Once this many devices are lost within this time, the page gives up on the GPU. */
const MOST_LOSSES = 3;
const WINDOW_MS = 60_000;

/** Remembers when the GPU device was lost. */
export class LossRecord {
  #times: number[] = [];

  /** Notes a loss; `giveUp` once three have fallen within a minute. */
  note(now: number): 'tryAgain' | 'giveUp' {
    this.#times = [...this.#times.filter((time) => now - time < WINDOW_MS), now];
    return this.#times.length >= MOST_LOSSES ? 'giveUp' : 'tryAgain';
  }

  clear(): void {
    this.#times = [];
  }
}
