import { type Readable, Store } from '../store/store.ts';

/** `system` follows the device. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'facet.theme';

/** Light or dark, as a person chose it; kept in this browser. */
export class Theme {
  readonly choice: Readable<ThemeChoice>;
  readonly #store: Store<ThemeChoice>;
  readonly #target: Pick<Window, 'document' | 'localStorage'>;

  constructor(target: Pick<Window, 'document' | 'localStorage'>) {
    this.#target = target;
    this.#store = new Store(stored(target));
    this.choice = this.#store;
    this.#apply();
  }

  readonly choose = (choice: ThemeChoice): void => {
    this.#store.set(choice);
    this.#apply();
    try {
      if (choice === 'system') this.#target.localStorage.removeItem(KEY);
      else this.#target.localStorage.setItem(KEY, choice);
    } catch {
      // A browser that stores nothing for this page still shows what was chosen.
    }
  };

  /** Every colour is a `light-dark()` pair, so the colour scheme of the root element decides all of them. */
  #apply(): void {
    const { document } = this.#target;
    const choice = this.#store.getSnapshot();
    if (choice === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = choice;
    // The browser's own bars take the colour of the scheme whose query matches.
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
      const own = meta.dataset['scheme'] ?? (meta.getAttribute('media')?.includes('dark') ? 'dark' : 'light');
      meta.dataset['scheme'] = own;
      meta.setAttribute(
        'media',
        choice === 'system' ? `(prefers-color-scheme: ${own})` : own === choice ? 'all' : 'not all',
      );
    }
  }
}

function stored(target: Pick<Window, 'localStorage'>): ThemeChoice {
  try {
    const text = target.localStorage.getItem(KEY);
    return text === 'light' || text === 'dark' ? text : 'system';
  } catch {
    return 'system';
  }
}
