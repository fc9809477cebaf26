import { isLanguage, type Language, languageFor } from '../language/languages.ts';
import { say, speak } from '../language/say.ts';
import { type Readable, Store } from '../store/store.ts';

/** `browser` follows the list of languages that the browser asks for. */
export type LanguageWish = 'browser' | Language;

type Target = Pick<Window, 'document' | 'localStorage' | 'navigator'>;

const KEY = 'facet.language';

/** The language that the page speaks, as a person chose it; kept in this browser. */
export class LanguageChoice {
  readonly wish: Readable<LanguageWish>;
  /** The language that is spoken, once its texts are there. */
  readonly spoken: Readable<Language>;
  readonly #wish: Store<LanguageWish>;
  readonly #spoken = new Store<Language>('en');
  readonly #target: Target;

  constructor(target: Target) {
    this.#target = target;
    this.#wish = new Store(stored(target));
    this.wish = this.#wish;
    this.spoken = this.#spoken;
  }

  /** Speaks what is wished for. @throws when its texts cannot be loaded; the language stays what it was */
  async begin(): Promise<void> {
    const wish = this.#wish.getSnapshot();
    const language = wish === 'browser' ? languageFor(this.#target.navigator.languages) : wish;
    await speak(language);
    const { document } = this.#target;
    document.documentElement.lang = language;
    document.querySelector('meta[name=description]')?.setAttribute('content', say.app.description);
    this.#spoken.set(language);
  }

  /** @throws when the texts cannot be loaded; nothing has changed then */
  async choose(wish: LanguageWish): Promise<void> {
    const before = this.#wish.getSnapshot();
    this.#wish.set(wish);
    try {
      await this.begin();
    } catch (error) {
      this.#wish.set(before);
      throw error;
    }
    try {
      if (wish === 'browser') this.#target.localStorage.removeItem(KEY);
      else this.#target.localStorage.setItem(KEY, wish);
    } catch {
      // A browser that stores nothing for this page still speaks what was chosen.
    }
  }
}

function stored(target: Pick<Window, 'localStorage'>): LanguageWish {
  try {
    const text = target.localStorage.getItem(KEY);
    return isLanguage(text) ? text : 'browser';
  } catch {
    return 'browser';
  }
}
