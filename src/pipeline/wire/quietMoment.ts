/** Work that is better done in a quiet moment: what is asked for waits until nothing else has gone on for a while. */
export class QuietMoment {
  readonly #work: () => void;
  readonly #isBusy: () => boolean;
  readonly #quietMs: number;
  #asked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param quietMs so long nothing goes on before the work begins */
  constructor(work: () => void, isBusy: () => boolean, quietMs: number) {
    this.#work = work;
    this.#isBusy = isBusy;
    this.#quietMs = quietMs;
  }

  /** Asked for several times, it is done once. */
  ask(): void {
    this.#asked = true;
    this.#wait();
  }

  /** To be told whenever something that was going on is over. */
  over(): void {
    if (this.#asked) this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#isBusy()) return;
      this.#asked = false;
      this.#work();
    }, this.#quietMs);
  }
}
