import type { Found } from '../../../pipeline/api/found.ts';
import type { GalleryQuery } from '../../../pipeline/api/galleryQuery.ts';
import type { GalleryVerbs } from '../../../pipeline/api/galleryVerbs.ts';
import { sentenceOf } from '../model/errorSentence.ts';
import { type Readable, Store } from '../store/store.ts';
import { queryKey } from './queryKey.ts';

export type FoundState =
  | { readonly phase: 'looking' }
  /** `found` may be of the gallery of a moment ago: the next one follows by itself. */
  | { readonly phase: 'found'; readonly found: Found }
  /** The message is a sentence for a person. */
  | { readonly phase: 'failed'; readonly message: string };

interface Entry {
  readonly query: GalleryQuery;
  readonly state: Store<FoundState>;
  users: number;
  running: AbortController | null;
  /** When it may be looked for again, milliseconds of `performance.now()`. */
  next: number;
  waiting: ReturnType<typeof setTimeout> | null;
}

/** Answers that nobody shows are kept for Back and for an opened photo that is closed again. */
const KEPT = 4;
/** While photos are added the gallery changes some times a second; looking again takes at most a quarter of the time. */
const LEAST_PAUSE_MS = 400;
const PAUSE_FOR_WORK = 3;

/**
 * What queries find in the gallery, looked for again for as long as somebody watches and the gallery changes. Several views that ask the
 * same share one answer.
 */
export class FoundPhotos {
  readonly #find: GalleryVerbs['find'];
  readonly #prepare: (found: Found, query: GalleryQuery) => Promise<void>;
  readonly #gallery: Readable<{ readonly gallery: { readonly revision: number } }>;
  /** In order of last use: the first is the first to go. */
  readonly #entries = new Map<string, Entry>();

  /** @param prepare fetches what is shown of an answer; it must not reject, and the answer waits for it */
  constructor(
    find: GalleryVerbs['find'],
    gallery: Readable<{ readonly gallery: { readonly revision: number } }>,
    prepare: (found: Found, query: GalleryQuery) => Promise<void> = () => Promise.resolve(),
  ) {
    this.#find = find;
    this.#prepare = prepare;
    this.#gallery = gallery;
    let seen = this.#revision();
    gallery.subscribe(() => {
      if (this.#revision() === seen) return;
      seen = this.#revision();
      for (const entry of this.#entries.values()) if (entry.users > 0) this.#look(entry);
    });
  }

  watch(query: GalleryQuery): Readable<FoundState> {
    const key = queryKey(query);
    return {
      getSnapshot: () => this.#entries.get(key)?.state.getSnapshot() ?? LOOKING,
      subscribe: (listener) => {
        const entry = this.#acquire(key, query);
        const stop = entry.state.subscribe(listener);
        return () => {
          stop();
          this.#release(entry);
        };
      },
    };
  }

  #revision(): number {
    return this.#gallery.getSnapshot().gallery.revision;
  }

  #acquire(key: string, query: GalleryQuery): Entry {
    const entry: Entry = this.#entries.get(key) ?? {
      query,
      state: new Store<FoundState>(LOOKING),
      users: 0,
      running: null,
      next: 0,
      waiting: null,
    };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    entry.users++;
    const state = entry.state.getSnapshot();
    if (state.phase !== 'found' || state.found.revision !== this.#revision()) this.#look(entry);
    return entry;
  }

  #release(entry: Entry): void {
    entry.users--;
    // React may subscribe again at once: what is still unwatched after that is not worked for.
    queueMicrotask(() => {
      if (entry.users > 0) return;
      entry.running?.abort();
      if (entry.waiting !== null) clearTimeout(entry.waiting);
      entry.waiting = null;
      let left = this.#entries.size - KEPT;
      for (const [key, { users }] of this.#entries) {
        if (left <= 0) break;
        if (users > 0) continue;
        this.#entries.delete(key);
        left--;
      }
    });
  }

  #look(entry: Entry): void {
    // What runs looks once more when it is done, if the gallery has changed meanwhile.
    if (entry.running !== null || entry.waiting !== null) return;
    const pause = entry.next - performance.now();
    if (pause <= 0) {
      void this.#run(entry);
      return;
    }
    entry.waiting = setTimeout(() => {
      entry.waiting = null;
      if (entry.users > 0) void this.#run(entry);
    }, pause);
  }

  async #run(entry: Entry): Promise<void> {
    const running = new AbortController();
    entry.running = running;
    const [asked, began] = [this.#revision(), performance.now()];
    try {
      const found = await this.#find(entry.query, { signal: running.signal });
      await this.#prepare(found, entry.query);
      entry.state.set({ phase: 'found', found });
    } catch (error) {
      if (!running.signal.aborted) entry.state.set({ phase: 'failed', message: sentenceOf(error) });
    } finally {
      const now = performance.now();
      const stopped = running.signal.aborted;
      entry.next = stopped ? 0 : now + Math.max(LEAST_PAUSE_MS, PAUSE_FOR_WORK * (now - began));
      entry.running = null;
      if (entry.users > 0 && (stopped || this.#revision() !== asked)) this.#look(entry);
    }
  }
}

const LOOKING: FoundState = { phase: 'looking' };
