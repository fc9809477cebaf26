import { Seats, type Waits } from './seats.ts';

/** Lets one piece of work run at a time: the others wait in the order in which they came, urgent ones first. */
export class Turns {
  readonly #seats = new Seats(1, () => ({ hasNetwork: true }));

  /** @throws what the work throws; Cancelled when its signal is aborted before its turn. */
  async run<T>(work: () => Promise<T>, waits?: Waits): Promise<T> {
    const turn = await this.#seats.take(true, waits);
    try {
      return await work();
    } finally {
      this.#seats.giveBack(turn);
    }
  }
}
