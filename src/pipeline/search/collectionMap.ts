import { betweenStages } from '../../base/betweenStages.ts';
import { collectionLayout } from '../../codes/layout/collectionLayout.ts';
import { CODE_WORDS, LOOKS_WORDS } from '../../codes/layout/layoutInput.ts';
import type { CollectionMap } from '../api/collectionMap.ts';
import type { GalleryColumns } from '../library/columns/galleryColumns.ts';
import type { SearchColumns } from '../library/columns/searchColumns.ts';

/** The worker answers others after so long, milliseconds. */
const SLICE_MS = 12;

/** Maps of the gallery as it stands; the last one is kept, for whoever comes back to it. */
export class MapMaker {
  readonly #columns: GalleryColumns;
  #last: CollectionMap | null = null;

  constructor(columns: GalleryColumns) {
    this.#columns = columns;
  }

  /**
   * @param inOrder all photos in the order of their ids
   * @param gates as bytes // (C,)
   * @throws Cancelled
   */
  async map(inOrder: Uint32Array, gates: Uint8Array, signal: AbortSignal): Promise<CollectionMap> {
    const { revision, search } = this.#columns;
    if (this.#last?.revision === revision) return copyOf(this.#last);
    const numbers = inOrder.filter((number) => search?.has(number) === true);
    const strongest = search === null ? new Int16Array() : strongestOf(search, numbers, gates);
    const cells = search === null ? new Int32Array() : await laidOut(search, numbers, signal);
    this.#last = { revision, numbers, cells, strongest, leftOut: inOrder.length - numbers.length };
    return copyOf(this.#last);
  }
}

/** In pieces, so that the worker hears others, and the signal, in between. */
async function laidOut(search: SearchColumns, numbers: Uint32Array, signal: AbortSignal): Promise<Int32Array> {
  const all = search.codes.codes.words(search.codes.rows);
  const codes = new Uint32Array(numbers.length * CODE_WORDS);
  const looks = new Uint32Array(numbers.length * LOOKS_WORDS);
  numbers.forEach((number, n) => {
    const row = search.codes.rowOf(number);
    codes.set(all.subarray(row * CODE_WORDS, (row + 1) * CODE_WORDS), n * CODE_WORDS);
    looks.set(search.looks(number), n * LOOKS_WORDS);
  });
  const work = collectionLayout({ codes, looks });
  for (let started = performance.now(), step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() - started < SLICE_MS) continue;
    await betweenStages(signal);
    started = performance.now();
  }
}

/** @param gates as bytes // (C,) */
function strongestOf({ codes }: SearchColumns, numbers: Uint32Array, gates: Uint8Array): Int16Array {
  const columns = codes.probabilities.map((column) => column.bytes(codes.rows));
  return Int16Array.from(numbers, (number) => {
    const row = codes.rowOf(number);
    let [best, most] = [-1, 0];
    columns.forEach((column, c) => {
      const probability = column[row]!;
      if (probability >= gates[c]! && probability > most) [best, most] = [c, probability];
    });
    return best;
  });
}

function copyOf(map: CollectionMap): CollectionMap {
  return { ...map, numbers: map.numbers.slice(), cells: map.cells.slice(), strongest: map.strongest.slice() };
}
