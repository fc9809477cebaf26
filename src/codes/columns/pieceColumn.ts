import { BLOCK, Column } from './column.ts';
import { REMOVED } from './removed.ts';
import type { WasmArena } from './wasmArena.ts';

/** What photos have of one category, of those that may hold it: n of N photos. W words a piece, L words of looks. */
export interface HeldPieces {
  /** Which of the photos, ascending. // (n,) */
  readonly places: Uint32Array | Uint16Array;
  /** // (n, W) */
  readonly pieces: Uint32Array;
  /** What the region that won looks like; empty where columns hold none. // (n, L) */
  readonly looks: Uint32Array;
}

/** Of many photos, those of which a category's piece is worth keeping. */
export interface DensePieces {
  /** // (N, W) */
  readonly pieces: Uint32Array;
  /** // (N, L) */
  readonly looks: Uint32Array;
  /** As bytes. // (N,) */
  readonly probabilities: Uint8Array;
}

/** Those with a probability of at least `least`, a byte. */
export function heldPieces({ pieces, looks, probabilities }: DensePieces, least: number): HeldPieces {
  const places = placesFrom(probabilities, least);
  const perPhoto = (column: Uint32Array): number =>
    probabilities.length === 0 ? 0 : column.length / probabilities.length;
  return {
    places,
    pieces: gatheredRows(pieces, places, perPhoto(pieces)),
    looks: gatheredRows(looks, places, perPhoto(looks)),
  };
}

function placesFrom(probabilities: Uint8Array, least: number): Uint32Array {
  const places = new Uint32Array(probabilities.length);
  let count = 0;
  for (let at = 0; at < probabilities.length; at++) if (probabilities[at]! >= least) places[count++] = at;
  return places.slice(0, count);
}

/** Rows of a column, one after the other. @param width words of a row // (rows, width) */
export function gatheredRows(column: Uint32Array, rows: ArrayLike<number>, width: number): Uint32Array {
  const some = new Uint32Array(rows.length * width);
  for (let n = 0; n < rows.length; n++)
    for (let word = 0; word < width; word++) some[n * width + word] = column[rows[n]! * width + word]!;
  return some;
}

/** Room beyond what a gallery's first photos let expect. */
const MARGIN = 1.05;

/** The pieces of one category in an arena, of the rows that may hold it; what lies beside a row that is gone is of no account. */
export class PieceColumn {
  /** Of each entry, ascending. */
  readonly #rows: Column;
  readonly pieces: Column;
  /** Null where the columns hold no looks of regions. */
  readonly looks: Column | null;
  #count = 0;

  /** @param looksBytes 0 for none */
  constructor(arena: WasmArena, pieceBytes: number, looksBytes: number) {
    this.#rows = new Column(arena, 4);
    this.pieces = new Column(arena, pieceBytes);
    this.looks = looksBytes === 0 ? null : new Column(arena, looksBytes);
  }

  /** Entries. */
  get count(): number {
    return this.#count;
  }

  /** The entries rounded up to whole blocks. */
  get blockCount(): number {
    return Math.ceil(this.#count / BLOCK) * BLOCK;
  }

  /** Of each entry, shared. // (count,) */
  get rows(): Uint32Array {
    return this.#rows.words(this.#count);
  }

  /** Whether there is an entry of the row. */
  has(row: number): boolean {
    return this.#entryOf(row) !== null;
  }

  /** Turns bits of the row's piece; nothing where there is none. // (W,) */
  turn(row: number, bits: Uint32Array): void {
    const entry = this.#entryOf(row);
    if (entry !== null) this.pieces.turn(entry, bits);
  }

  /**
   * @param held of photos that lie from row `first` on, behind all that came before
   * @param share 0..1, of the rows that are expected, that will have been looked at with these: the others are taken to hold as many
   */
  append(first: number, { places, pieces, looks }: HeldPieces, share: number): void {
    const count = this.#count + places.length;
    if (places.length === 0) return;
    for (const column of this.#columns()) column.reserve(count, this.#count, Math.ceil((count / share) * MARGIN));
    this.#rows.write(
      this.#count,
      places.length,
      Uint32Array.from(places, (place) => first + place),
    );
    this.pieces.write(this.#count, places.length, pieces);
    this.looks?.write(this.#count, places.length, looks);
    this.#count = count;
  }

  /** The pieces by row, `none` where there is none. @param to begins at a multiple of 8 // (all rows, bytes of a piece) or longer */
  spread(to: Uint8Array, none: Uint32Array): void {
    const { rows } = this;
    const width = this.pieces.bytesPerRow;
    const values = width === 2 ? shorts(this.pieces.bytes(this.#count)) : this.pieces.words(this.#count);
    const all = width === 2 ? shorts(to) : new Uint32Array(to.buffer, to.byteOffset, to.byteLength >> 2);
    if (width < 8) {
      all.fill(none[0]!);
      for (let n = 0; n < rows.length; n++) all[rows[n]!] = values[n]!;
      return;
    }
    for (let at = 0; at < all.length; at += 2) {
      all[at] = none[0]!;
      all[at + 1] = none[1] ?? 0;
    }
    for (let n = 0; n < rows.length; n++) {
      all[2 * rows[n]!] = values[2 * n]!;
      all[2 * rows[n]! + 1] = values[2 * n + 1]!;
    }
  }

  /** @param rowTo by the rows so far, the rows that they are from now on; `REMOVED` where they are gone */
  move(rowTo: Uint32Array): void {
    const { rows } = this;
    const kept = Uint32Array.from(rows.keys()).filter((at) => rowTo[rows[at]!] !== REMOVED);
    const moved = kept.map((at) => rowTo[rows[at]!]!);
    for (const column of this.#columns()) column.keep(kept, this.#count);
    this.#count = kept.length;
    this.rows.set(moved);
  }

  release(): void {
    for (const column of this.#columns()) column.release();
    this.#count = 0;
  }

  /** By halving. */
  #entryOf(row: number): number | null {
    const { rows } = this;
    let [start, end] = [0, rows.length];
    while (start < end) {
      const middle = (start + end) >> 1;
      if (rows[middle]! < row) start = middle + 1;
      else end = middle;
    }
    return rows[start] === row ? start : null;
  }

  #columns(): Column[] {
    return [this.#rows, this.pieces, ...(this.looks === null ? [] : [this.looks])];
  }
}

function shorts(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
}
