import { REMOVED } from '../../codes/columns/codeColumns.ts';
import { HeldCounter } from '../../codes/heldCounter.ts';
import type { ColumnsWatcher, GalleryColumns } from '../library/columns/galleryColumns.ts';
import type { SearchColumns } from '../library/columns/searchColumns.ts';
import { LEVELS } from './gateFigures.ts';

/** What was counted last, and with which gates. // (C,) each */
interface CountedOver {
  readonly gates: Uint8Array;
  readonly counts: Uint32Array;
}

/** How many photos hold each category, counted when it is asked for and kept from then on while photos come and go. */
export class HeldCounts implements ColumnsWatcher {
  readonly #columns: GalleryColumns;
  /** By category: photos by probability byte // (256,) */
  #histograms: (Uint32Array | undefined)[] = [];
  #over: CountedOver | null = null;
  #counter: { readonly of: SearchColumns; readonly counter: HeldCounter } | null = null;

  constructor(columns: GalleryColumns) {
    this.#columns = columns;
  }

  /** Shared. // (256,) */
  histogram(category: number): Uint32Array {
    const histogram = this.#histograms[category] ?? this.#counted(category);
    this.#histograms[category] = histogram;
    return histogram;
  }

  /** Of all photos, those at or above each gate. @param gates probability bytes // (C,) */
  over(gates: Uint8Array): Uint32Array {
    if (this.#over === null || this.#over.gates.join() !== gates.join())
      this.#over = { gates: gates.slice(), counts: this.#held()?.amongAll(gates) ?? new Uint32Array(gates.length) };
    return this.#over.counts.slice();
  }

  /** Of these photos, those at or above each gate. @param photos each once @param gates // (C,) */
  among(photos: Uint32Array, gates: Uint8Array): Uint32Array {
    if (photos.length === this.#columns.count) return this.over(gates);
    return this.#held()?.among(photos, gates) ?? new Uint32Array(gates.length);
  }

  entered(number: number): void {
    this.#count(number, 1);
  }

  leaving(number: number): void {
    this.#count(number, -1);
  }

  learnt(): void {
    this.#histograms = [];
    this.#over = null;
  }

  #held(): HeldCounter | null {
    const { search } = this.#columns;
    if (search === null) return null;
    if (this.#counter?.of !== search) this.#counter = { of: search, counter: new HeldCounter(search.codes) };
    return this.#counter.counter;
  }

  #count(number: number, by: 1 | -1): void {
    const { search } = this.#columns;
    if (search === null || !search.has(number) || (this.#over === null && this.#histograms.length === 0)) return;
    const { codes } = search;
    const row = codes.rowOf(number);
    codes.probabilities.forEach((column, c) => {
      const byte = column.bytes(row + 1)[row]!;
      const histogram = this.#histograms[c];
      if (histogram !== undefined) histogram[byte]! += by;
      if (this.#over !== null && byte >= this.#over.gates[c]!) this.#over.counts[c]! += by;
    });
  }

  #counted(category: number): Uint32Array {
    const histogram = new Uint32Array(LEVELS);
    const codes = this.#columns.search?.codes;
    if (codes === undefined) return histogram;
    const there = codes.photos.words(codes.rows);
    const bytes = codes.probabilities[category]!.bytes(codes.rows);
    for (let row = 0; row < bytes.length; row++) if (there[row] !== REMOVED) histogram[bytes[row]!]!++;
    return histogram;
  }
}
