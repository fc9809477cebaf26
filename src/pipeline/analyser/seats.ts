/** What the choice of a worker looks at. */
export interface Seat {
  /** Whether its network is loaded: that takes long, and a photo goes where it has been done. */
  readonly hasNetwork: boolean;
}

interface Waiting<S> {
  readonly forNetwork: boolean;
  readonly resolve: (seat: S) => void;
}

/** Which task gets which worker, and when: as many tasks at a time as there are seats, the others in the order in which they came. */
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
   */
  take(forNetwork: boolean): Promise<S> {
    if (this.#busy < this.#size) return Promise.resolve(this.#taken(forNetwork));
    return new Promise((resolve) => this.#waiting.push({ forNetwork, resolve }));
  }

  /** The seat that was taken, or the one in its place. */
  giveBack(seat: S): void {
    this.#idle.push(seat);
    this.#busy--;
    this.#serve();
  }

  #taken(forNetwork: boolean): S {
    this.#busy++;
    const better = this.#idle.findIndex(({ hasNetwork }) => hasNetwork === forNetwork);
    return this.#idle.splice(Math.max(0, better), 1)[0] ?? this.#make();
  }

  #serve(): void {
    while (this.#busy < this.#size) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      next.resolve(this.#taken(next.forNetwork));
    }
  }
}
