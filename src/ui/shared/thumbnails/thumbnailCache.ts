import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import { type Readable, Store } from '../store/store.ts';

export type ThumbnailState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly url: string }
  | { readonly phase: 'missing' };

/** What makes addresses for blobs; `URL` in the page. */
export interface AddressMaker {
  createObjectURL(blob: Blob): string;
  revokeObjectURL(url: string): void;
}

interface Entry {
  readonly store: Store<ThumbnailState>;
  users: number;
}

/** So many go over in one message: fewer than fill a screen, so that the first ones need not wait for the last. */
const BATCH = 12;
/** Messages under way: enough to keep the storage busy. */
const AT_ONCE = 2;

const SWEEP_MS = 2000;

/**
 * Object URLs of thumbnails, counted by their users. Unused ones stay for a while, since people scroll back; beyond
 * `kept` of those the one unused longest is revoked, so memory stays flat however long the gallery is.
 */
export class ThumbnailCache {
  readonly #load: (ids: readonly PhotoId[]) => Promise<readonly (Blob | null)[]>;
  readonly #addresses: AddressMaker;
  readonly #kept: number;
  readonly #later: (sweep: () => void) => void;
  #sweeping = false;
  /** In order of last use: the first is the first to go. */
  readonly #entries = new Map<PhotoId, Entry>();
  #unused = 0;
  /** Those to be loaded next, in the order in which they were asked for. */
  readonly #waiting = new Map<PhotoId, Entry>();
  #loading = 0;
  #asked = false;

  /**
   * @param load in the order of the ids; null where there is none
   * @param kept how many unused ones
   * @param later when those beyond are revoked: not at once, since a picture that has just left the page, or is just coming back to it, may
   * still be read from its address
   */
  constructor(
    load: (ids: readonly PhotoId[]) => Promise<readonly (Blob | null)[]>,
    addresses: AddressMaker,
    kept = 240,
    later: (sweep: () => void) => void = (sweep) => void setTimeout(sweep, SWEEP_MS),
  ) {
    this.#load = load;
    this.#later = later;
    this.#addresses = addresses;
    this.#kept = kept;
  }

  /** The thumbnail of a photo for as long as somebody subscribes to it. */
  watch(id: PhotoId): Readable<ThumbnailState> {
    return {
      getSnapshot: () => this.#entries.get(id)?.store.getSnapshot() ?? LOADING,
      subscribe: (listener) => {
        const entry = this.#acquire(id);
        const stop = entry.store.subscribe(listener);
        return () => {
          stop();
          this.#release(id, entry);
        };
      },
    };
  }

  /** Begins to load what is about to be shown, so that it is there once it is. */
  warm(ids: readonly PhotoId[]): void {
    for (const id of ids) {
      if (this.#entries.has(id)) continue;
      this.#want(id, { store: new Store<ThumbnailState>(LOADING), users: 0 });
      this.#unused++;
    }
  }

  #acquire(id: PhotoId): Entry {
    const known = this.#entries.get(id);
    if (known !== undefined) {
      if (known.users === 0) this.#unused--;
      known.users++;
      return known;
    }
    const entry: Entry = { store: new Store<ThumbnailState>(LOADING), users: 1 };
    this.#want(id, entry);
    return entry;
  }

  /** Loads it together with whatever else is wanted in this moment. */
  #want(id: PhotoId, entry: Entry): void {
    this.#entries.set(id, entry);
    this.#waiting.set(id, entry);
    if (this.#asked) return;
    this.#asked = true;
    queueMicrotask(() => {
      this.#asked = false;
      this.#loadNext();
    });
  }

  /** What was scrolled past meanwhile is not loaded, so that what is in sight need not wait for it. */
  #loadNext(): void {
    while (this.#waiting.size > 0 && this.#loading < AT_ONCE) {
      const batch: [PhotoId, Entry][] = [];
      for (const [id, entry] of this.#waiting) {
        this.#waiting.delete(id);
        if (this.#entries.get(id) === entry && batch.push([id, entry]) === BATCH) break;
      }
      if (batch.length === 0) return;
      this.#loading++;
      void this.#fill(batch).finally(() => {
        this.#loading--;
        this.#loadNext();
      });
    }
  }

  async #fill(batch: readonly (readonly [PhotoId, Entry])[]): Promise<void> {
    const blobs = await this.#load(batch.map(([id]) => id)).catch(() => []);
    for (const [i, [id, entry]] of batch.entries()) {
      const blob = blobs[i];
      if (this.#entries.get(id) !== entry) continue;
      if (blob) entry.store.set({ phase: 'ready', url: this.#addresses.createObjectURL(blob) });
      else {
        // The photo was removed meanwhile; its tile goes with the next snapshot.
        entry.store.set({ phase: 'missing' });
        if (entry.users > 0) continue;
        this.#entries.delete(id);
        this.#unused--;
      }
    }
  }

  #release(id: PhotoId, entry: Entry): void {
    entry.users--;
    if (entry.users > 0) return;
    this.#entries.delete(id);
    const state = entry.store.getSnapshot();
    // One that was still loading, or is missing, is asked for again next time.
    if (state.phase !== 'ready') return;
    this.#entries.set(id, entry);
    this.#unused++;
    if (this.#unused <= this.#kept || this.#sweeping) return;
    this.#sweeping = true;
    this.#later(() => this.#sweep());
  }

  #sweep(): void {
    this.#sweeping = false;
    for (const [id, { store, users }] of this.#entries) {
      if (this.#unused <= this.#kept) break;
      if (users > 0) continue;
      const state = store.getSnapshot();
      if (state.phase === 'ready') this.#addresses.revokeObjectURL(state.url);
      this.#entries.delete(id);
      this.#unused--;
    }
  }
}

const LOADING: ThumbnailState = { phase: 'loading' };
