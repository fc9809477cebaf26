import { narrows } from '../route/ask.ts';
import { type Base, hashFromRoute, NO_OVERLAY, searchBase } from '../route/route.ts';
import { type Readable, Store } from '../store/store.ts';

/** A search under a name that a person gave it. */
export interface SavedSearch {
  readonly name: string;
  /** Its address. */
  readonly hash: string;
}

export interface RememberedSearches {
  /** Addresses, the last one first. */
  readonly recent: readonly string[];
  readonly saved: readonly SavedSearch[];
}

const KEY = 'facet.searches';
const RECENT = 8;
const NOTHING: RememberedSearches = { recent: [], saved: [] };

/** The searches that this browser remembers. They never leave it; where it keeps nothing they last as long as the page. */
export class SearchMemory implements Readable<RememberedSearches> {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  readonly #store: Store<RememberedSearches>;
  readonly getSnapshot: () => RememberedSearches;
  readonly subscribe: (listener: () => void) => () => void;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'> | null) {
    this.#storage = storage;
    this.#store = new Store(this.#read() ?? NOTHING);
    this.getSnapshot = this.#store.getSnapshot;
    this.subscribe = this.#store.subscribe;
  }

  /** @param from the search that was made more precise, which need not be kept beside the new one */
  remember(base: Base, from: Base | null = null): void {
    const hash = rememberedHash(asAsked(base));
    if (hash === null) return;
    const replaced = from === null ? null : rememberedHash(asAsked(from));
    this.#change(({ recent, saved }) => ({
      recent: [hash, ...recent.filter((one) => one !== hash && one !== replaced)].slice(0, RECENT),
      saved,
    }));
  }

  forget(hash: string): void {
    this.#change(({ recent, saved }) => ({ recent: recent.filter((one) => one !== hash), saved }));
  }

  readonly forgetRecent = (): void => this.#change(({ saved }) => ({ recent: [], saved }));

  /** In place of one of the same name. */
  save(name: string, base: Base): void {
    const hash = rememberedHash(base);
    if (hash === null) return;
    this.#change(({ recent, saved }) => ({
      recent,
      saved: [...saved.filter((one) => one.name !== name), { name, hash }],
    }));
  }

  removeSaved(name: string): void {
    this.#change(({ recent, saved }) => ({ recent, saved: saved.filter((one) => one.name !== name) }));
  }

  #change(change: (before: RememberedSearches) => RememberedSearches): void {
    // Another tab may have remembered something meanwhile.
    const next = change(this.#read() ?? this.getSnapshot());
    this.#store.set(next);
    try {
      this.#storage?.setItem(KEY, JSON.stringify(next));
    } catch {
      // Full or forbidden: it is remembered for as long as the page lives.
    }
  }

  /** Null where nothing that can be read is stored. */
  #read(): RememberedSearches | null {
    try {
      const kept: unknown = JSON.parse(this.#storage?.getItem(KEY) ?? 'null');
      return isRemembered(kept) ? kept : null;
    } catch {
      return null;
    }
  }
}

/** The address of a search that can be made again; null where nothing is asked, or by a file that does not outlive the page. */
export function rememberedHash(base: Base): string | null {
  switch (base.view) {
    case 'duplicates':
    case 'quality':
    case 'map':
      return null;
    case 'gallery':
      return narrows(base.ask) && !base.ask.chips.some(({ like }) => like?.of.kind === 'file') ? hashOf(base) : null;
    case 'search':
      return [base.of, ...[...base.more, ...base.less].map(({ of }) => of)].some(({ kind }) => kind === 'file')
        ? null
        : hashOf(base);
  }
}

/** The search without how its answer was looked at: the tab, the group, where it is cut off. */
function asAsked(base: Base): Base {
  if (base.view !== 'search') return base;
  const { of, region, more, less, ask } = base;
  return { ...searchBase(of, region), more, less, ask };
}

function hashOf(base: Base): string {
  return hashFromRoute({ base, overlay: NO_OVERLAY });
}

function isRemembered(value: unknown): value is RememberedSearches {
  if (typeof value !== 'object' || value === null || !('recent' in value) || !('saved' in value)) return false;
  const { recent, saved } = value;
  return (
    Array.isArray(recent) &&
    recent.every((one) => typeof one === 'string') &&
    Array.isArray(saved) &&
    saved.every((one) => typeof one?.name === 'string' && typeof one.hash === 'string')
  );
}
