import { type GalleryQuery, WHOLE_GALLERY } from '../../../pipeline/api/galleryQuery.ts';
import type { LikeAnswer, LikeOptions, LikeQuery } from '../../../pipeline/api/hits.ts';
import type { PhotoQuery, SearchQuery } from '../../../pipeline/api/pipeline.ts';
import type { Pipeline } from '../../../pipeline/api/pipelineVerbs.ts';
import { galleryQuery } from '../found/galleryQuery.ts';
import { say } from '../language/say.ts';
import { sentenceOf } from '../model/errorSentence.ts';
import { spokenName } from '../model/spokenName.ts';
import { ASK_ALL } from '../route/ask.ts';
import type { BoundObject } from '../route/askChip.ts';
import { hashFromRoute, NO_OVERLAY, type SearchBase, searchBase } from '../route/route.ts';
import type { SearchSubject } from '../route/searchSubject.ts';
import { Store } from '../store/store.ts';

export type SearchState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'searching'; readonly key: string }
  /** `among` and `revision`: how many photos the gallery had when it was asked, and the gallery's revision then. */
  | {
      readonly phase: 'answered';
      readonly key: string;
      readonly answer: LikeAnswer;
      readonly among: number;
      readonly revision: number;
    }
  | { readonly phase: 'failed'; readonly key: string; readonly message: string };

/** Of more photos, the first hits are shown before all of them are there. */
const MANY_PHOTOS = 50_000;
const FIRST_HITS = 500;

/** By then the answer is painted, and there is time to prepare for the other tab. */
const OTHER_TAB_MS = 300;

/** How many query files are kept for the back button before the oldest is forgotten. */
const KEPT_FILES = 12;

/** What of a search its answer depends on: not the tab, nor where the answer is cut off. */
export function searchKey({ of, region, more, less, ask }: SearchBase): string {
  return hashFromRoute({ base: { ...searchBase(of, region), more, less, ask }, overlay: NO_OVERLAY });
}

/** The search that the page shows, and the query files that its addresses refer to. Lives as long as the page. */
export class SearchSession {
  readonly state = new Store<SearchState>({ phase: 'idle' });
  readonly #pipeline: Pipeline;
  readonly #prepare: (answer: LikeAnswer, tab: SearchBase['tab']) => Promise<void>;
  readonly #files = new Map<string, File>();
  #nextFile = 1;
  #running: AbortController | null = null;

  /** @param prepare fetches what a tab shows of an answer; it must not reject, and the answer waits for it */
  constructor(
    pipeline: Pipeline,
    prepare: (answer: LikeAnswer, tab: SearchBase['tab']) => Promise<void> = () => Promise.resolve(),
  ) {
    this.#pipeline = pipeline;
    this.#prepare = prepare;
  }

  /** Keeps a query file and gives it a key for the address. */
  keep(file: File): SearchSubject {
    const key = String(this.#nextFile++);
    this.#files.set(key, file);
    const oldest = this.#files.keys().next();
    if (this.#files.size > KEPT_FILES && oldest.done !== true) this.#files.delete(oldest.value);
    return { kind: 'file', key };
  }

  /** The file of a key; undefined after a reload, since files do not outlive the page. */
  file(key: string): File | undefined {
    return this.#files.get(key);
  }

  /** Answers the search of an address once; `again` repeats it for a gallery that has changed. */
  async show(base: SearchBase, { again = false } = {}): Promise<void> {
    const key = searchKey(base);
    const current = this.state.getSnapshot();
    if (!again && current.phase !== 'idle' && current.key === key) return;
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.state.set({ phase: 'searching', key });
    try {
      const { total, revision } = this.#pipeline.getSnapshot().gallery;
      const { signal } = running;
      const answer = async (options: LikeOptions): Promise<boolean> => {
        const answer = await this.#pipeline.searchLike(this.query(base), this.#among(base), { signal, ...options });
        if (!signal.aborted) await this.#prepare(answer, base.tab);
        if (signal.aborted) return answer.whole;
        this.state.set({ phase: 'answered', key, answer: spokenAnswer(answer), among: total, revision });
        setTimeout(() => {
          if (!signal.aborted) void this.#prepare(answer, base.tab === 'similar' ? 'grouped' : 'similar');
        }, OTHER_TAB_MS);
        return answer.whole;
      };
      const whole = total > MANY_PHOTOS && (await answer({ first: FIRST_HITS }));
      if (!whole && !signal.aborted) await answer({});
    } catch (error) {
      if (!running.signal.aborted) this.state.set({ phase: 'failed', key, message: sentenceOf(error) });
    }
  }

  /** @throws Error, for a person, when a query file was lost in a reload. */
  query({ of, region, more, less }: Pick<SearchBase, 'of' | 'region' | 'more' | 'less'>): LikeQuery {
    const first = this.#objectQuery({ of, region });
    if (more.length + less.length === 0) return first;
    const examples = (objects: readonly BoundObject[]) => objects.map((object) => this.#objectQuery(object));
    return { kind: 'examples', like: [first, ...examples(more)], unlike: examples(less) };
  }

  /** @throws Error when the subject is a file that was lost in a reload. */
  photoQuery(of: SearchSubject): PhotoQuery {
    if (of.kind === 'photo') return of;
    const file = this.file(of.key);
    if (file === undefined) {
      throw new Error(say.search.lostFile);
    }
    return { kind: 'file', file, name: file.name };
  }

  #objectQuery({ of, region }: BoundObject): SearchQuery {
    const whole = this.photoQuery(of);
    return region === null ? whole : { kind: 'region', of: whole, region };
  }

  /** The photos to look among; null for all, in the order of the search. */
  #among({ ask }: SearchBase): GalleryQuery | null {
    if (JSON.stringify(ask) === JSON.stringify(ASK_ALL)) return null;
    const { categories } = this.#pipeline.getSnapshot();
    return { ...WHOLE_GALLERY, ...galleryQuery(ask, categories, (of) => this.photoQuery(of)) };
  }
}

/** The answer with its categories named as people write them, as the snapshot names them. */
function spokenAnswer(answer: LikeAnswer): LikeAnswer {
  return {
    ...answer,
    rows: answer.rows.map((row) => ({ ...row, category: spokenName(row.category) })),
    together: answer.together && { ...answer.together, categories: answer.together.categories.map(spokenName) },
  };
}
