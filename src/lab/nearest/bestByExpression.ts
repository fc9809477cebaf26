import type { CodeColumns } from '../../codes/columns/codeColumns.ts';
import { ExpressionSearch } from '../../codes/expressionSearch.ts';
import { Selection } from '../../codes/nearest/selection.ts';
import type { SearchExpression } from '../../codes/searchExpression.ts';

/** Best first; equal hits by the photos' keys. */
export interface ExpressionPhotos {
  /** // (K,) */
  readonly photos: Uint32Array;
  /** Bits by which the query's objects differ from the photo's pieces, in all. // (K,), ascending */
  readonly distances: Uint32Array;
  /** How surely the photo satisfies the query, probability · 255. // (K,) */
  readonly confidences: Uint8Array;
}

/** The best photos that satisfy an expression, picked while the columns are scanned. */
export class BestByExpression {
  readonly #columns: CodeColumns;
  readonly #search: ExpressionSearch;
  readonly #selection: Selection;

  /** @param columns with keys */
  constructor(columns: CodeColumns) {
    this.#columns = columns;
    this.#search = new ExpressionSearch(columns);
    this.#selection = new Selection(columns);
  }

  /**
   * The k best photos that satisfy the query, fewer where fewer do.
   * @param gates P_c from which a photo holds category c, as bytes // (C,)
   * @throws RangeError as `ExpressionSearch`, and when k is no whole number from 0.
   */
  best(query: SearchExpression, gates: Uint8Array, k: number): ExpressionPhotos {
    if (!Number.isInteger(k) || k < 0)
      throw new RangeError(`BestByExpression: got k = ${k}, wanted a whole number from 0`);
    const program = this.#search.programOf(query);
    const greatest = program.objects * this.#columns.bitsPerCategory * 256 + 255;
    const { loops } = this.#selection;
    const { photos, scores } = this.#selection.pick(Math.min(k, this.#columns.count), greatest, () =>
      this.#search.offer(
        program,
        gates,
        () => loops.boundScore(),
        (scored, count) => loops.offerAll(scored, count),
      ),
    );
    return {
      photos,
      distances: scores.map((score) => score >> 8),
      confidences: Uint8Array.from(scores, (score) => 255 - (score & 255)),
    };
  }
}
