import { CodeColumns, REMOVED } from '../../../codes/columns/codeColumns.ts';
import { probabilityBytes } from '../../../codes/columns/probabilityByte.ts';
import { wordsForBits } from '../../../codes/packedCodes.ts';
import { SimilarScan } from '../../../codes/similar/similarScan.ts';
import type { PhotoRow } from '../../../gallery/records/photoRow.ts';
import { codeBits } from '../../../gallery/records/recoded.ts';
import type { SeenRow } from '../../../gallery/seenRow.ts';
import type { SegmentCodes } from '../../../gallery/segments/segmentFormat.ts';
import { APPEARANCE_BITS, REGION_APPEARANCE_BITS } from '../../../network/appearance/appearanceBits.ts';
import { ofNetwork, type Vocabulary } from '../galleryRows.ts';
import { NO_NUMBER } from './factColumns.ts';
import { Growable } from './growable.ts';
import { TAUGHT_LOOKS_WORDS, type TaughtColumns } from './taughtColumns.ts';

/** Semantic codes are searched at their longest. */
export const SEARCHED_BITS = 64;
const REGION_WORDS = REGION_APPEARANCE_BITS / 32;

/** A person's words on a photo, and what they change. */
export type SaidOfPhoto = Pick<PhotoRow, 'corrections'> & { readonly recoded?: PhotoRow['recoded'] | undefined };

/** What searches need of the photos that are of the version in use, by the photos' numbers. */
export class SearchColumns {
  #vocabulary: Vocabulary;
  readonly #taught: TaughtColumns;
  /**
   * Semantic codes, category-aware pieces, appearance codes, and probabilities as bytes with a person's corrections laid over them as 0 and
   * 255.
   */
  readonly codes: CodeColumns;
  readonly scan: SimilarScan;
  readonly #regionLooks: Growable<Uint32Array>;
  readonly #wordsPerPhoto: number;
  /** Of photos that a person said something of: what the network itself said. // (C,) each */
  readonly #own = new Map<number, Uint8Array>();
  /** What a person's words turn in a photo's codes, see `Recoded`. */
  readonly #turned = new Map<number, Uint32Array>();

  /** @param taught what is said of the vocabulary's last categories, by photo number */
  constructor(vocabulary: Vocabulary, taught: TaughtColumns) {
    const { categories, bitsPerCategory } = vocabulary;
    this.#vocabulary = vocabulary;
    this.#taught = taught;
    this.codes = new CodeColumns({
      bits: SEARCHED_BITS,
      categories: categories.length,
      bitsPerCategory,
      looksBits: APPEARANCE_BITS,
    });
    this.scan = new SimilarScan(this.codes);
    this.#wordsPerPhoto = (ofNetwork(categories).length * REGION_APPEARANCE_BITS) / 32;
    this.#regionLooks = new Growable((length) => new Uint32Array(length), this.#wordsPerPhoto);
  }

  get vocabulary(): Vocabulary {
    return this.#vocabulary;
  }

  /** Other taught categories, or other values of theirs: what is taught lies in `taught` already. */
  teach(vocabulary: Vocabulary): void {
    const { codes } = this;
    this.#vocabulary = vocabulary;
    codes.setCategories(vocabulary.categories.length);
    const numbers = codes.photos.words(codes.rows).map((number) => (number === REMOVED ? NO_NUMBER : number));
    for (let t = 0; t < this.#taught.count; t++)
      codes.setCategory(
        codes.categories - this.#taught.count + t,
        this.#taught.pieces(t, numbers, codes.bitsPerCategory),
        this.#taught.column(t, numbers),
      );
  }

  /** Makes room, so that nothing is copied while so many photos are added. @param end all their numbers are below it */
  reserve(photos: number, end: number): void {
    this.codes.reserve(photos);
    this.#regionLooks.reserve(end);
  }

  has(number: number): boolean {
    return this.codes.has(number);
  }

  /** P_c with corrections, to the nearest byte. // (C,), 0..1 */
  probabilities(number: number): Float32Array {
    const row = this.codes.rowOf(number);
    return Float32Array.from(this.codes.probabilities, (column) => column.bytes(row + 1)[row]! / 255);
  }

  /** What the region that won a category looks like, shared or not. // (2,) */
  lookOf(number: number, category: number): Uint32Array {
    const taught = category - (this.codes.categories - this.#taught.count);
    return taught >= 0
      ? this.#taught.piece(taught, number, TAUGHT_LOOKS_WORDS * 32)
      : this.regionLooks(number).subarray(category * REGION_WORDS, (category + 1) * REGION_WORDS);
  }

  /** Appearance code, shared. // (4,) */
  looks(number: number): Uint32Array {
    const words = APPEARANCE_BITS / 32;
    const row = this.codes.rowOf(number);
    return this.scan.looks.words(row + 1).subarray(row * words);
  }

  /** Appearance codes of the regions that won each category of the network, shared. // (C · 2,) */
  regionLooks(number: number): Uint32Array {
    return this.#regionLooks.values.subarray(number * this.#wordsPerPhoto, (number + 1) * this.#wordsPerPhoto);
  }

  /** @param row of the version in use @param corrected P_c with corrections // (C,) */
  put(number: number, row: SeenRow, corrected: Float32Array): void {
    this.remove(number);
    this.codes.add({
      photo: number,
      code: row.semanticCodes[SEARCHED_BITS],
      pieces: joined(
        row.categoryCodes,
        ...this.#taught.keys.map((_, t) => this.#taught.piece(t, number, this.codes.bitsPerCategory)),
      ),
      probabilities: Uint8Array.from([...probabilityBytes(corrected), ...this.#taught.probabilities(number)]),
      looks: row.appearance,
    });
    this.#regionLooks.reserve(number + 1);
    this.regionLooks(number).set(row.regionAppearance);
    if (Object.keys(row.corrections).length > 0) this.#own.set(number, probabilityBytes(row.probabilities));
    this.#recode(number, row.recoded);
  }

  /** P_c as the network said it, of a photo that was corrected; null of any other. // (C,) */
  uncorrected(number: number): Uint8Array | null {
    return this.#own.get(number) ?? null;
  }

  /**
   * The photos of a segment of the version in use, whole columns at a time.
   * @param numbers `NO_NUMBER` of those that are left out // (N,)
   */
  putSegment(numbers: Uint32Array, { shape, ...codes }: SegmentCodes): void {
    if (!shape.looks) return;
    const rows = numbers.includes(NO_NUMBER)
      ? Uint32Array.from(numbers.keys()).filter((at) => numbers[at] !== NO_NUMBER)
      : null;
    const words = (column: Uint32Array, perRow: number): Uint32Array =>
      rows ? gathered(column, rows, perRow) : column;
    const photos = words(numbers, 1);
    this.codes.addAll({
      photos,
      codes: words(codes.semantic[SEARCHED_BITS], SEARCHED_BITS / 32),
      pieces: [
        ...codes.pieces.map((column) => words(column, shape.pieceWords)),
        ...this.#taught.keys.map((_, t) => this.#taught.pieces(t, photos, this.codes.bitsPerCategory)),
      ],
      probabilities: [
        ...codes.probabilities.map((column) => (rows ? Uint8Array.from(rows, (row) => column[row]!) : column)),
        ...this.#taught.keys.map((_, t) => this.#taught.column(t, photos)),
      ],
      looks: words(codes.appearance, APPEARANCE_BITS / 32),
    });
    const regions = words(codes.regionAppearance, this.#wordsPerPhoto);
    this.#regionLooks.reserve(photos.reduce((most, number) => Math.max(most, number), 0) + 1);
    for (const [n, number] of photos.entries())
      this.regionLooks(number).set(regions.subarray(n * this.#wordsPerPhoto, (n + 1) * this.#wordsPerPhoto));
  }

  /** Lays a person's words over the probabilities, and what they change over the codes. */
  correct(number: number, { corrections, recoded }: SaidOfPhoto): void {
    const row = this.codes.rowOf(number);
    const bytes = Uint8Array.from(this.codes.probabilities, (column) => column.bytes(row + 1)[row]!);
    const network = ofNetwork(this.#vocabulary.categories);
    const own = this.#own.get(number) ?? bytes.slice(0, network.length);
    network.forEach(({ name }, c) => {
      const verdict = corrections[name];
      bytes[c] = verdict === undefined ? own[c]! : verdict === 'present' ? 255 : 0;
    });
    if (Object.keys(corrections).length > 0) this.#own.set(number, own);
    else this.#own.delete(number);
    this.codes.setProbabilities(number, bytes);
    this.#recode(number, recoded);
  }

  remove(number: number): void {
    this.#turned.delete(number);
    this.#own.delete(number);
    if (this.codes.has(number)) this.codes.remove(number);
  }

  /** In the place of what was turned before. */
  #recode(number: number, recoded: PhotoRow['recoded']): void {
    const before = this.#turned.get(number);
    if (before !== undefined) this.#turn(number, before);
    this.#turned.delete(number);
    if (recoded === undefined || recoded.version !== this.#vocabulary.version) return;
    this.#turn(number, recoded.flips);
    this.#turned.set(number, recoded.flips);
  }

  #turn(number: number, flips: Uint32Array): void {
    const words = ofNetwork(this.#vocabulary.categories).length * wordsForBits(this.codes.bitsPerCategory);
    const bits = codeBits(flips, words);
    this.codes.turnBits(number, bits.semantic, bits.pieces);
  }
}

function joined(...parts: readonly Uint32Array[]): Uint32Array {
  const words = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    words.set(part, at);
    at += part.length;
  }
  return words;
}

/** Rows of a column, one after the other. // (rows, perRow) */
function gathered(column: Uint32Array, rows: Uint32Array, perRow: number): Uint32Array {
  const some = new Uint32Array(rows.length * perRow);
  rows.forEach((row, n) => some.set(column.subarray(row * perRow, (row + 1) * perRow), n * perRow));
  return some;
}
