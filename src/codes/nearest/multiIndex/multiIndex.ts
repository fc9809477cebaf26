import type { CodeColumns } from '../../columns/codeColumns.ts';
import type { Region } from '../../columns/wasmArena.ts';
import { openLoops } from '../../scan/scanLoops.ts';
import { BINARY } from './multiIndexProbe.binary.ts';

/** The functions of multiIndexProbe.assembly.ts; all but sizes and numbers of rows are addresses. */
interface ProbeLoops {
  buildTable(table: number, codes: number, bytes: number, rows: number): void;
  membersAt(table: number, ones: number, bytes: number, query: number): number;
  probe(
    tables: number,
    tableCount: number,
    table: number,
    ones: number,
    codes: number,
    bytes: number,
    query: number,
    bound: number,
    scored: number,
  ): number;
}

/** A substring of the codes, within one word. */
interface Substring {
  /** Of its word in a code. */
  readonly byte: number;
  readonly firstBit: number;
  readonly length: number;
}

/** Longest substring: 2^16 starts are 256 KB, which stay in a core's second cache. */
const MAX_SUBSTRING_BITS = 16;
/** As in multiIndexProbe.assembly.ts. */
const TABLE_WORDS = 5;
/** Rows beyond the tables are scanned; the tables are made anew when these are more than this share of all. */
const STALE_SHARE = 1 / 16;
const STALE_ROWS = 4096;

/** Cuts codes into substrings of 9 to 16 bits that lie within a word; a word's last may be shorter if the code is. */
export function substringsOf(bits: number): Substring[] {
  const wordBits = bits <= 32 ? 32 : 64;
  const substrings: Substring[] = [];
  for (let word = 0; word * wordBits < bits; word++) {
    const used = Math.min(wordBits, bits - word * wordBits);
    const parts = Math.ceil(used / MAX_SUBSTRING_BITS);
    for (let part = 0, firstBit = 0; part < parts; part++) {
      const length = Math.floor(used / parts) + (part < used % parts ? 1 : 0);
      substrings.push({ byte: (word * wordBits) / 8, firstBit, length });
      firstBit += length;
    }
  }
  return substrings;
}

/**
 * Multi-index hashing: exact search among binary codes without looking at most of them.
 * M. Norouzi, A. Punjani, D. J. Fleet, "Fast Search in Hamming Space with Multi-Index Hashing", CVPR 2012, algorithms 1-2.
 *
 * A code is cut into m disjoint substrings, each with a table from its value to the rows that have it. If two codes are within
 * r = m·a + j bits, then one of the first j + 1 substrings is within a bits or one of the others within a − 1. So looking up, for
 * r = 0, 1, 2, …, the values of substring j at exactly a bits has met every code within r bits after step r.
 *
 * Departures from the paper: substrings are cut at words, and never longer than 16 bits, whatever the number of codes; whether a code
 * was met before is read off its distance to the query, substring by substring, so that no marks are kept and none are cleared.
 *
 * The tables hold the rows that were there when they were made, 4 · m bytes each. Rows added since are the caller's to scan, removed
 * ones are dropped by the selection, and `refresh` makes the tables anew when that has become worthwhile.
 */
export class MultiIndex {
  readonly substrings: readonly Substring[];
  readonly #columns: CodeColumns;
  readonly #loops: ProbeLoops;
  readonly #tables: Region;
  readonly #starts: readonly Region[];
  #members: Region[] = [];
  #rows = 0;
  #moves = -1;

  /** @throws RangeError when the codes are too short for tables, 16 bits or fewer. */
  constructor(columns: CodeColumns) {
    if (columns.bits <= MAX_SUBSTRING_BITS)
      throw new RangeError(`MultiIndex: got codes of ${columns.bits} bits, wanted more than ${MAX_SUBSTRING_BITS}`);
    this.#columns = columns;
    this.#loops = openLoops(columns.arena, BINARY);
    this.substrings = substringsOf(columns.bits);
    this.#tables = columns.arena.allocate(this.substrings.length * TABLE_WORDS * 4);
    this.#starts = this.substrings.map(({ length }) => columns.arena.allocate((2 ** length + 2) * 4));
  }

  /** Rows that the tables hold, from the first; 0 where none can be used. */
  get rows(): number {
    return this.#moves === this.#columns.moves ? this.#rows : 0;
  }

  /** Makes the tables where there are none, or many rows are not in them. */
  refresh(): void {
    const { rows } = this.#columns;
    if (rows - this.rows > (this.rows === 0 ? 0 : Math.max(STALE_ROWS, rows * STALE_SHARE))) this.build();
  }

  /** Makes the tables for all rows there are. */
  build(): void {
    const { arena, codes, rows, moves } = this.#columns;
    for (const region of this.#members) arena.release(region);
    this.#members = this.substrings.map(() => arena.allocate(rows * 4));
    const tables = arena.words(this.#tables.address, this.substrings.length * TABLE_WORDS);
    this.substrings.forEach(({ byte, firstBit, length }, t) => {
      tables.set([this.#starts[t]!.address, this.#members[t]!.address, byte, firstBit, length], t * TABLE_WORDS);
    });
    this.substrings.forEach((_, t) => this.#loops.buildTable(this.#table(t), codes.address, codes.bytesPerRow, rows));
    this.#rows = rows;
    this.#moves = moves;
  }

  /** How many codes differ from the query in exactly `ones` bits of substring t. */
  membersAt(t: number, ones: number, query: number): number {
    return this.#loops.membersAt(this.#table(t), ones, this.#columns.codes.bytesPerRow, query);
  }

  /**
   * Measures those codes, but those that an earlier step has met, and writes distance and row of those within `bound`.
   * @param scored room for one pair more than `membersAt` says
   * @returns how many were written
   */
  probe(t: number, ones: number, query: number, bound: number, scored: number): number {
    const { codes } = this.#columns;
    return this.#loops.probe(
      this.#tables.address,
      this.substrings.length,
      t,
      ones,
      codes.address,
      codes.bytesPerRow,
      query,
      bound,
      scored,
    );
  }

  #table(t: number): number {
    return this.#tables.address + t * TABLE_WORDS * 4;
  }
}
