/** After so many lost devices in so short a time the GPU is given up for this page. */
const MOST_LOSSES = 3;
const WINDOW_MS = 60_000;

/** Remembers when the GPU device was lost. */
export class LossRecord {
  #times: number[] = [];

  /** Notes a loss; `giveUp` once three fell within a minute. */
  note(now: number): 'tryAgain' | 'giveUp' {
    this.#times = [...this.#times.filter((time) => now - time < WINDOW_MS), now];
    return this.#times.length >= MOST_LOSSES ? 'giveUp' : 'tryAgain';
  }

  clear(): void {
    this.#times = [];
  }
}
