import { cancelledBy, NEVER, throwIfCancelled } from '../api/errors.ts';

/** What the choice of a worker depends on. */
export interface Seat {
  /** Whether its network is loaded: loading takes long, so a photo goes where it has been done already. */
  readonly hasNetwork: boolean;
  /** The picture of which something is kept there. */
  readonly keeps?: string | undefined;
}

/** How a task waits for its turn. */
export interface Waits {
  /** A person waits for the answer: it goes before everything that is not urgent. */
  readonly urgent?: boolean;
  /** Names a picture: the task goes where something of it is kept, where there is a choice. */
  readonly keepAs?: string;
  /** Leaves the queue when it is aborted. */
  readonly signal?: AbortSignal;
}

interface Waiting<S> {
  readonly forNetwork: boolean;
  readonly urgent: boolean;
  readonly keepAs: string | undefined;
  readonly resolve: (seat: S) => void;
}

/**
 * Which task gets which worker, and when: as many tasks at a time as there are seats, the others in the order in which they came,
 * urgent ones first.
 */
export class Seats<S extends Seat> {
  readonly #make: () => S;
  readonly #idle: S[] = [];
  readonly #waiting: Waiting<S>[] = [];
  #size: number;
  /** Seats that have a task. */
  #busy = 0;

  constructor(size: number, make: () => S) {
    this.#size = size;
    this.#make = make;
  }

  /** How many tasks run at a time; may grow and shrink. Seats beyond it idle. */
  get size(): number {
    return this.#size;
  }

  set size(size: number) {
    this.#size = size;
    this.#serve();
  }

  /** Makes those that are not there yet. */
  fill(): void {
    while (this.#busy + this.#idle.length < this.#size) this.#idle.push(this.#make());
  }

  /**
   * Resolves when a seat is free; it is the task's until `giveBack`.
   * @param forNetwork where there is a choice, a task of the network gets a seat that has one, and any other task leaves that free
   * @throws Cancelled when the signal is aborted before a seat is free.
   */
  async take(forNetwork: boolean, { urgent = false, keepAs, signal = NEVER }: Waits = {}): Promise<S> {
    throwIfCancelled(signal);
    if (this.#busy < this.#size) return this.#taken(forNetwork, keepAs);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(cancelledBy(signal));
      };
      const waiting: Waiting<S> = {
        forNetwork,
        urgent,
        keepAs,
        resolve(seat) {
          signal.removeEventListener('abort', leave);
          resolve(seat);
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      const behind = urgent ? this.#waiting.findIndex((other) => !other.urgent) : -1;
      this.#waiting.splice(behind < 0 ? this.#waiting.length : behind, 0, waiting);
    });
  }

  /** The seat that was taken, or the one in its place. */
  giveBack(seat: S): void {
    this.#idle.push(seat);
    this.#busy--;
    this.#serve();
  }

  #taken(forNetwork: boolean, keepAs: string | undefined): S {
    this.#busy++;
    const keeping = keepAs === undefined ? -1 : this.#idle.findIndex(({ keeps }) => keeps === keepAs);
    const better = keeping >= 0 ? keeping : this.#idle.findIndex(({ hasNetwork }) => hasNetwork === forNetwork);
    return this.#idle.splice(Math.max(0, better), 1)[0] ?? this.#make();
  }

  #serve(): void {
    while (this.#busy < this.#size) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      next.resolve(this.#taken(next.forNetwork, next.keepAs));
    }
  }
}
