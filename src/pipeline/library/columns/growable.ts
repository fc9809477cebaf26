import { grownLength } from '../../../base/grownLength.ts';

type Numbers = Uint8Array | Uint16Array | Int16Array | Uint32Array | Float64Array;

/** One value or more for each photo number, in an array that grows when it is full. */
export class Growable<A extends Numbers> {
  readonly #make: (length: number) => A;
  readonly #perRow: number;
  #values: A;

  /** @param make an array of zeros @param perRow values of one photo */
  constructor(make: (length: number) => A, perRow = 1) {
    this.#make = make;
    this.#perRow = perRow;
    this.#values = make(perRow * 16);
  }

  /** Shared, not copied; another array after it has grown. // (rows or more · perRow,) */
  get values(): A {
    return this.#values;
  }

  /** Makes room for so many rows in all. */
  reserve(rows: number): void {
    const wanted = rows * this.#perRow;
    if (wanted <= this.#values.length) return;
    const larger = this.#make(grownLength(this.#values.length, wanted));
    larger.set(this.#values);
    this.#values = larger;
  }
}
