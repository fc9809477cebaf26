import type { PhotoNumber } from '../../../pipeline/api/photoNumber.ts';
import type { Region } from '../../../pipeline/api/pipeline.ts';
import { type Readable, Store } from '../store/store.ts';

/** `undefined`: it is on its way; `null`: there is none. */
type MaybeRegion = Region | null | undefined;

/**
 * Where a category's object is in the photos that are in sight: asked for in one call a category and moment, and kept for as long as the
 * gallery stays what it is.
 */
export class WinningRegions {
  readonly #ask: (numbers: Uint32Array, category: string) => Promise<readonly (Region | null)[]>;
  readonly #known = new Map<string, Store<MaybeRegion>>();
  readonly #wanted = new Map<string, Set<PhotoNumber>>();

  /** @param ask categories by the names that the heads have for them */
  constructor(ask: (numbers: Uint32Array, category: string) => Promise<readonly (Region | null)[]>) {
    this.#ask = ask;
  }

  watch(number: PhotoNumber, category: string): Readable<MaybeRegion> {
    const key = keyOf(number, category);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const store = new Store<MaybeRegion>(undefined);
    this.#known.set(key, store);
    if (this.#wanted.size === 0) queueMicrotask(() => this.#fetch());
    this.#wanted.set(category, (this.#wanted.get(category) ?? new Set()).add(number));
    return store;
  }

  /** Resolves once the regions of these photos are known. */
  async ready(numbers: Uint32Array, category: string): Promise<void> {
    const missing = numbers.filter((number) => !this.#known.has(keyOf(number, category)));
    for (const number of missing) this.#known.set(keyOf(number, category), new Store<MaybeRegion>(undefined));
    if (missing.length > 0) await this.#fill(missing, category);
  }

  /** How many regions are known or on their way. */
  get size(): number {
    return this.#known.size;
  }

  /** The box around the objects of several categories, of those that the photo has; undefined until all are known. */
  watchAll(number: PhotoNumber, categories: readonly string[]): Readable<MaybeRegion> {
    const watched = categories.map((category) => this.watch(number, category));
    let parts: readonly MaybeRegion[] | null = null;
    let around: MaybeRegion;
    return {
      getSnapshot: () => {
        const next = watched.map((one) => one.getSnapshot());
        if (parts === null || next.some((part, i) => part !== parts?.[i])) {
          parts = next;
          around = regionAround(next);
        }
        return around;
      },
      subscribe: (listener) => {
        const stops = watched.map((one) => one.subscribe(listener));
        return () => {
          for (const stop of stops) stop();
        };
      },
    };
  }

  #fetch(): void {
    for (const [category, numbers] of this.#wanted) void this.#fill(Uint32Array.from(numbers), category);
    this.#wanted.clear();
  }

  async #fill(numbers: Uint32Array, category: string): Promise<void> {
    // Without its region a photo is shown as a whole.
    const regions = await this.#ask(numbers, category).catch(() => []);
    numbers.forEach((number, i) => this.#known.get(keyOf(number, category))?.set(regions[i] ?? null));
  }
}

function regionAround(regions: readonly MaybeRegion[]): MaybeRegion {
  if (regions.includes(undefined)) return undefined;
  const known = regions.filter((region) => region !== null && region !== undefined);
  const [first] = known;
  if (first === undefined) return null;
  return known.reduce((a, b) => ({
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  }));
}

function keyOf(number: PhotoNumber, category: string): string {
  return `${number} ${category}`;
}
