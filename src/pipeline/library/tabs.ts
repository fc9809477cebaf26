import type { GalleryChange } from '../api/changes.ts';

const LOCK = 'facet-indexer';

/** What connects the tabs of an origin. */
export interface TabLinks {
  readonly channel: BroadcastChannel;
  readonly locks: Pick<LockManager, 'request'>;
}

/** All tabs of this origin: one of them indexes at a time, the others follow its changes. */
export class Tabs {
  readonly #links: TabLinks;
  readonly #onChange: (change: GalleryChange) => void;
  #watching = false;

  /** @param onChange hears what happened in the other tabs */
  constructor(
    onChange: (change: GalleryChange) => void,
    links: TabLinks = { channel: new BroadcastChannel('facet'), locks: navigator.locks },
  ) {
    this.#links = links;
    this.#onChange = onChange;
    links.channel.onmessage = ({ data }: MessageEvent<GalleryChange>) => {
      onChange(data);
      if (data.kind === 'indexing' && data.indexing !== null) void this.#watchForTheEnd();
    };
  }

  /** Tells the other tabs. */
  tell(change: GalleryChange): void {
    this.#links.channel.postMessage(change);
  }

  /** Runs `work` as the only indexer; `onWait` is called first when another tab is one. A closed tab gives way by itself. */
  async exclusively(work: () => Promise<void>, onWait: () => void): Promise<void> {
    const ran = await this.#links.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false;
      await work();
      return true;
    });
    if (ran) return;
    onWait();
    await this.#links.locks.request(LOCK, work);
  }

  /** The indexing tab may be closed or crash without a word; its lock is free then. */
  async #watchForTheEnd(): Promise<void> {
    if (this.#watching) return;
    this.#watching = true;
    await this.#links.locks.request(LOCK, { mode: 'shared' }, () => {});
    this.#watching = false;
    this.#onChange({ kind: 'indexing', indexing: null });
  }
}
