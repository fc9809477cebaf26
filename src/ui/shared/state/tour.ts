import { type Readable, Store } from '../store/store.ts';

/** Steps of the tour, in order. */
export const TOUR_STEPS = ['look', 'object', 'together'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

/** A short way through the page for who tries it with the drawn scenes; it can be left at every step. */
export class Tour {
  readonly step: Readable<TourStep | null>;
  readonly #store = new Store<TourStep | null>(null);
  #folder = '';

  constructor() {
    this.step = this.#store;
  }

  /** Of the scenes that it is about. */
  get folder(): string {
    return this.#folder;
  }

  /** @param folder of the scenes */
  readonly start = (folder: string): void => {
    this.#folder = folder;
    this.#store.set(TOUR_STEPS[0]);
  };

  readonly next = (): void => {
    const step = this.#store.getSnapshot();
    if (step !== null) this.#store.set(TOUR_STEPS[TOUR_STEPS.indexOf(step) + 1] ?? null);
  };

  readonly leave = (): void => this.#store.set(null);
}
