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

/** Enough to keep the storage busy. */
const AT_ONCE = 12;

const SWEEP_MS = 2000;

/**
 * Object URLs of thumbnails, counted by their users. Unused ones stay for a while, since people scroll back; beyond
 * `kept` of those the one unused longest is revoked, so memory stays flat however long the gallery is.
 */
export class ThumbnailCache {
  readonly #load: (id: PhotoId) => Promise<Blob>;
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

  /**
   * @param kept how many unused ones
   * @param later when those beyond are revoked: not at once, since a picture that has just left the page, or is just coming back to it, may
   * still be read from its address
   */
  constructor(
    load: (id: PhotoId) => Promise<Blob>,
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

  #acquire(id: PhotoId): Entry {
    const known = this.#entries.get(id);
    if (known !== undefined) {
      if (known.users === 0) this.#unused--;
      known.users++;
      return known;
    }
    const entry: Entry = { store: new Store<ThumbnailState>(LOADING), users: 1 };
    this.#entries.set(id, entry);
    this.#waiting.set(id, entry);
    this.#loadNext();
    return entry;
  }

  /** What was scrolled past meanwhile is not loaded, so that what is in sight need not wait for it. */
  #loadNext(): void {
    for (const [id, entry] of this.#waiting) {
      if (this.#loading >= AT_ONCE) return;
      this.#waiting.delete(id);
      if (this.#entries.get(id) !== entry) continue;
      this.#loading++;
      void this.#fill(id, entry).finally(() => {
        this.#loading--;
        this.#loadNext();
      });
    }
  }

  async #fill(id: PhotoId, entry: Entry): Promise<void> {
    try {
      const blob = await this.#load(id);
      if (this.#entries.get(id) !== entry) return;
      entry.store.set({ phase: 'ready', url: this.#addresses.createObjectURL(blob) });
    } catch {
      // The photo was removed meanwhile; its tile goes with the next snapshot.
      entry.store.set({ phase: 'missing' });
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
