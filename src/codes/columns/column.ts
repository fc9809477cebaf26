import { grownLength } from '../../base/grownLength.ts';
import type { Region, WasmArena } from './wasmArena.ts';

/** Loops read whole blocks of so many rows. */
export const BLOCK = 16;

export function wholeBlocks(rows: number): number {
  return Math.ceil(rows / BLOCK) * BLOCK;
}

/** Writes values of `count` rows to an address: of values wider than a row only the low bytes, rows wider than the values get zeros. */
export function writeRows(
  arena: WasmArena,
  address: number,
  bytesPerRow: number,
  count: number,
  values: Uint32Array | Uint16Array | Uint8Array,
): void {
  if (values.byteLength === count * bytesPerRow) {
    arena.bytes(address, values.byteLength).set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  } else if (bytesPerRow === 2) {
    new Uint16Array(arena.memory.buffer, address, count).set(values);
  } else {
    const perRow = values.length / count;
    const to = arena.words(address, (count * bytesPerRow) / 4);
    to.fill(0);
    for (let n = 0; n < count; n++) to.set(values.subarray(n * perRow, (n + 1) * perRow), (n * bytesPerRow) / 4);
  }
}

/** Turns bits of a row's own bytes. @param bits those beyond the row's width are left out */
export function turnBytes(own: Uint8Array, bits: Uint32Array): void {
  const turned = new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength);
  for (let i = 0; i < Math.min(own.length, turned.length); i++) own[i]! ^= turned[i]!;
}

/** Rows of one width in an arena, in an array that grows when it is full. */
export class Column {
  readonly #arena: WasmArena;
  readonly bytesPerRow: number;
  readonly #blank: number;
  #region: Region | null = null;
  #capacity = 0;

  /** @param blank the byte that rows beyond the last are made of */
  constructor(arena: WasmArena, bytesPerRow: number, blank = 0) {
    this.#arena = arena;
    this.bytesPerRow = bytesPerRow;
    this.#blank = blank;
  }

  /** Of row 0; changes when the column grows. */
  get address(): number {
    return this.#region?.address ?? 0;
  }

  /** Makes room for so many rows in all, of which the first `used` are kept. */
  reserve(rows: number, used: number): void {
    if (rows <= this.#capacity) return;
    const capacity = wholeBlocks(grownLength(this.#capacity, rows));
    const region = this.#arena.allocate(capacity * this.bytesPerRow);
    const bytes = this.#arena.bytes(region.address, region.bytes);
    if (this.#region) {
      bytes.set(this.#arena.bytes(this.#region.address, used * this.bytesPerRow));
      this.#arena.release(this.#region);
    }
    bytes.fill(this.#blank, used * this.bytesPerRow);
    this.#region = region;
    this.#capacity = capacity;
  }

  /** Writes `count` rows from `row` on; of values wider than a row only the low bytes, rows wider than the values get zeros. */
  write(row: number, count: number, values: Uint32Array | Uint8Array): void {
    writeRows(this.#arena, this.address + row * this.bytesPerRow, this.bytesPerRow, count, values);
  }

  /** Turns bits of a row. @param bits those beyond the row's width are left out */
  turn(row: number, bits: Uint32Array): void {
    turnBytes(this.#arena.bytes(this.address + row * this.bytesPerRow, this.bytesPerRow), bits);
  }

  /** The first `rows` rows as bytes, shared. */
  bytes(rows: number): Uint8Array {
    return this.#arena.bytes(this.address, rows * this.bytesPerRow);
  }

  /** The first `rows` rows as words, shared; only of rows of whole words. */
  words(rows: number): Uint32Array {
    return this.#arena.words(this.address, (rows * this.bytesPerRow) / 4);
  }

  /** Gives its memory back; it holds nothing then. */
  release(): void {
    if (this.#region) this.#arena.release(this.#region);
    this.#region = null;
    this.#capacity = 0;
  }

  /** Moves the rows named, in ascending order, to the front and blanks the others up to `used`. */
  keep(rows: Uint32Array, used: number): void {
    const bytes = this.bytes(used);
    const width = this.bytesPerRow;
    for (let to = 0; to < rows.length; to++) {
      const from = rows[to]!;
      if (from !== to) bytes.copyWithin(to * width, from * width, (from + 1) * width);
    }
    bytes.fill(this.#blank, rows.length * width);
  }
}
