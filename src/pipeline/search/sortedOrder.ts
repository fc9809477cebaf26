/** How photos are put in order: all at once, and one against another. */
export interface Ordering {
  /** The numbers in order; may be the same array, sorted. */
  sorted(numbers: Uint32Array): Uint32Array;
  /** Below 0 where a comes first; 0 of one photo alone. */
  compare(a: number, b: number): number;
}

/** Photos that came since the last time, beyond which everything is sorted anew. */
const MANY = 4096;

/**
 * Photos in an order that is kept while they come and go. What came is put in its place when the order is next asked for, so that a photo
 * costs O(1) when it comes; the first time it is asked for, all are sorted.
 */
export class SortedOrder {
  readonly #ordering: Ordering;
  readonly #come = new Set<number>();
  readonly #gone = new Set<number>();
  #sorted: Uint32Array | null = null;

  constructor(ordering: Ordering) {
    this.#ordering = ordering;
  }

  entered(number: number): void {
    if (this.#sorted !== null) this.#come.add(number);
  }

  leaving(number: number): void {
    if (this.#sorted !== null && !this.#come.delete(number)) this.#gone.add(number);
  }

  /** Shared, until photos come or go. @param all the numbers of all photos, in any order; a copy */
  ordered(all: () => Uint32Array): Uint32Array {
    if (this.#sorted === null || this.#come.size > MANY) this.#sorted = this.#ordering.sorted(all());
    else if (this.#come.size + this.#gone.size > 0) this.#sorted = this.#merged(this.#sorted);
    this.#come.clear();
    this.#gone.clear();
    return this.#sorted;
  }

  #merged(before: Uint32Array): Uint32Array {
    const { compare } = this.#ordering;
    const stayed = this.#gone.size === 0 ? before : before.filter((number) => !this.#gone.has(number));
    const come = [...this.#come].sort((a, b) => compare(a, b));
    const merged = new Uint32Array(stayed.length + come.length);
    let from = 0;
    come.forEach((number, i) => {
      let end = stayed.length;
      for (let start = from; start < end; ) {
        const middle = (start + end) >> 1;
        if (compare(stayed[middle]!, number) < 0) start = middle + 1;
        else end = middle;
      }
      merged.set(stayed.subarray(from, end), from + i);
      merged[end + i] = number;
      from = end;
    });
    merged.set(stayed.subarray(from), from + come.length);
    return merged;
  }
}
