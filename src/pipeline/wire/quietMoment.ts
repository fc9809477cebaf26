/** Work that is better done in a quiet moment: it waits until nothing else has happened for a while. */
export class QuietMoment {
  readonly #work: () => void;
  readonly #isBusy: () => boolean;
  readonly #quietMs: number;
  #asked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param quietMs how long nothing must go on before the work begins */
  constructor(work: () => void, isBusy: () => boolean, quietMs: number) {
    this.#work = work;
    this.#isBusy = isBusy;
    this.#quietMs = quietMs;
  }

  /** However often it is asked for, it is done once. */
  ask(): void {
    this.#asked = true;
    this.#wait();
  }

  /** To be called whenever something that was going on is over. */
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
