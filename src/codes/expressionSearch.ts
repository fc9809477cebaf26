import type { CodeColumns } from './columns/codeColumns.ts';
import { wordsForBits } from './packedCodes.ts';
import { type ExpressionProgram, expressionProgram } from './scan/expressionProgram.ts';
import { type ExpressionLoops, expressionLoops } from './scan/scanLoops.ts';
import { Scratch } from './scan/scratch.ts';
import { Selection } from './scan/selection.ts';
import type { SearchExpression } from './searchExpression.ts';

/** Best first; equal hits by the photos' keys. */
export interface ExpressionPhotos {
  /** // (K,) */
  readonly photos: Uint32Array;
  /** Bits by which the query's objects differ from the photo's pieces, in all. // (K,), ascending */
  readonly distances: Uint32Array;
  /** How surely the photo satisfies the query, probability · 255. // (K,) */
  readonly confidences: Uint8Array;
}

/** Rows scored at a time, so that what is scored stays in a core's first cache. */
const ROWS_AT_A_TIME = 2048;

/**
 * Search by categories and objects, the gates inside the scan: the rule of `answerExpression`, on probabilities in bytes.
 * A category-aware query, photos that hold category c by their piece of c, is the expression of that one object.
 */
export class ExpressionSearch {
  readonly #columns: CodeColumns;
  readonly #selection: Selection;
  readonly #loops: ExpressionLoops;
  readonly #program: Scratch;
  readonly #stack: Scratch;
  readonly #scored: number;

  constructor(columns: CodeColumns) {
    this.#columns = columns;
    this.#selection = new Selection(columns);
    this.#loops = expressionLoops(columns.arena);
    this.#program = new Scratch(columns.arena);
    this.#stack = new Scratch(columns.arena);
    this.#scored = columns.arena.allocate(ROWS_AT_A_TIME * 8).address;
  }

  /**
   * The k best photos that satisfy the query, fewer where fewer do.
   * @param gates P_c from which a photo holds category c, as bytes // (C,)
   * @throws RangeError when a category is unknown, a piece's length does not fit, an and/or has no terms or k is no whole number from 0.
   */
  best(query: SearchExpression, gates: Uint8Array, k: number): ExpressionPhotos {
    if (!Number.isInteger(k) || k < 0)
      throw new RangeError(`ExpressionSearch.best: got k = ${k}, wanted a whole number from 0`);
    const columns = this.#columns;
    if (gates.length !== columns.categories)
      throw new RangeError(`ExpressionSearch.best: got ${gates.length} gates, wanted ${columns.categories}`);
    const program = expressionProgram(query, columns.categories, wordsForBits(columns.bitsPerCategory));
    const greatest = program.objects * columns.bitsPerCategory * 256 + 255;
    const { photos, scores } = this.#selection.pick(Math.min(k, columns.count), greatest, () =>
      this.#offer(program, gates),
    );
    return {
      photos,
      distances: scores.map((score) => score >> 8),
      confidences: Uint8Array.from(scores, (score) => 255 - (score & 255)),
    };
  }

  #offer(program: ExpressionProgram, gates: Uint8Array): void {
    const { blockRows, bitsPerCategory } = this.#columns;
    const { loops } = this.#selection;
    const steps = this.#write(program, gates);
    const stack = this.#stack.atLeast(program.depth * 64);
    const bytes = bitsPerCategory <= 16 ? 2 : bitsPerCategory <= 32 ? 4 : 8;
    for (let row = 0; row < blockRows; row += ROWS_AT_A_TIME) {
      const end = Math.min(blockRows, row + ROWS_AT_A_TIME);
      const bound = loops.boundScore();
      loops.offerAll(
        this.#scored,
        this.#loops.scoreRows(steps, program.steps.length, bytes, stack, row, end, bound, this.#scored),
      );
    }
  }

  /** Lays the program and its pieces into memory; the address of the first step. */
  #write({ steps }: ExpressionProgram, gates: Uint8Array): number {
    const { arena, pieces, probabilities } = this.#columns;
    const address = this.#program.atLeast(steps.length * (20 + 8));
    const piecesAt = address + steps.length * 20;
    const words = arena.words(address, steps.length * 7).fill(0);
    steps.forEach(({ kind, category, piece }, i) => {
      const query = piecesAt + i * 8;
      const ofCategory =
        category === null ? [0, 0, 0] : [probabilities[category]!.address, gates[category]!, pieces[category]!.address];
      words.set([kind, ...ofCategory, query], i * 5);
      if (piece) words.set(piece, (query - address) / 4);
    });
    return address;
  }
}
