/** What crosses between the page and the worker besides plain calls: errors, cancelling and news. */

/** Whatever was thrown, as an Error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** Signals cannot be posted to a worker; a call's number can. The worker's side: numbers to signals. */
export class RunningCalls {
  readonly #controllers = new Map<number, AbortController>();

  /** Runs `work` with a signal that `cancel(call)` fires. */
  async run<T>(call: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#controllers.set(call, controller);
    try {
      return await work(controller.signal);
    } finally {
      this.#controllers.delete(call);
    }
  }

  cancel(call: number): void {
    this.#controllers.get(call)?.abort();
  }
}
