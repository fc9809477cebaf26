/** At most so often is the page told how many photos there are; a run adds some a second. */
const EVERY_MS = 250;

/** Tells at once, and then what has changed since no more than four times a second. */
export class TotalsTeller {
  readonly #tell: () => void;
  #resting: ReturnType<typeof setTimeout> | null = null;
  #changed = false;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  changed(): void {
    this.#changed = true;
    if (this.#resting === null) this.#tellAndRest();
  }

  #tellAndRest(): void {
    this.#resting = null;
    if (!this.#changed) return;
    this.#changed = false;
    this.#tell();
    this.#resting = setTimeout(() => this.#tellAndRest(), EVERY_MS);
  }
}
