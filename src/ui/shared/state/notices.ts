import { sentenceOf } from '../model/errorSentence.ts';
import { Store } from '../store/store.ts';

/** Something to tell a person, with at most one thing that they can do about it. */
export interface Notice {
  readonly key: number;
  readonly tone: 'info' | 'error';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** How long an 'info' notice stays. An error stays until it is dismissed. */
const INFO_MS = 7000;

/** What the page has to say, the oldest first. */
export class Notices {
  readonly list = new Store<readonly Notice[]>([]);
  #next = 1;

  info(text: string, action?: Notice['action']): void {
    const key = this.#add({ tone: 'info', text, ...(action === undefined ? {} : { action }) });
    setTimeout(() => this.dismiss(key), INFO_MS);
  }

  /** Stays until it is accepted or dismissed. */
  offer(text: string, action: NonNullable<Notice['action']>): void {
    this.#add({ tone: 'info', text, action });
  }

  /** `what` names what did not happen, without a full stop; `why` is a sentence. */
  error(what: string, why: string): void {
    this.#add({ tone: 'error', text: `${what}. ${why}` });
  }

  /** The same for something that was thrown. The error itself goes to the console, for whoever looks into it. */
  failed(what: string, error: unknown): void {
    console.warn(what, error);
    this.error(what, sentenceOf(error));
  }

  readonly dismiss = (key: number): void => {
    this.list.set(this.list.getSnapshot().filter((notice) => notice.key !== key));
  };

  #add(notice: Omit<Notice, 'key'>): number {
    const key = this.#next++;
    // Nothing is said twice at a time.
    const others = this.list.getSnapshot().filter((other) => other.text !== notice.text);
    this.list.set([...others, { key, ...notice }]);
    return key;
  }
}
