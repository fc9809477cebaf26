import type { PhotoQuery, Pipeline, SearchAnswer, SearchQuery } from '../../../pipeline/api/pipeline.ts';
import { sentenceOf } from '../model/errorSentence.ts';
import { spokenName } from '../model/spokenName.ts';
import { hashFromRoute, type SearchBase, searchRoute } from '../route/route.ts';
import type { SearchSubject } from '../route/searchSubject.ts';
import { Store } from '../store/store.ts';

export type SearchState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'searching'; readonly key: string }
  | { readonly phase: 'answered'; readonly key: string; readonly answer: SearchAnswer; readonly among: number }
  | { readonly phase: 'failed'; readonly key: string; readonly message: string };

/** How many query files are kept for the back button before the oldest is forgotten. */
const KEPT_FILES = 12;

/** The search that the page shows, and the query files that its addresses refer to. Lives as long as the page. */
export class SearchSession {
  readonly state = new Store<SearchState>({ phase: 'idle' });
  readonly #pipeline: Pipeline;
  readonly #files = new Map<string, File>();
  #nextFile = 1;
  #running: AbortController | null = null;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
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
    const key = hashFromRoute(searchRoute(base.of, base.region));
    const current = this.state.getSnapshot();
    if (!again && current.phase !== 'idle' && current.key === key) return;
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.state.set({ phase: 'searching', key });
    try {
      const among = this.#pipeline.getSnapshot().photos.length;
      const answer = spokenAnswer(await this.#pipeline.search(this.query(base), { signal: running.signal }));
      if (!running.signal.aborted) this.state.set({ phase: 'answered', key, answer, among });
    } catch (error) {
      if (!running.signal.aborted) this.state.set({ phase: 'failed', key, message: sentenceOf(error) });
    }
  }

  query({ of, region }: Pick<SearchBase, 'of' | 'region'>): SearchQuery {
    const whole = this.photoQuery(of);
    return region === null ? whole : { kind: 'region', of: whole, region };
  }

  /** @throws Error when the subject is a file that was lost in a reload. */
  photoQuery(of: SearchSubject): PhotoQuery {
    if (of.kind === 'photo') return of;
    const file = this.file(of.key);
    if (file === undefined) {
      throw new Error('The page was reloaded, and it does not keep query photos. Drop or choose the photo again.');
    }
    return { kind: 'file', file, name: file.name };
  }
}

/** The answer with its rows' categories named as people write them, as the snapshot names them. */
function spokenAnswer(answer: SearchAnswer): SearchAnswer {
  return { ...answer, rows: answer.rows.map((row) => ({ ...row, category: spokenName(row.category) })) };
}
