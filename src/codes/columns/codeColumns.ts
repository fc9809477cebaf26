import { grownLength } from '../../base/grownLength.ts';
import { wordsForBits } from '../packedCodes.ts';
import { BLOCK, Column } from './column.ts';
import type { TieKey } from './tieKey.ts';
import { WasmArena } from './wasmArena.ts';

/** What each photo brings. Without categories the columns hold one code a photo, such as its fingerprint. */
export interface ColumnLayout {
  /** Bits of the code that is searched as a whole. */
  readonly bits: number;
  /** C, 0 by default. */
  readonly categories?: number;
  /** 1..64 */
  readonly bitsPerCategory?: number;
  /** Whether the columns hold tie keys, which whoever picks the best while it scans needs; false by default. */
  readonly keyed?: boolean;
  /** Bits of a second code, of what the photo looks like; 0, none, by default. */
  readonly looksBits?: number;
}

export interface CodeRow {
  /** The owner's number of the photo, which answers name it by; dense, since a table by number is kept. */
  readonly photo: number;
  readonly key?: TieKey;
  /** // (⌈bits / 32⌉,) */
  readonly code: Uint32Array;
  /** Category after category. // (C · ⌈bitsPerCategory / 32⌉,) */
  readonly pieces?: Uint32Array;
  /** P_c as bytes, see `probabilityByte`. // (C,) */
  readonly probabilities?: Uint8Array;
  /** // (⌈looksBits / 32⌉,) */
  readonly looks?: Uint32Array;
}

/** Many photos at once, column by column: n of them. */
export interface CodeBlock {
  /** // (n,) */
  readonly photos: Uint32Array;
  /** Low and high word of each key. // (n, 2) */
  readonly keys?: Uint32Array;
  /** // (n, ⌈bits / 32⌉) */
  readonly codes: Uint32Array;
  /** By category. // C times (n, ⌈bitsPerCategory / 32⌉) */
  readonly pieces?: readonly Uint32Array[];
  /** By category. // C times (n,) */
  readonly probabilities?: readonly Uint8Array[];
  /** // (n, ⌈looksBits / 32⌉) */
  readonly looks?: Uint32Array;
}

/** In the place of a photo's number in the column `photos`: this row is removed, or beyond the last. */
export const REMOVED = 0xffffffff;
const NO_WORDS = new Uint32Array(0);
/** Fewer removed rows are not worth closing up. */
const FEW_REMOVED = 1024;

function expectLength(what: string, got: number, wanted: number): void {
  if (got !== wanted) throw new RangeError(`CodeColumns: got ${got} ${what}, wanted ${wanted}`);
}

function bytesPerCode(bits: number): number {
  const words = wordsForBits(bits);
  return words === 1 ? 4 : Math.ceil(words / 2) * 8;
}

function bytesPerPiece(bits: number): number {
  if (!Number.isInteger(bits) || bits < 1 || bits > 64)
    throw new RangeError(`CodeColumns: got pieces of ${bits} bits, wanted 1 to 64`);
  return bits <= 16 ? 2 : bits <= 32 ? 4 : 8;
}

/**
 * The codes of all photos as columns in one WebAssembly memory: 8 bytes a photo beyond its codes and probabilities. Adding appends;
 * removing marks a row, and closes the gaps when an eighth of the rows is marked, so that both cost O(1) a photo on average. Rows keep
 * their order, and mean nothing outside: answers name photos.
 */
export class CodeColumns {
  readonly arena = new WasmArena();
  readonly bits: number;
  readonly bitsPerCategory: number;
  readonly codes: Column;
  /** Low and high word of each photo's tie key; null without keys. */
  readonly keys: Column | null;
  readonly photos: Column;
  readonly #pieces: Column[] = [];
  readonly #probabilities: Column[] = [];
  /** Null without a second code. */
  readonly looks: Column | null;
  readonly #looksWords: number;
  #rows = 0;
  #removed = 0;
  #moves = 0;
  /** Row + 1 by photo, 0 for none. */
  #rowOf = new Uint32Array(BLOCK);

  /** @throws RangeError when the layout's numbers are no whole numbers in their ranges. */
  constructor({ bits, categories = 0, bitsPerCategory = 16, looksBits = 0, keyed = false }: ColumnLayout) {
    if (!Number.isInteger(categories) || categories < 0)
      throw new RangeError(`CodeColumns: got ${categories} categories, wanted a whole number from 0`);
    this.bits = bits;
    this.bitsPerCategory = bitsPerCategory;
    this.codes = new Column(this.arena, bytesPerCode(bits));
    this.keys = keyed ? new Column(this.arena, 8) : null;
    this.photos = new Column(this.arena, 4, 0xff);
    bytesPerPiece(bitsPerCategory);
    this.setCategories(categories);
    this.looks = looksBits === 0 ? null : new Column(this.arena, bytesPerCode(looksBits));
    this.#looksWords = looksBits === 0 ? 0 : wordsForBits(looksBits);
  }

  /** C */
  get categories(): number {
    return this.#probabilities.length;
  }

  /** By category. */
  get pieces(): readonly Column[] {
    return this.#pieces;
  }

  /** By category. */
  get probabilities(): readonly Column[] {
    return this.#probabilities;
  }

  /** Adds categories, of which every row has zeros, or drops the last ones. */
  setCategories(count: number): void {
    const rows = this.blockRows;
    while (this.categories > count) {
      this.#pieces.pop()?.release();
      this.#probabilities.pop()?.release();
    }
    while (this.categories < count) {
      const piece = new Column(this.arena, bytesPerPiece(this.bitsPerCategory));
      const probability = new Column(this.arena, 1);
      piece.reserve(rows, 0);
      probability.reserve(rows, 0);
      this.#pieces.push(piece);
      this.#probabilities.push(probability);
    }
  }

  /** Photos. */
  get count(): number {
    return this.#rows - this.#removed;
  }

  /** Rows, removed ones too. */
  get rows(): number {
    return this.#rows;
  }

  /** Rows rounded up to whole blocks; those beyond the last are marked as removed. */
  get blockRows(): number {
    return Math.ceil(this.#rows / BLOCK) * BLOCK;
  }

  /** How often rows got new numbers. */
  get moves(): number {
    return this.#moves;
  }

  has(photo: number): boolean {
    return (this.#rowOf[photo] ?? 0) !== 0;
  }

  /** Where the photo's values lie in each column, until rows move. @throws RangeError when there is no such photo. */
  rowOf(photo: number): number {
    return this.#rowOfPhoto('rowOf', photo);
  }

  /** Row + 1 by photo, 0 of photos that are not there; shared, and another array once it has grown. Photos beyond its end are not there. */
  get rowTable(): Uint32Array {
    return this.#rowOf;
  }

  /** Makes room, so that so many rows are added without copying. */
  reserve(rows: number): void {
    for (const column of this.#columns()) column.reserve(this.#rows + rows, this.#rows);
  }

  /** @throws RangeError when the photo is there already or its arrays do not fit the layout. */
  add({ photo, key, code, pieces, probabilities, looks }: CodeRow): void {
    const pieceWords = wordsForBits(this.bitsPerCategory);
    expectLength('words of pieces', pieces?.length ?? 0, this.categories * pieceWords);
    expectLength('probabilities', probabilities?.length ?? 0, this.categories);
    this.addAll({
      photos: Uint32Array.of(photo),
      ...(key && { keys: Uint32Array.of(key.low, key.high) }),
      codes: code,
      pieces: this.pieces.map((_, c) => pieces!.subarray(c * pieceWords, (c + 1) * pieceWords)),
      probabilities: this.probabilities.map((_, c) => probabilities!.subarray(c, c + 1)),
      ...(looks && { looks }),
    });
  }

  /** All of the block or nothing. @throws RangeError when a photo is there already or an array does not fit the layout. */
  addAll({ photos, keys = NO_WORDS, codes, pieces = [], probabilities = [], looks = NO_WORDS }: CodeBlock): void {
    const count = photos.length;
    expectLength('words of keys', keys.length, this.keys === null ? 0 : 2 * count);
    expectLength('words of codes', codes.length, count * wordsForBits(this.bits));
    expectLength('columns of pieces', pieces.length, this.categories);
    expectLength('columns of probabilities', probabilities.length, this.categories);
    for (const column of pieces)
      expectLength('words of pieces', column.length, count * wordsForBits(this.bitsPerCategory));
    for (const column of probabilities) expectLength('probabilities', column.length, count);
    expectLength('words of looks', looks.length, count * this.#looksWords);
    // Room first: a column that cannot grow must not leave half a row behind.
    this.reserve(count);
    this.#remember(photos);
    const row = this.#rows;
    this.codes.write(row, count, codes);
    this.keys?.write(row, count, keys);
    this.photos.write(row, count, photos);
    pieces.forEach((column, c) => this.pieces[c]!.write(row, count, column));
    probabilities.forEach((column, c) => this.probabilities[c]!.write(row, count, column));
    this.looks?.write(row, count, looks);
    this.#rows += count;
  }

  /**
   * Lays new values of one category over those of every row.
   * @param pieces // (rows, ⌈bitsPerCategory / 32⌉) @param probabilities // (rows,)
   * @throws RangeError when there is no such category or an array does not fit.
   */
  setCategory(category: number, pieces: Uint32Array, probabilities: Uint8Array): void {
    if (!(category < this.categories))
      throw new RangeError(`CodeColumns.setCategory: got category ${category} of ${this.categories}`);
    expectLength('words of pieces', pieces.length, this.#rows * wordsForBits(this.bitsPerCategory));
    expectLength('probabilities', probabilities.length, this.#rows);
    if (this.#rows === 0) return;
    this.#pieces[category]!.write(0, this.#rows, pieces);
    this.#probabilities[category]!.write(0, this.#rows, probabilities);
  }

  /** Lays new probabilities over a photo's, as a correction does. @throws RangeError when there is no such photo. */
  setProbabilities(photo: number, probabilities: Uint8Array): void {
    const row = this.#rowOfPhoto('setProbabilities', photo);
    expectLength('probabilities', probabilities.length, this.categories);
    this.probabilities.forEach((column, c) => column.write(row, 1, probabilities.subarray(c, c + 1)));
  }

  /**
   * Turns bits of a photo's code and of its first pieces, as a correction does; the same bits turned twice are what they were.
   * @param code // (⌈bits / 32⌉,) @param pieces of the first categories // (C' · ⌈bitsPerCategory / 32⌉,)
   * @throws RangeError when there is no such photo or an array does not fit.
   */
  turnBits(photo: number, code: Uint32Array, pieces: Uint32Array): void {
    const row = this.#rowOfPhoto('turnBits', photo);
    const words = wordsForBits(this.bitsPerCategory);
    expectLength('words of codes', code.length, wordsForBits(this.bits));
    if (pieces.length > this.categories * words || pieces.length % words !== 0)
      throw new RangeError(`CodeColumns: got ${pieces.length} words of pieces, wanted ${words} for each category`);
    this.codes.turn(row, code);
    for (let c = 0; c * words < pieces.length; c++)
      this.#pieces[c]!.turn(row, pieces.subarray(c * words, (c + 1) * words));
  }

  /** @throws RangeError when there is no such photo. */
  remove(photo: number): void {
    const row = this.#rowOfPhoto('remove', photo);
    this.#rowOf[photo] = 0;
    this.photos.write(row, 1, Uint32Array.of(REMOVED));
    this.#removed++;
    if (this.#removed > Math.max(FEW_REMOVED, this.#rows / 8)) this.#closeUp();
  }

  #rowOfPhoto(caller: string, photo: number): number {
    const row = this.#rowOf[photo] ?? 0;
    if (row === 0) throw new RangeError(`CodeColumns.${caller}: got photo ${photo}, which is not there`);
    return row - 1;
  }

  #columns(): Column[] {
    const optional = [this.keys, this.looks].filter((column) => column !== null);
    return [this.codes, this.photos, ...this.pieces, ...this.probabilities, ...optional];
  }

  /** Notes the rows that the photos are about to get. */
  #remember(photos: Uint32Array): void {
    const greatest = photos.reduce((most, photo) => Math.max(most, photo), 0);
    if (greatest === REMOVED) throw new RangeError(`CodeColumns.add: got photo ${REMOVED}, wanted a smaller number`);
    if (greatest >= this.#rowOf.length) {
      const larger = new Uint32Array(grownLength(this.#rowOf.length, greatest + 1));
      larger.set(this.#rowOf);
      this.#rowOf = larger;
    }
    for (let i = 0; i < photos.length; i++) {
      const photo = photos[i]!;
      if (this.#rowOf[photo] !== 0) {
        for (const noted of photos.subarray(0, i)) this.#rowOf[noted] = 0;
        throw new RangeError(`CodeColumns.add: photo ${photo} is there already`);
      }
      this.#rowOf[photo] = this.#rows + i + 1;
    }
  }

  #closeUp(): void {
    const photos = this.photos.words(this.#rows);
    const kept = Uint32Array.from({ length: this.#rows }, (_, row) => row).filter((row) => photos[row] !== REMOVED);
    for (const column of this.#columns()) column.keep(kept, this.#rows);
    photos.subarray(0, kept.length).forEach((photo, row) => {
      this.#rowOf[photo] = row + 1;
    });
    this.#rows = kept.length;
    this.#removed = 0;
    this.#moves++;
  }
}
