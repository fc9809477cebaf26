import type { TabLinks } from './tabs.ts';

interface Held {
  readonly name: string;
  readonly shared: boolean;
}

interface Waiting extends Held {
  readonly grant: () => void;
}

/** For tests: locks as `navigator.locks` gives them to all tabs of an origin, which Node does not have. */
export class MemoryLocks {
  readonly #held: Held[] = [];
  readonly #waiting: Waiting[] = [];

  readonly request = async <T>(
    name: string,
    optionsOrWork: LockOptions | LockGrantedCallback<T>,
    given?: LockGrantedCallback<T>,
  ): Promise<Awaited<T>> => {
    const options = typeof optionsOrWork === 'function' ? {} : optionsOrWork;
    const work = typeof optionsOrWork === 'function' ? optionsOrWork : given;
    if (work === undefined) throw new TypeError('MemoryLocks.request: got no callback, wanted one');
    const lock: Held = { name, shared: options.mode === 'shared' };
    if (this.#isFree(lock)) this.#held.push(lock);
    else if (options.ifAvailable) return await work(null);
    else {
      await new Promise<void>((resolve) => {
        const grant = (): void => {
          this.#held.push(lock);
          resolve();
        };
        this.#waiting.push({ ...lock, grant });
      });
    }
    try {
      return await work({ name, mode: lock.shared ? 'shared' : 'exclusive' });
    } finally {
      this.#held.splice(this.#held.indexOf(lock), 1);
      this.#serve();
    }
  };

  #isFree({ name, shared }: Held): boolean {
    return this.#held.every((other) => other.name !== name || (shared && other.shared));
  }

  #serve(): void {
    for (let next = this.#waiting[0]; next && this.#isFree(next); next = this.#waiting[0]) {
      this.#waiting.shift();
      next.grant();
    }
  }
}

/** For tests: the links of several tabs of one origin, one after the other. */
export function tabLinks(): { readonly next: () => TabLinks; readonly close: () => void } {
  const locks = new MemoryLocks();
  const name = `test ${crypto.randomUUID()}`;
  const channels: BroadcastChannel[] = [];
  return {
    next() {
      const channel = new BroadcastChannel(name);
      channels.push(channel);
      return { channel, locks };
    },
    close() {
      for (const channel of channels) channel.close();
    },
  };
}
