import { probabilityByte } from '../../../codes/columns/probabilityByte.ts';
import type { TaughtValues } from '../../taught/taughtRows.ts';
import { NO_NUMBER } from './factColumns.ts';
import { Growable } from './growable.ts';

/** Words of what a taught category's winning region is to its looks, and of the piece, which is their beginning. */
export const TAUGHT_LOOKS_WORDS = 2;

interface Taught {
  readonly probabilities: Growable<Uint8Array>;
  readonly looks: Growable<Uint32Array>;
}

/** What taught categories say of every photo, by number: 9 bytes a photo each. A photo that nothing was laid over has zeros. */
export class TaughtColumns {
  #keys: readonly string[] = [];
  readonly #columns = new Map<string, Taught>();

  /** Of each category, in their order. */
  get keys(): readonly string[] {
    return this.#keys;
  }

  get count(): number {
    return this.#keys.length;
  }

  /** These are the categories from now on; a new one has zeros. @param anew those whose earlier values are of no account */
  setKeys(keys: readonly string[], anew: ReadonlySet<string> = new Set()): void {
    this.#keys = keys;
    for (const key of this.#columns.keys()) if (!keys.includes(key) || anew.has(key)) this.#columns.delete(key);
    for (const key of keys)
      if (!this.#columns.has(key))
        this.#columns.set(key, {
          probabilities: new Growable((length) => new Uint8Array(length)),
          looks: new Growable((length) => new Uint32Array(length), TAUGHT_LOOKS_WORDS),
        });
  }

  /** @param place of the category @param looks // (2,) */
  set(place: number, number: number, probability: number, looks: Uint32Array): void {
    const { probabilities, looks: column } = this.#at(place);
    probabilities.reserve(number + 1);
    column.reserve(number + 1);
    probabilities.values[number] = probability;
    column.values.set(looks, number * TAUGHT_LOOKS_WORDS);
  }

  setAll(number: number, { probabilities, looks }: TaughtValues): void {
    for (let t = 0; t < this.count; t++)
      this.set(
        t,
        number,
        probabilityByte(probabilities[t]!),
        looks.subarray(t * TAUGHT_LOOKS_WORDS, (t + 1) * TAUGHT_LOOKS_WORDS),
      );
  }

  /** // (T,) */
  probabilities(number: number): Uint8Array {
    return Uint8Array.from({ length: this.count }, (_, t) => this.#at(t).probabilities.values[number] ?? 0);
  }

  /** @returns by the numbers' places; zeros for `NO_NUMBER` // (N,) */
  column(place: number, numbers: ArrayLike<number>): Uint8Array {
    const { values } = this.#at(place).probabilities;
    return Uint8Array.from(numbers, (number) => (number === NO_NUMBER ? 0 : (values[number] ?? 0)));
  }

  /** Words of the looks, or of the piece that is their beginning. @param bits of the piece // (⌈bits / 32⌉,) */
  piece(place: number, number: number, bits: number): Uint32Array {
    const { values } = this.#at(place).looks;
    const words = new Uint32Array(Math.ceil(bits / 32));
    for (let word = 0; word < Math.min(words.length, TAUGHT_LOOKS_WORDS); word++) {
      const left = bits - word * 32;
      const mask = left >= 32 ? 0xffffffff : 2 ** left - 1;
      words[word] = (number === NO_NUMBER ? 0 : (values[number * TAUGHT_LOOKS_WORDS + word] ?? 0)) & mask;
    }
    return words;
  }

  /** Pieces of many photos, one after the other. // (N, ⌈bits / 32⌉) */
  pieces(place: number, numbers: ArrayLike<number>, bits: number): Uint32Array {
    const width = Math.ceil(bits / 32);
    const pieces = new Uint32Array(numbers.length * width);
    for (let n = 0; n < numbers.length; n++) pieces.set(this.piece(place, numbers[n]!, bits), n * width);
    return pieces;
  }

  #at(place: number): Taught {
    const column = this.#columns.get(this.#keys[place] ?? '');
    if (column === undefined) throw new RangeError(`TaughtColumns: got category ${place} of ${this.count}`);
    return column;
  }
}
