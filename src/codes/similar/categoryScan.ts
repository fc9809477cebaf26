import { joinedWords } from '../../base/joinedWords.ts';
import type { CodeColumns } from '../columns/codeColumns.ts';
import type { PieceChunk } from '../columns/pieceChunk.ts';
import { BINARY as HELD_BINARY } from '../scan/heldScan.binary.ts';
import { openLoops } from '../scan/scanLoops.ts';
import { Scratch } from '../scan/scratch.ts';
import { BINARY as SIMILAR_BINARY } from './similarScan.binary.ts';

/** The functions of heldScan.assembly.ts and similarScan.assembly.ts; all but sizes, the gate and numbers of rows are addresses. */
interface CategoryLoops {
  holding(probabilities: number, gate: number, open: number, first: number, count: number, rows: number): number;
  distances(codes: number, bytes: number, count: number, query: number, out: number): void;
}

/** What rows that hold a category are measured by. */
export interface Measure {
  /** Pieces, or looks of the regions that won. */
  readonly of: 'pieces' | 'looks';
  /** The nearest counts; at least one. // (W,) each */
  readonly queries: readonly Uint32Array[];
  /** Bits of rows of which nothing is kept: the most that there can be. */
  readonly none: number;
}

/** Rows looked at at a time. */
const CHUNK = 8192;
/** Bytes of the longest piece. */
const CODE_BYTES = 16;
/** No chunk has as many entries. */
const NO_ENTRY = 0xffff;

/** Tells which rows hold a category, and measures these alone. */
export class CategoryScan {
  readonly #columns: CodeColumns;
  readonly #loops: CategoryLoops;
  readonly #scratch: Scratch;

  constructor(columns: CodeColumns) {
    this.#columns = columns;
    const { holding } = openLoops<CategoryLoops>(columns.arena, HELD_BINARY);
    const { distances } = openLoops<CategoryLoops>(columns.arena, SIMILAR_BINARY);
    this.#loops = { holding, distances };
    this.#scratch = new Scratch(columns.arena);
  }

  /**
   * Rows that are open and at or above the gate, ascending.
   * @param gate a byte from 1 on @param open 255 for each row that may be found, 0 for others // (blockRows,)
   */
  rows(category: number, gate: number, open: Uint8Array): Uint32Array {
    const { arena, probabilities } = this.#columns;
    const at = this.#scratch.atLeast(CHUNK * 5);
    const address = probabilities[category]!.address;
    const parts: Uint32Array[] = [];
    for (let first = 0; first < open.length; first += CHUNK) {
      const count = Math.min(CHUNK, open.length - first);
      arena.bytes(at + CHUNK * 4, count).set(open.subarray(first, first + count));
      const found = this.#loops.holding(address, gate, at + CHUNK * 4, first, count, at);
      if (found > 0) parts.push(arena.words(at, found).slice());
    }
    return joinedWords(...parts);
  }

  /** Bits to the nearest of each measure's queries. @param rows ascending // (n,) @returns by measure // (n,) each */
  nearest(category: number, rows: Uint32Array, measures: readonly Measure[]): Uint8Array[] {
    const { held } = this.#columns;
    const out = measures.map(({ none }) => new Uint8Array(rows.length).fill(none));
    const column = held[category];
    if (column === undefined) return out;
    const measured = measures.flatMap((measure, m) =>
      column.widths[measure.of] === 0 ? [] : [{ ...measure, width: column.widths[measure.of], out: out[m]! }],
    );
    let next = 0;
    for (const chunk of column.chunks) {
      while (next < rows.length && rows[next]! < chunk.first) next++;
      if (next === rows.length) break;
      if (rows[next]! > chunk.last) continue;
      const entries = entriesOf(chunk, rows, next);
      for (const { of, queries, width, out: bits } of measured)
        for (const query of queries) {
          const own = this.#distancesTo(query, chunk.address(of), width, chunk.count);
          for (let n = 0; n < entries.length; n++) {
            const entry = entries[n]!;
            if (entry !== NO_ENTRY && own[entry]! < bits[next + n]!) bits[next + n] = own[entry]!;
          }
        }
      next += entries.length;
    }
    return out;
  }

  /** Of each value, shared until the next call. @param query one word for each 32 bits; of values of 16 bits, one // (count,) */
  #distancesTo(query: Uint32Array, address: number, width: number, count: number): Uint8Array {
    const { arena } = this.#columns;
    const at = this.#scratch.atLeast(CODE_BYTES + count);
    arena
      .words(at, CODE_BYTES / 4)
      .fill(0)
      .set(query);
    this.#loops.distances(address, width, count, at, at + CODE_BYTES);
    return arena.bytes(at + CODE_BYTES, count);
  }
}

/** The chunk's entry of each of the rows from `start` on, as far as the chunk goes; `NO_ENTRY` of those that have none. */
function entriesOf(chunk: PieceChunk, rows: Uint32Array, start: number): Uint16Array {
  const { first, last, beyond } = chunk;
  let end = start;
  while (end < rows.length && rows[end]! <= last) end++;
  const entries = new Uint16Array(end - start).fill(NO_ENTRY);
  for (let n = 0, entry = 0; n < entries.length; n++) {
    const wanted = rows[start + n]! - first;
    while (beyond[entry]! < wanted) entry++;
    if (beyond[entry] === wanted) entries[n] = entry;
  }
  return entries;
}
