/** The time that a task takes. It stands still while the task waits for others, and begins anew when it goes on. */
export class TaskClock {
  /** Resolves when the task is late. */
  readonly late: Promise<void>;
  readonly #limitMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ring: () => void = () => {};

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.late = new Promise((resolve) => {
      this.#ring = resolve;
    });
    this.go();
  }

  go(): void {
    this.stop();
    this.#timer = setTimeout(this.#ring, this.#limitMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
