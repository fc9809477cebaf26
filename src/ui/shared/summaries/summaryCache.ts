import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { GalleryVerbs } from '../../../pipeline/api/galleryVerbs.ts';
import type { PhotoNumber } from '../../../pipeline/api/photoNumber.ts';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { type Readable, Store } from '../store/store.ts';
import { sameSummary } from './sameSummary.ts';

/** `undefined`: it is on its way; `null`: there is no such photo in the gallery. */
export type MaybeSummary = NumberedSummary | null | undefined;

interface Entry {
  readonly store: Store<MaybeSummary>;
  users: number;
  /** The gallery's revision that it was last asked at; null before that. */
  asked: number | null;
}

/** How many summaries go over in one message: a screenful of small photos. */
const BATCH = 256;

/**
 * What tiles show of photos: fetched for those in sight, many in one call, and again once the gallery has changed. Those out of sight stay
 * for a while, since people scroll back; the one unused longest goes first.
 */
export class SummaryCache {
  readonly #source: Pick<GalleryVerbs, 'summaries' | 'numberOf'>;
  readonly #revision: () => number;
  readonly #kept: number;
  /** In order of last use: the first is the first to go. */
  readonly #entries = new Map<PhotoNumber, Entry>();
  readonly #numbers = new Map<PhotoId, Store<PhotoNumber | null | undefined>>();
  /** Of those in `#entries`: who opens a photo that is in sight need not wait for its number. */
  readonly #seenIds = new Map<PhotoId, PhotoNumber>();
  readonly #wanted = new Set<PhotoNumber>();
  readonly #watchedIds = new Map<PhotoId, number>();
  #seen: number;

  /**
   * @param gallery whose revision differs whenever anything in the gallery changed
   * @param kept how many that nobody watches
   */
  constructor(
    source: Pick<GalleryVerbs, 'summaries' | 'numberOf'>,
    gallery: Readable<{ readonly gallery: { readonly revision: number } }>,
    kept = 1200,
  ) {
    this.#source = source;
    this.#revision = () => gallery.getSnapshot().gallery.revision;
    this.#kept = kept;
    this.#seen = this.#revision();
    gallery.subscribe(() => this.#refresh());
  }

  /** The summary of a photo, kept up to date for as long as somebody subscribes to it. */
  watch(photo: PhotoNumber | PhotoId): Readable<MaybeSummary> {
    return typeof photo === 'number' ? this.#watchNumber(photo) : this.#watchId(photo);
  }

  /** Resolves once it is known what these photos are, as far as it can be known. @returns those there are */
  async ready(numbers: Uint32Array): Promise<readonly NumberedSummary[]> {
    const missing = [...numbers].filter((number) => {
      const entry = this.#entries.get(number);
      return entry === undefined || (entry.asked !== this.#revision() && !this.#wanted.has(number));
    });
    for (const number of missing) if (!this.#entries.has(number)) this.#entries.set(number, newEntry());
    for (let at = 0; at < missing.length; at += BATCH) await this.#fill(missing.slice(at, at + BATCH));
    return [...numbers].flatMap((number) => this.#entries.get(number)?.store.getSnapshot() ?? []);
  }

  #watchNumber(number: PhotoNumber): Readable<MaybeSummary> {
    return {
      getSnapshot: () => this.#entries.get(number)?.store.getSnapshot(),
      subscribe: (listener) => {
        const entry = this.#acquire(number);
        const stop = entry.store.subscribe(listener);
        return () => {
          stop();
          this.#release(entry);
        };
      },
    };
  }

  #watchId(id: PhotoId): Readable<MaybeSummary> {
    return {
      getSnapshot: () => {
        const number = this.#numberOf(id);
        if (number === undefined || number === null) return number;
        const summary = this.#entries.get(number)?.store.getSnapshot();
        // The number may have gone to another photo since; `#find` is on its way then.
        return summary === undefined || summary?.id === id ? summary : null;
      },
      subscribe: (listener) => {
        const store = this.#numbers.get(id) ?? new Store<PhotoNumber | null | undefined>(this.#numberOf(id));
        this.#numbers.set(id, store);
        this.#watchedIds.set(id, (this.#watchedIds.get(id) ?? 0) + 1);
        let stopNumber = () => {};
        const follow = () => {
          const number = store.getSnapshot();
          stopNumber();
          stopNumber =
            number === undefined || number === null ? () => {} : this.#watchNumber(number).subscribe(listener);
        };
        const stop = store.subscribe(() => {
          follow();
          listener();
        });
        follow();
        void this.#find(id);
        return () => {
          stop();
          stopNumber();
          const users = (this.#watchedIds.get(id) ?? 1) - 1;
          if (users > 0) this.#watchedIds.set(id, users);
          else this.#watchedIds.delete(id);
        };
      },
    };
  }

  #numberOf(id: PhotoId): PhotoNumber | null | undefined {
    const asked = this.#numbers.get(id)?.getSnapshot();
    return asked === undefined ? this.#seenIds.get(id) : asked;
  }

  async #find(id: PhotoId): Promise<void> {
    const number = await this.#source.numberOf(id).catch(() => undefined);
    if (number !== undefined) this.#numbers.get(id)?.set(number);
  }

  #acquire(number: PhotoNumber): Entry {
    const entry = this.#entries.get(number) ?? newEntry();
    this.#entries.delete(number);
    this.#entries.set(number, entry);
    entry.users++;
    if (entry.asked !== this.#revision()) this.#want(number);
    return entry;
  }

  #release(entry: Entry): void {
    entry.users--;
    if (entry.users > 0 || this.#entries.size <= this.#kept * 2) return;
    // Seldom, and many at a time.
    let left = this.#entries.size - this.#kept;
    for (const [old, { users, store }] of this.#entries) {
      if (left-- <= 0) break;
      if (users > 0) continue;
      this.#entries.delete(old);
      const id = store.getSnapshot()?.id;
      if (id !== undefined) this.#seenIds.delete(id);
    }
    if (this.#numbers.size > this.#kept) {
      for (const id of this.#numbers.keys()) if (!this.#watchedIds.has(id)) this.#numbers.delete(id);
    }
  }

  /** Asks for it together with whatever else is wanted in this moment. */
  #want(number: PhotoNumber): void {
    if (this.#wanted.size === 0) queueMicrotask(() => this.#fetch());
    this.#wanted.add(number);
  }

  #fetch(): void {
    // What was scrolled past in the meantime need not be asked for.
    const wanted = [...this.#wanted].filter((number) => (this.#entries.get(number)?.users ?? 0) > 0);
    this.#wanted.clear();
    for (let at = 0; at < wanted.length; at += BATCH) void this.#fill(wanted.slice(at, at + BATCH));
  }

  async #fill(numbers: readonly PhotoNumber[]): Promise<void> {
    const revision = this.#revision();
    for (const number of numbers) {
      const entry = this.#entries.get(number);
      if (entry !== undefined) entry.asked = revision;
    }
    try {
      const summaries = await this.#source.summaries(Uint32Array.from(numbers));
      numbers.forEach((number, i) => {
        const store = this.#entries.get(number)?.store;
        const [known, summary] = [store?.getSnapshot(), summaries[i] ?? null];
        if (known && known.id !== summary?.id) this.#seenIds.delete(known.id);
        if (store && summary !== null) this.#seenIds.set(summary.id, number);
        if (!sameSummary(known, summary)) store?.set(summary);
      });
    } catch {
      // The gallery cannot be asked at the moment, which the page says elsewhere: asked again when it changes.
      for (const number of numbers) {
        const entry = this.#entries.get(number);
        if (entry !== undefined) entry.asked = null;
      }
    }
  }

  #refresh(): void {
    const revision = this.#revision();
    if (revision === this.#seen) return;
    this.#seen = revision;
    for (const [number, { users }] of this.#entries) if (users > 0) this.#want(number);
    for (const id of this.#watchedIds.keys()) void this.#find(id);
  }
}

function newEntry(): Entry {
  return { store: new Store<MaybeSummary>(undefined), users: 0, asked: null };
}
