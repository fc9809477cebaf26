import { WinningRegions } from './winningRegions.ts';

/** Some megabytes; beyond it those that were scrolled past long ago go with all others. */
const MOST = 20_000;

/** Where objects are in the photos, for all answers about the same gallery: an answer that is asked for again shows its crops at once. */
export class RegionShelf {
  readonly #ask: ConstructorParameters<typeof WinningRegions>[0];
  #revision: number | null = null;
  #regions: WinningRegions;

  constructor(ask: ConstructorParameters<typeof WinningRegions>[0]) {
    this.#ask = ask;
    this.#regions = new WinningRegions(ask);
  }

  /** @param revision the gallery's, of the answer: photos may have been indexed again since another one */
  at(revision: number): WinningRegions {
    if (revision !== this.#revision || this.#regions.size > MOST) this.#regions = new WinningRegions(this.#ask);
    this.#revision = revision;
    return this.#regions;
  }
}
