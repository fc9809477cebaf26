import type { CodeColumns } from './columns/codeColumns.ts';
import { wordsForBits } from './packedCodes.ts';
import { type ExpressionProgram, expressionProgram } from './scan/expressionProgram.ts';
import { type ExpressionLoops, expressionLoops } from './scan/scanLoops.ts';
import { Scratch } from './scan/scratch.ts';
import type { SearchExpression } from './searchExpression.ts';

/** The score of a photo for which the query does not hold. */
export const UNSATISFIED = 0xffffffff;

/** A bound that every score is within. */
const ANY = 0x7fffffff;

/** Rows scored at a time, so that what is scored stays in a core's first cache. */
const ROWS_AT_A_TIME = 2048;

/**
 * Search by categories and objects, the gates inside the scan: the table of `SearchExpression`, on probabilities in bytes.
 * A category-aware query, photos that hold category c by their piece of c, is the expression of that one object.
 */
export class ExpressionSearch {
  readonly columns: CodeColumns;
  readonly #loops: ExpressionLoops;
  readonly #program: Scratch;
  readonly #stack: Scratch;
  readonly #spread: Scratch;
  readonly #scored: number;

  constructor(columns: CodeColumns) {
    this.columns = columns;
    this.#loops = expressionLoops(columns.arena);
    this.#program = new Scratch(columns.arena);
    this.#stack = new Scratch(columns.arena);
    this.#spread = new Scratch(columns.arena);
    this.#scored = columns.arena.allocate(ROWS_AT_A_TIME * 8).address;
  }

  /**
   * Every photo's score, distance · 256 + 255 − confidence, in no order: for whoever filters photos, or orders them otherwise.
   * @param gates P_c from which a photo holds category c, as bytes // (C,)
   * @returns by row, `UNSATISFIED` where the query does not hold; rows of removed photos have scores, too // (rows,)
   * @throws RangeError as `offer`
   */
  scores(query: SearchExpression, gates: Uint8Array): Uint32Array {
    const { rows, arena } = this.columns;
    const scores = new Uint32Array(rows).fill(UNSATISFIED);
    this.offer(
      this.programOf(query),
      gates,
      () => ANY,
      (at, count) => {
        const scored = arena.words(at, count * 2);
        // Rows beyond the last are written nowhere.
        for (let i = 0; i < scored.length; i += 2) scores[scored[i + 1]!] = scored[i]!;
      },
    );
    return scores;
  }

  /** @throws RangeError when a category is unknown, a piece's length does not fit or an and/or has no terms. */
  programOf(query: SearchExpression): ExpressionProgram {
    const { categories, bitsPerCategory } = this.columns;
    return expressionProgram(query, categories, wordsForBits(bitsPerCategory));
  }

  /**
   * Scores the rows some thousand at a time, those that satisfy the query.
   * @param gates as in `scores` // (C,)
   * @param bound the greatest score that is of use by now
   * @param take hears where scores and rows lie, u32 pairs, and how many pairs
   * @throws RangeError when there is not a gate for each category.
   */
  offer(
    program: ExpressionProgram,
    gates: Uint8Array,
    bound: () => number,
    take: (address: number, count: number) => void,
  ): void {
    const { blockRows, bitsPerCategory, categories } = this.columns;
    if (gates.length !== categories)
      throw new RangeError(`ExpressionSearch: got ${gates.length} gates, wanted ${categories}`);
    const steps = this.#write(program, gates);
    const stack = this.#stack.atLeast(program.depth * 64);
    const bytes = bitsPerCategory <= 16 ? 2 : bitsPerCategory <= 32 ? 4 : 8;
    for (let row = 0; row < blockRows; row += ROWS_AT_A_TIME) {
      const end = Math.min(blockRows, row + ROWS_AT_A_TIME);
      take(
        this.#scored,
        this.#loops.scoreRows(steps, program.steps.length, bytes, stack, row, end, bound(), this.#scored),
      );
    }
  }

  /** Lays the program and its pieces into memory; the address of the first step. */
  #write({ steps }: ExpressionProgram, gates: Uint8Array): number {
    const { arena, probabilities } = this.columns;
    const address = this.#program.atLeast(steps.length * (20 + 8));
    const spreadAt = this.#spreadPieces(steps);
    const piecesAt = address + steps.length * 20;
    const words = arena.words(address, steps.length * 7).fill(0);
    steps.forEach(({ kind, category, piece }, i) => {
      const query = piecesAt + i * 8;
      const ofCategory =
        category === null ? [0, 0, 0] : [probabilities[category]!.address, gates[category]!, spreadAt[i]!];
      words.set([kind, ...ofCategory, query], i * 5);
      if (piece) words.set(piece, (query - address) / 4);
    });
    return address;
  }

  /** The pieces of each step's category by row, those that are not kept as far as can be. @returns where they lie, by step */
  #spreadPieces(steps: ExpressionProgram['steps']): number[] {
    const { arena, held, blockRows, bitsPerCategory } = this.columns;
    const objects = steps.flatMap(({ category, piece }, i) =>
      category !== null && piece ? [{ category, piece, i }] : [],
    );
    const first = this.#spread.atLeast(objects.length * blockRows * 8);
    const at = Array<number>(steps.length).fill(0);
    objects.forEach(({ category, piece, i }, n) => {
      at[i] = first + n * blockRows * 8;
      held[category]!.spread(arena.bytes(at[i], blockRows * 8), opposite(piece, bitsPerCategory));
    });
    return at;
  }
}

/** The piece that differs in all bits. */
function opposite(piece: Uint32Array, bits: number): Uint32Array {
  return piece.map((word, at) => ~word & (bits - at * 32 >= 32 ? 0xffffffff : 2 ** (bits - at * 32) - 1));
}
