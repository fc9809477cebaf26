/**
 * Something that happens once at most and that many pieces of work are raced against: a device is lost, a worker dies. `Promise.race` would
 * keep the result of each race for as long as the ending has not come.
 */
export class Ending<T> {
  readonly #listeners = new Set<(value: T) => void>();
  #ended: { readonly value: T } | null = null;

  constructor(ended: Promise<T>) {
    // What never ends may reject instead; nobody is told.
    ended.then(
      (value) => {
        this.#ended = { value };
        for (const listener of [...this.#listeners]) listener(value);
        this.#listeners.clear();
      },
      () => {},
    );
  }

  /** What it ended with, once it has. */
  get ended(): { readonly value: T } | null {
    return this.#ended;
  }

  /** How many pieces of work are raced against it. */
  get races(): number {
    return this.#listeners.size;
  }

  /** The result of the work, or what it ended with where that comes first. @throws what the work throws before that */
  or<R>(work: Promise<R>): Promise<R | T> {
    if (this.#ended !== null) {
      work.catch(() => {}); // Nobody waits for it any more.
      return Promise.resolve(this.#ended.value);
    }
    return new Promise((resolve, reject) => {
      this.#listeners.add(resolve);
      work.then(resolve, reject).finally(() => this.#listeners.delete(resolve));
    });
  }
}
