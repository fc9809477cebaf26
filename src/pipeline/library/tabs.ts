import type { PhotoRow, QuarantineRow } from '../../gallery/schema.ts';
import type { IndexingProgress } from '../api/pipeline.ts';

/** What one tab tells the others after it changed the stored gallery. */
export type TabNews =
  | { readonly kind: 'photo'; readonly row: PhotoRow }
  | { readonly kind: 'removed'; readonly ids: readonly string[] }
  | { readonly kind: 'removedAll' }
  /** Many photos at once: to be read from the gallery. */
  | { readonly kind: 'imported' }
  | { readonly kind: 'quarantined'; readonly row: QuarantineRow }
  | { readonly kind: 'outOfQuarantine'; readonly path: string }
  | { readonly kind: 'progress'; readonly progress: IndexingProgress | null };

const LOCK = 'facet-indexer';

/** All tabs of this origin: one of them indexes at a time, the others follow. */
export class Tabs {
  readonly #channel = new BroadcastChannel('facet');
  readonly #onNews: (news: TabNews) => void;
  #watching = false;

  constructor(onNews: (news: TabNews) => void) {
    this.#onNews = onNews;
    this.#channel.onmessage = ({ data }: MessageEvent<TabNews>) => {
      onNews(data);
      if (data.kind === 'progress' && data.progress !== null) void this.#watchForTheEnd();
    };
  }

  tell(news: TabNews): void {
    this.#channel.postMessage(news);
  }

  /** Runs `work` as the only indexer; `onWait` is called first when another tab is one. A closed tab gives way by itself. */
  async exclusively(work: () => Promise<void>, onWait: () => void): Promise<void> {
    const ran = await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false;
      await work();
      return true;
    });
    if (ran) return;
    onWait();
    await navigator.locks.request(LOCK, work);
  }

  /** The indexing tab may be closed or crash without a word; its lock is free then. */
  async #watchForTheEnd(): Promise<void> {
    if (this.#watching) return;
    this.#watching = true;
    await navigator.locks.request(LOCK, { mode: 'shared' }, () => {});
    this.#watching = false;
    this.#onNews({ kind: 'progress', progress: null });
  }
}
