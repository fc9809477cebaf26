import { wholeBlocks } from './column.ts';
import { gatheredRows, type HeldPieces } from './heldPieces.ts';
import { type EntryWidths, PieceChunk, REACH } from './pieceChunk.ts';
import { REMOVED } from './removed.ts';
import type { WasmArena } from './wasmArena.ts';

/**
 * Entries of a chunk: a column is as long as its category has entries, in chunks that never move, so that growing leaves no hole in the
 * memory and copies nothing. Larger ones have more room in vain, smaller ones make for more objects.
 */
const MOST = 2048;
const FEWEST = 64;

/** The pieces of one category in an arena, of the rows that may hold it; what lies beside a row that is gone is of no account. */
export class PieceColumn {
  readonly #arena: WasmArena;
  readonly #widths: EntryWidths;
  /** Ascending by their rows. */
  #chunks: PieceChunk[] = [];
  #count = 0;

  constructor(arena: WasmArena, widths: EntryWidths) {
    this.#arena = arena;
    this.#widths = widths;
  }

  /** Entries. */
  get count(): number {
    return this.#count;
  }

  get widths(): EntryWidths {
    return this.#widths;
  }

  /** Ascending by their rows; none is empty. */
  get chunks(): readonly PieceChunk[] {
    return this.#chunks;
  }

  /** Whether there is an entry of the row. */
  has(row: number): boolean {
    return this.#chunkOf(row)?.entryOf(row) != null;
  }

  /** Turns bits of the row's piece; nothing where there is none. // (W,) */
  turn(row: number, bits: Uint32Array): void {
    const chunk = this.#chunkOf(row);
    const entry = chunk?.entryOf(row) ?? null;
    if (chunk && entry !== null) chunk.turn(entry, bits);
  }

  /** @param held of photos that lie from row `first` on, behind all that came before */
  append(first: number, { places, pieces, looks }: HeldPieces): void {
    const rows = Uint32Array.from(places, (place) => first + place);
    const [width, looksWidth] = [pieces.length, looks.length].map((length) => length / Math.max(1, rows.length));
    for (let done = 0; done < rows.length; ) {
      const left = rows.subarray(done);
      const own = [pieces.subarray(done * width!), looks.subarray(done * looksWidth!)] as const;
      const added = this.#chunks.at(-1)?.append(left, ...own) ?? 0;
      if (added === 0) this.#chunks.push(new PieceChunk(this.#arena, this.#widths, this.#nextCapacity(left[0]!)));
      this.#count += added;
      done += added;
    }
  }

  /** The pieces by row, `none` where there is none. @param to begins at a multiple of 8 // (all rows, bytes of a piece) or longer */
  spread(to: Uint8Array, none: Uint32Array): void {
    const width = this.#widths.pieces;
    const all = width === 2 ? shorts(to) : words(to);
    if (width < 8) all.fill(none[0]!);
    else
      for (let at = 0; at < all.length; at += 2) {
        all[at] = none[0]!;
        all[at + 1] = none[1] ?? 0;
      }
    for (const chunk of this.#chunks) {
      const { first, beyond } = chunk;
      const values = width === 2 ? shorts(chunk.bytes('pieces')) : words(chunk.bytes('pieces'));
      if (width < 8) for (let n = 0; n < beyond.length; n++) all[first + beyond[n]!] = values[n]!;
      else
        for (let n = 0; n < beyond.length; n++) {
          all[2 * (first + beyond[n]!)] = values[2 * n]!;
          all[2 * (first + beyond[n]!) + 1] = values[2 * n + 1]!;
        }
    }
  }

  /** @param rowTo by the rows so far, the rows that they are from now on, in the same order; `REMOVED` where they are gone */
  move(rowTo: Uint32Array): void {
    const before = this.#chunks;
    this.#chunks = [];
    this.#count = 0;
    // One after the other, so that what one gives back is there for the next.
    for (const chunk of before) {
      const { first, beyond } = chunk;
      const kept = Uint32Array.from(beyond.keys()).filter((n) => rowTo[first + beyond[n]!] !== REMOVED);
      const rows = kept.map((n) => rowTo[first + beyond[n]!]!);
      const moved = {
        places: rows,
        pieces: this.#wordsOf(chunk, 'pieces', kept),
        looks: this.#wordsOf(chunk, 'looks', kept),
      };
      chunk.release();
      this.append(0, moved);
    }
  }

  release(): void {
    for (const chunk of this.#chunks) chunk.release();
    this.#chunks = [];
    this.#count = 0;
  }

  /** As many as a column has so far, so that one of few entries has little room in vain; no more than its reach will take. */
  #nextCapacity(row: number): number {
    const inReach = row === 0 ? 0 : Math.ceil((this.#count / row) * REACH);
    return wholeBlocks(Math.min(MOST, Math.max(FEWEST, Math.min(this.#count, inReach))));
  }

  /** The chunk that holds the row if any does: the last that begins at it or before. */
  #chunkOf(row: number): PieceChunk | undefined {
    let [start, end] = [0, this.#chunks.length];
    while (start < end) {
      const middle = (start + end) >> 1;
      if (this.#chunks[middle]!.first <= row) start = middle + 1;
      else end = middle;
    }
    return this.#chunks[start - 1];
  }

  /** Values of some entries, a word each where they are narrower. // (entries, words) */
  #wordsOf(chunk: PieceChunk, of: 'pieces' | 'looks', entries: Uint32Array): Uint32Array {
    const width = this.#widths[of];
    if (width === 2) {
      const values = shorts(chunk.bytes(of));
      return entries.map((n) => values[n]!);
    }
    return gatheredRows(words(chunk.bytes(of)), entries, width / 4);
  }
}

function shorts(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
}

function words(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}
