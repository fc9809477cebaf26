import { messageOf } from '../model/format.ts';
import { Store } from './store.ts';

/** Something to tell a person, with at most one thing that they can do about it. */
export interface Notice {
  readonly key: number;
  readonly tone: 'info' | 'error';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** How long an 'info' notice stays. An error stays until it is dismissed. */
const INFO_MS = 7000;

export class Notices {
  readonly list = new Store<readonly Notice[]>([]);
  #next = 1;

  info(text: string, action?: Notice['action']): void {
    const key = this.#add({ tone: 'info', text, ...(action === undefined ? {} : { action }) });
    setTimeout(() => this.dismiss(key), INFO_MS);
  }

  /** Stays until it is taken or dismissed. */
  offer(text: string, action: NonNullable<Notice['action']>): void {
    this.#add({ tone: 'info', text, action });
  }

  /** `what` names what was tried; the error's own words follow. */
  error(what: string, error: unknown): void {
    this.#add({ tone: 'error', text: `${what}: ${messageOf(error)}` });
  }

  readonly dismiss = (key: number): void => {
    this.list.set(this.list.getSnapshot().filter((notice) => notice.key !== key));
  };

  #add(notice: Omit<Notice, 'key'>): number {
    const key = this.#next++;
    // The same sentence twice is one sentence.
    const others = this.list.getSnapshot().filter((other) => other.text !== notice.text);
    this.list.set([...others, { key, ...notice }]);
    return key;
  }
}
