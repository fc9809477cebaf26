import { stableSort } from '../../codes/similar/stableSort.ts';
import type { PhotoOrder } from '../api/galleryQuery.ts';
import type { FactColumns } from '../library/columns/factColumns.ts';
import type { ColumnsWatcher } from '../library/columns/galleryColumns.ts';
import { nameKey } from './nameKey.ts';
import { keyWord, keyWords } from './photoKey.ts';
import { type Ordering, SortedOrder } from './sortedOrder.ts';

/** `key`: the order of photos that are equal by everything else, that of their ids. */
export type KeptOrder = Exclude<PhotoOrder, 'best'> | 'key';

const ALL_BITS = 0xffffffff;

/** Every order that lists are shown in, sorted when first asked for and kept from then on; equal photos come by their keys. */
export class PhotoOrders implements ColumnsWatcher {
  readonly #facts: FactColumns;
  readonly #orders: Readonly<Record<KeptOrder, SortedOrder>>;

  constructor(facts: FactColumns) {
    this.#facts = facts;
    const byTime = (sign: 1 | -1): Ordering => ({
      sorted: (numbers) => this.#sortedByTime(sign, numbers),
      compare: (a, b) => sign * (facts.takenAt[a]! - facts.takenAt[b]!) || this.byKey(a, b),
    });
    this.#orders = {
      key: new SortedOrder({
        sorted: (numbers) => this.#sortedByKey(numbers),
        compare: (a, b) => this.byKey(a, b),
      }),
      newest: new SortedOrder(byTime(-1)),
      oldest: new SortedOrder(byTime(1)),
      name: new SortedOrder({
        sorted: (numbers) => this.#sortedByName(numbers),
        compare: (a, b) => byText(this.#nameKey(a), this.#nameKey(b)) || this.byKey(a, b),
      }),
    };
  }

  /** Shared, until photos come or go. */
  get(order: KeptOrder): Uint32Array {
    return this.#orders[order].ordered(() => this.#all());
  }

  entered(number: number): void {
    for (const order of Object.values(this.#orders)) order.entered(number);
  }

  leaving(number: number): void {
    for (const order of Object.values(this.#orders)) order.leaving(number);
  }

  learnt(): void {}

  #all(): Uint32Array {
    const facts = this.#facts;
    const all = new Uint32Array(facts.count);
    for (let number = 0, at = 0; number < facts.end; number++) if (facts.has(number)) all[at++] = number;
    return all;
  }

  /** Below 0 where the key of a is the smaller one. */
  byKey(a: number, b: number): number {
    const difference = (word: 'high' | 'low') => keyWord(this.#facts, a, word) - keyWord(this.#facts, b, word);
    return difference('high') || difference('low') || a - b;
  }

  #sortedByKey(numbers: Uint32Array): Uint32Array {
    const by = (word: 'high' | 'low', inOrder: Uint32Array) =>
      stableSort(keyWords(this.#facts, inOrder, word), inOrder, ALL_BITS).values;
    return by('high', by('low', numbers));
  }

  /** By the bits of the times. @param sign 1 for the oldest first */
  #sortedByTime(sign: 1 | -1, numbers: Uint32Array): Uint32Array {
    const { takenAt } = this.#facts;
    const by = (word: 'high' | 'low', inOrder: Uint32Array) =>
      stableSort(timeWords(takenAt, inOrder, word, sign), inOrder, ALL_BITS).values;
    return by('high', by('low', this.#sortedByKey(numbers)));
  }

  #sortedByName(numbers: Uint32Array): Uint32Array {
    const keyed = Array.from(this.#sortedByKey(numbers), (number) => ({ number, text: this.#nameKey(number) }));
    return Uint32Array.from(
      keyed.sort((a, b) => byText(a.text, b.text)),
      ({ number }) => number,
    );
  }

  #nameKey(number: number): string {
    return nameKey(this.#facts.names.get(number));
  }
}

const SIGN = 0x80000000;

/**
 * A word of each time's bits, as whole numbers in the order of the times: of a negative one all bits are turned, of another the sign.
 * @param sign −1 for the opposite order
 */
function timeWords(takenAt: Float64Array, numbers: Uint32Array, word: 'high' | 'low', sign: 1 | -1): Uint32Array {
  const times = new Float64Array(numbers.length);
  // There is one zero.
  for (let i = 0; i < numbers.length; i++) times[i] = takenAt[numbers[i]!]! + 0;
  const bits = new Uint32Array(times.buffer);
  const words = new Uint32Array(numbers.length);
  for (let i = 0; i < words.length; i++) {
    const high = bits[2 * i + 1]!;
    const turned = high & SIGN ? 0xffffffff : word === 'high' ? SIGN : 0;
    const wanted = (word === 'high' ? high : bits[2 * i]!) ^ turned;
    words[i] = sign === 1 ? wanted : ~wanted;
  }
  return words;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
