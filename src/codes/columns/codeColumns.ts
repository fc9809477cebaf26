import { grownLength } from '../../base/grownLength.ts';
import { wordsForBits } from '../packedCodes.ts';
import { BLOCK, Column, wholeBlocks } from './column.ts';
import { bytesPerCode, bytesPerPiece, type CodeBlock, type CodeRow, type ColumnLayout } from './columnLayout.ts';
import { type DensePieces, heldPieces } from './heldPieces.ts';
import { PieceColumn } from './pieceColumn.ts';
import { REMOVED } from './removed.ts';
import { WasmArena } from './wasmArena.ts';

export { REMOVED };

const NO_WORDS = new Uint32Array(0);
const NO_BYTES = new Uint8Array(0);
/** Fewer removed rows are not worth closing up. */
const FEW_REMOVED = 1024;

function expectLength(what: string, got: number, wanted: number): void {
  if (got !== wanted) throw new RangeError(`CodeColumns: got ${got} ${what}, wanted ${wanted}`);
}

/**
 * The codes of all photos as columns in one WebAssembly memory: 8 bytes a photo beyond its codes and probabilities. A photo holds few of
 * many categories, so pieces are kept of those alone that it may hold, with their rows. Adding appends;
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
  readonly leastHeld: number;
  readonly #held: PieceColumn[] = [];
  readonly #probabilities: Column[] = [];
  /** Null without a second code. */
  readonly looks: Column | null;
  readonly #looksWords: number;
  readonly #regionBits: number;
  #rows = 0;
  #removed = 0;
  #moves = 0;
  /** Row + 1 by photo, 0 for none. */
  #rowOf = new Uint32Array(BLOCK);

  /** @throws RangeError when the layout's numbers are no whole numbers in their ranges. */
  constructor({
    bits,
    categories = 0,
    bitsPerCategory = 16,
    looksBits = 0,
    regionBits = 0,
    leastHeld = 0,
    keyed = false,
  }: ColumnLayout) {
    if (!Number.isInteger(categories) || categories < 0)
      throw new RangeError(`CodeColumns: got ${categories} categories, wanted a whole number from 0`);
    this.bits = bits;
    this.bitsPerCategory = bitsPerCategory;
    this.codes = new Column(this.arena, bytesPerCode(bits));
    this.keys = keyed ? new Column(this.arena, 8) : null;
    this.photos = new Column(this.arena, 4, 0xff);
    bytesPerPiece(bitsPerCategory);
    this.#regionBits = regionBits;
    this.leastHeld = leastHeld;
    this.setCategories(categories);
    this.looks = looksBits === 0 ? null : new Column(this.arena, bytesPerCode(looksBits));
    this.#looksWords = looksBits === 0 ? 0 : wordsForBits(looksBits);
  }

  /** C */
  get categories(): number {
    return this.#probabilities.length;
  }

  /** By category. */
  get held(): readonly PieceColumn[] {
    return this.#held;
  }

  /** By category. */
  get probabilities(): readonly Column[] {
    return this.#probabilities;
  }

  /** Adds categories, which no row holds, or drops the last ones. */
  setCategories(count: number): void {
    const rows = this.blockRows;
    while (this.categories > count) {
      this.#held.pop()?.release();
      this.#probabilities.pop()?.release();
    }
    while (this.categories < count) {
      const probability = new Column(this.arena, 1);
      probability.reserve(rows, 0);
      this.#held.push(this.#noPieces());
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
    return wholeBlocks(this.#rows);
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
  add({ photo, key, code, pieces = NO_WORDS, regionLooks = NO_WORDS, probabilities = NO_BYTES, looks }: CodeRow): void {
    const pieceWords = wordsForBits(this.bitsPerCategory);
    const regionWords = this.#regionWords;
    expectLength('words of pieces', pieces.length, this.categories * pieceWords);
    expectLength('words of regions’ looks', regionLooks.length, this.categories * regionWords);
    expectLength('probabilities', probabilities.length, this.categories);
    const columns = this.probabilities.map((_, c) => probabilities.subarray(c, c + 1));
    this.addAll({
      photos: Uint32Array.of(photo),
      ...(key && { keys: Uint32Array.of(key.low, key.high) }),
      codes: code,
      held: columns.map((own, c) =>
        heldPieces(
          {
            pieces: pieces.subarray(c * pieceWords, (c + 1) * pieceWords),
            looks: regionLooks.subarray(c * regionWords, (c + 1) * regionWords),
            probabilities: own,
          },
          this.leastHeld,
        ),
      ),
      probabilities: columns,
      ...(looks && { looks }),
    });
  }

  /** All of the block or nothing. @throws RangeError when a photo is there already or an array does not fit the layout. */
  addAll({ photos, keys = NO_WORDS, codes, held = [], probabilities = [], looks = NO_WORDS }: CodeBlock): void {
    const count = photos.length;
    expectLength('words of keys', keys.length, this.keys === null ? 0 : 2 * count);
    expectLength('words of codes', codes.length, count * wordsForBits(this.bits));
    expectLength('columns of pieces', held.length, this.categories);
    expectLength('columns of probabilities', probabilities.length, this.categories);
    for (const { places, pieces, looks: regions } of held) {
      expectLength('words of pieces', pieces.length, places.length * wordsForBits(this.bitsPerCategory));
      expectLength('words of regions’ looks', regions.length, places.length * this.#regionWords);
      const last = places.at(-1) ?? -1;
      if (last >= count) throw new RangeError(`CodeColumns: got a piece of photo ${last} of ${count}`);
    }
    for (const column of probabilities) expectLength('probabilities', column.length, count);
    expectLength('words of looks', looks.length, count * this.#looksWords);
    // Room first: a column that cannot grow must not leave half a row behind.
    this.reserve(count);
    this.#remember(photos);
    const row = this.#rows;
    this.codes.write(row, count, codes);
    this.keys?.write(row, count, keys);
    this.photos.write(row, count, photos);
    held.forEach((pieces, c) => this.#held[c]!.append(row, pieces));
    probabilities.forEach((column, c) => this.probabilities[c]!.write(row, count, column));
    this.looks?.write(row, count, looks);
    this.#rows += count;
  }

  /**
   * Lays new values of one category over those of every row.
   * @param values // (rows, …)
   * @throws RangeError when there is no such category or an array does not fit.
   */
  setCategory(category: number, values: DensePieces): void {
    if (!(category < this.categories))
      throw new RangeError(`CodeColumns.setCategory: got category ${category} of ${this.categories}`);
    expectLength('words of pieces', values.pieces.length, this.#rows * wordsForBits(this.bitsPerCategory));
    expectLength('words of regions’ looks', values.looks.length, this.#rows * this.#regionWords);
    expectLength('probabilities', values.probabilities.length, this.#rows);
    if (this.#rows === 0) return;
    this.#held[category]!.release();
    this.#held[category]!.append(0, heldPieces(values, this.leastHeld));
    this.#probabilities[category]!.write(0, this.#rows, values.probabilities);
  }

  /** Lays new probabilities over a photo's, as a correction does. @throws RangeError when there is no such photo. */
  setProbabilities(photo: number, probabilities: Uint8Array): void {
    const row = this.#rowOfPhoto('setProbabilities', photo);
    expectLength('probabilities', probabilities.length, this.categories);
    this.probabilities.forEach((column, c) => column.write(row, 1, probabilities.subarray(c, c + 1)));
  }

  /**
   * Turns bits of a photo's code and of its first pieces, as a correction does; the same bits turned twice are what they were. Pieces
   * that are not kept stay so.
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
      this.#held[c]!.turn(row, pieces.subarray(c * words, (c + 1) * words));
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
    return [this.codes, this.photos, ...this.probabilities, ...optional];
  }

  get #regionWords(): number {
    return this.#regionBits === 0 ? 0 : wordsForBits(this.#regionBits);
  }

  #noPieces(): PieceColumn {
    const looks = this.#regionBits === 0 ? 0 : bytesPerCode(this.#regionBits);
    return new PieceColumn(this.arena, { pieces: bytesPerPiece(this.bitsPerCategory), looks });
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
    const rowTo = new Uint32Array(this.#rows).fill(REMOVED);
    for (let row = 0; row < kept.length; row++) rowTo[kept[row]!] = row;
    for (const column of this.#columns()) column.keep(kept, this.#rows);
    for (const column of this.#held) column.move(rowTo);
    photos.subarray(0, kept.length).forEach((photo, row) => {
      this.#rowOf[photo] = row + 1;
    });
    this.#rows = kept.length;
    this.#removed = 0;
    this.#moves++;
  }
}
