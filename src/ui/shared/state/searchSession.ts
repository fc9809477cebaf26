import type { PhotoQuery, Pipeline, SearchAnswer, SearchQuery } from '../../../pipeline/api/pipeline.ts';
import { messageOf } from '../model/format.ts';
import { spokenName } from '../model/spokenName.ts';
import { type Base, hashFromRoute, type SearchSubject, searchRoute } from './route.ts';
import { Store } from './store.ts';

export type SearchState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'searching'; readonly key: string }
  | { readonly phase: 'answered'; readonly key: string; readonly answer: SearchAnswer; readonly among: number }
  | { readonly phase: 'failed'; readonly key: string; readonly message: string };

type SearchBase = Extract<Base, { view: 'search' }>;

/** How many query files are kept for the back button before the oldest is forgotten. */
const KEPT_FILES = 12;

/** The search that the page shows, and the query files that its addresses name. Lives as long as the page. */
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

  /** The file of a key; undefined after a reload, since a page cannot keep a file that it was not given to keep. */
  file(key: string): File | undefined {
    return this.#files.get(key);
  }

  /** Answers the search of an address, once; `again` asks anew, for a gallery that has grown since. */
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
      if (!running.signal.aborted) this.state.set({ phase: 'failed', key, message: messageOf(error) });
    }
  }

  query({ of, region }: Pick<SearchBase, 'of' | 'region'>): SearchQuery {
    const whole = this.photoQuery(of);
    return region === null ? whole : { kind: 'region', of: whole, region };
  }

  /** @throws Error when the file that the subject names is gone with a reload. */
  photoQuery(of: SearchSubject): PhotoQuery {
    if (of.kind === 'photo') return of;
    const file = this.file(of.key);
    if (file === undefined) {
      throw new Error(
        'The page was reloaded since, and it does not keep query photos. Drop or pick the photo once more.',
      );
    }
    return { kind: 'file', file, name: file.name };
  }
}

/** The answer with its rows' categories named as people write them, as the snapshot names them. */
function spokenAnswer(answer: SearchAnswer): SearchAnswer {
  return { ...answer, rows: answer.rows.map((row) => ({ ...row, category: spokenName(row.category) })) };
}
