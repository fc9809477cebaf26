import type { PhotoNumber } from '../../../pipeline/api/photoNumber.ts';

/** A set of photo numbers, a bit each, so that a million photos are selected in an instant. Immutable. */
export class NumberSet {
  static readonly EMPTY = new NumberSet(new Uint32Array(), 0);

  readonly size: number;
  /** Bit n & 31 of word n >>> 5 says whether n is in the set. */
  readonly #words: Uint32Array;

  private constructor(words: Uint32Array, size: number) {
    this.#words = words;
    this.size = size;
  }

  has(number: PhotoNumber): boolean {
    return ((this.#words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  /** The set with these in it (`on`) or without them. */
  changed(numbers: Iterable<PhotoNumber> & { readonly length: number }, on: boolean): NumberSet {
    let highest = -1;
    for (const number of numbers) if (number > highest) highest = number;
    const words = new Uint32Array(Math.max(this.#words.length, (highest + 32) >>> 5));
    words.set(this.#words);
    let size = this.size;
    for (const number of numbers) {
      const bit = 1 << (number & 31);
      const word = words[number >>> 5] ?? 0;
      if (((word & bit) !== 0) === on) continue;
      words[number >>> 5] = word ^ bit;
      size += on ? 1 : -1;
    }
    return new NumberSet(words, size);
  }

  /** Those of the list that are in the set, in the list's order. */
  among(list: Uint32Array): Uint32Array {
    return this.size === 0 ? new Uint32Array() : list.filter((number) => this.has(number));
  }
}
