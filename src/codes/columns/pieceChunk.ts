import { turnBytes, writeRows } from './column.ts';
import type { Region, WasmArena } from './wasmArena.ts';

/** Rows of one chunk lie within so many of its first. */
export const REACH = 2 ** 16;
const ROW_BYTES = 2;

/** Bytes of an entry's values; looks of 0 where there are none. */
export interface EntryWidths {
  readonly pieces: number;
  readonly looks: number;
}

/** Some entries of a category, ascending by row, in one region that never moves: looks, pieces, and rows by their distance from the first. */
export class PieceChunk {
  readonly capacity: number;
  readonly #arena: WasmArena;
  readonly #widths: EntryWidths;
  readonly #region: Region;
  #first = 0;
  #count = 0;

  /** @param capacity a multiple of 16 */
  constructor(arena: WasmArena, widths: EntryWidths, capacity: number) {
    this.#arena = arena;
    this.#widths = widths;
    this.capacity = capacity;
    this.#region = arena.allocate(capacity * (widths.looks + widths.pieces + ROW_BYTES));
  }

  /** Entries. */
  get count(): number {
    return this.#count;
  }

  /** Row of the first entry; others lie beyond it by what `beyond` says. */
  get first(): number {
    return this.#first;
  }

  get last(): number {
    return this.#first + this.beyond[this.#count - 1]!;
  }

  /** Shared, until the arena grows. // (count,) */
  get beyond(): Uint16Array {
    return new Uint16Array(this.#arena.memory.buffer, this.#address('rows'), this.#count);
  }

  /** Where the values of the first entry lie. */
  address(of: 'pieces' | 'looks'): number {
    return this.#address(of);
  }

  /** Of all entries, shared, until the arena grows. // (count · width,) */
  bytes(of: 'pieces' | 'looks'): Uint8Array {
    return this.#arena.bytes(this.#address(of), this.#count * this.#widths[of]);
  }

  /**
   * Appends the first of some entries, as many as there is room for.
   * @param rows ascending, beyond all that are here // (n,)
   * @param pieces // (n, W) @param looks // (n, L)
   * @returns how many
   */
  append(rows: Uint32Array, pieces: Uint32Array, looks: Uint32Array): number {
    if (this.#count === 0) this.#first = rows[0]!;
    let count = Math.min(rows.length, this.capacity - this.#count);
    while (count > 0 && rows[count - 1]! - this.#first >= REACH) count--;
    if (count === 0) return 0;
    const at = this.#count;
    this.#count += count;
    const { beyond } = this;
    for (let n = 0; n < count; n++) beyond[at + n] = rows[n]! - this.#first;
    this.#write('pieces', at, count, pieces.subarray(0, (pieces.length / rows.length) * count));
    if (this.#widths.looks > 0)
      this.#write('looks', at, count, looks.subarray(0, (looks.length / rows.length) * count));
    return count;
  }

  /** Turns bits of an entry's piece. */
  turn(entry: number, bits: Uint32Array): void {
    const width = this.#widths.pieces;
    turnBytes(this.bytes('pieces').subarray(entry * width, (entry + 1) * width), bits);
  }

  /** Which entry is the row's; null for none. By halving. */
  entryOf(row: number): number | null {
    const { beyond } = this;
    let [start, end] = [0, beyond.length];
    while (start < end) {
      const middle = (start + end) >> 1;
      if (this.#first + beyond[middle]! < row) start = middle + 1;
      else end = middle;
    }
    return start < beyond.length && this.#first + beyond[start]! === row ? start : null;
  }

  release(): void {
    this.#arena.release(this.#region);
  }

  #write(of: 'pieces' | 'looks', at: number, count: number, values: Uint32Array): void {
    const width = this.#widths[of];
    writeRows(this.#arena, this.#address(of) + at * width, width, count, values);
  }

  #address(of: 'looks' | 'pieces' | 'rows'): number {
    const { looks, pieces } = this.#widths;
    const before = of === 'looks' ? 0 : of === 'pieces' ? looks : looks + pieces;
    return this.#region.address + this.capacity * before;
  }
}
