import type { CodeColumns } from '../columns/codeColumns.ts';
import { wordsForBits } from '../packedCodes.ts';
import { Scratch } from '../scan/scratch.ts';
import { MultiIndex } from './multiIndex/multiIndex.ts';
import { type StepPlan, stepPlan } from './multiIndex/stepPlan.ts';
import { DEFAULT_COSTS, type SearchCosts } from './searchCosts.ts';
import { ALL, Selection } from './selection.ts';

/** Nearest first; equal distances by the photos' keys. */
export interface CodeHits {
  /** // (K,) */
  readonly photos: Uint32Array;
  /** // (K,), 0..bits, ascending */
  readonly distances: Uint32Array;
}

/** How the last search came to its answer. */
export type SearchPath = 'scan' | 'index' | 'index, then scan';

/** Fewer codes are scanned in some microseconds, and need no tables. */
const FEWEST_FOR_INDEX = 20_000;

/** Rows that one call of a loop reads: an engine puts faster code in its place between calls, not within one. */
const ROWS_A_CALL = 65_536;

/**
 * Exact search over the codes of the columns: by a scan of all of them, or by multi-index hashing where that is reckoned to be
 * cheaper. Both give the same photos in the same order.
 */
export class CodeSearch {
  readonly columns: CodeColumns;
  readonly costs: SearchCosts;
  readonly index: MultiIndex | null;
  readonly #selection: Selection;
  readonly #query: Scratch;
  readonly #scored: Scratch;
  #path: SearchPath = 'scan';

  constructor(columns: CodeColumns, costs = DEFAULT_COSTS) {
    this.columns = columns;
    this.costs = costs;
    this.#selection = new Selection(columns);
    this.#query = new Scratch(columns.arena, columns.codes.bytesPerRow);
    this.#scored = new Scratch(columns.arena, 64 * 1024);
    this.index = columns.bits > 16 ? new MultiIndex(columns) : null;
  }

  get lastPath(): SearchPath {
    return this.#path;
  }

  /**
   * Brings the index up to date where it pays: call it when nobody waits, after many photos came or went. A million codes of 64 bits
   * take some 60 ms. Without it every search is a scan, and still exact.
   */
  refresh(): void {
    if (this.columns.rows >= FEWEST_FOR_INDEX) this.index?.refresh();
  }

  /**
   * The k photos nearest to the query.
   * @param query // (⌈bits / 32⌉,)
   * @throws RangeError when the query's length does not fit or k is no whole number from 0.
   */
  nearest(query: Uint32Array, k: number): CodeHits {
    if (!Number.isInteger(k) || k < 0)
      throw new RangeError(`CodeSearch.nearest: got k = ${k}, wanted a whole number from 0`);
    return this.#search('nearest', query, Math.min(k, this.columns.count), this.columns.bits);
  }

  /**
   * All photos within `radius` bits of the query.
   * @throws RangeError when the query's length does not fit or the radius is no whole number from 0.
   */
  within(query: Uint32Array, radius: number): CodeHits {
    if (!Number.isInteger(radius) || radius < 0)
      throw new RangeError(`CodeSearch.within: got radius ${radius}, wanted a whole number from 0`);
    return this.#search('within', query, ALL, Math.min(radius, this.columns.bits));
  }

  #search(caller: string, query: Uint32Array, most: number, greatest: number): CodeHits {
    const { bits, codes, arena } = this.columns;
    if (query.length !== wordsForBits(bits)) {
      throw new RangeError(
        `CodeSearch.${caller}: got a query of ${query.length} words, wanted ${wordsForBits(bits)} for ${bits} bits`,
      );
    }
    const at = this.#query.atLeast(codes.bytesPerRow);
    arena
      .words(at, codes.bytesPerRow / 4)
      .fill(0)
      .set(query);
    const { photos, scores } = this.#selection.pick(most, greatest, () => this.#offer(at, most, greatest));
    return { photos, distances: scores };
  }

  #offer(query: number, most: number, greatest: number): void {
    const { rows } = this.columns;
    const indexed = this.index?.rows ?? 0;
    this.#path = 'scan';
    if (!this.index || indexed === 0) {
      this.#scan(query, 0, rows);
      return;
    }
    this.#scan(query, indexed, rows);
    const plan = stepPlan(this.index, query, this.costs);
    if (this.#probe(this.index, plan, query)) {
      this.#path = 'index';
      return;
    }
    this.#path = 'index, then scan';
    // What was found bounds what is left to find.
    this.#selection.restart(most, Math.min(greatest, this.#selection.loops.boundScore()));
    this.#scan(query, 0, rows);
  }

  /** False where the plan gives up. */
  #probe(index: MultiIndex, plan: StepPlan, query: number): boolean {
    const { loops } = this.#selection;
    for (let r = 0; r <= loops.boundScore(); r++) {
      const t = r % index.substrings.length;
      const ones = Math.floor(r / index.substrings.length);
      if (ones > index.substrings[t]!.length) continue;
      if (!plan.mayStep(r, loops.boundScore())) return false;
      const members = plan.members(r);
      const scored = this.#scored.atLeast((members + 1) * 8);
      loops.offerAll(scored, index.probe(t, ones, query, loops.boundScore(), scored));
    }
    return true;
  }

  #scan(query: number, first: number, end: number): void {
    for (let row = first; row < end; row += ROWS_A_CALL) this.#scanRows(query, row, Math.min(end, row + ROWS_A_CALL));
  }

  #scanRows(query: number, first: number, end: number): void {
    const { codes } = this.columns;
    const { loops } = this.#selection;
    if (codes.bytesPerRow !== 8) loops.scanAny(codes.address, codes.bytesPerRow, first, end, query);
    else if (this.costs.countsBy === 'vectors') loops.scan64ByVectors(codes.address, first, end, query);
    else loops.scan64(codes.address, first, end, query);
  }
}
