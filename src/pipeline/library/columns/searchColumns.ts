import { joinedWords } from '../../../base/joinedWords.ts';
import { CodeColumns, REMOVED } from '../../../codes/columns/codeColumns.ts';
import { type DensePieces, gatheredRows, type HeldPieces, heldPieces } from '../../../codes/columns/heldPieces.ts';
import { probabilityBytes } from '../../../codes/columns/probabilityByte.ts';
import { wordsForBits } from '../../../codes/packedCodes.ts';
import { CategoryScan } from '../../../codes/similar/categoryScan.ts';
import { SimilarScan } from '../../../codes/similar/similarScan.ts';
import type { PhotoRow } from '../../../gallery/records/photoRow.ts';
import { codeBits } from '../../../gallery/records/recoded.ts';
import type { SeenRow } from '../../../gallery/seenRow.ts';
import { LEAST_HELD, type SegmentCodes } from '../../../gallery/segments/segmentFormat.ts';
import { APPEARANCE_BITS, REGION_APPEARANCE_BITS } from '../../../network/appearance/appearanceBits.ts';
import { ofNetwork, type Vocabulary } from '../galleryRows.ts';
import { NO_NUMBER } from './factColumns.ts';
import type { TaughtColumns } from './taughtColumns.ts';

/** Semantic codes are searched at their longest. */
export const SEARCHED_BITS = 64;

/** A person's words on a photo, and what they change. */
export type SaidOfPhoto = Pick<PhotoRow, 'corrections'> & { readonly recoded?: PhotoRow['recoded'] | undefined };

/** What searches need of the photos that are of the version in use, by the photos' numbers. */
export class SearchColumns {
  #vocabulary: Vocabulary;
  readonly #taught: TaughtColumns;
  /**
   * Semantic codes, appearance codes, probabilities as bytes with a person's corrections laid over them as 0 and 255, and category-aware
   * pieces with what the regions that won look like, of the categories that a photo may hold.
   */
  readonly codes: CodeColumns;
  readonly scan: SimilarScan;
  readonly categoryScan: CategoryScan;
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
      regionBits: REGION_APPEARANCE_BITS,
      leastHeld: LEAST_HELD,
    });
    this.scan = new SimilarScan(this.codes);
    this.categoryScan = new CategoryScan(this.codes);
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
      codes.setCategory(codes.categories - this.#taught.count + t, this.#taughtOf(t, numbers));
  }

  /** Makes room, so that nothing is copied while so many photos are added. */
  reserve(photos: number): void {
    this.codes.reserve(photos);
  }

  has(number: number): boolean {
    return this.codes.has(number);
  }

  /** P_c with corrections, to the nearest byte. // (C,), 0..1 */
  probabilities(number: number): Float32Array {
    const row = this.codes.rowOf(number);
    return Float32Array.from(this.codes.probabilities, (column) => column.bytes(row + 1)[row]! / 255);
  }

  /** Appearance code, shared. // (4,) */
  looks(number: number): Uint32Array {
    const words = APPEARANCE_BITS / 32;
    const row = this.codes.rowOf(number);
    return this.scan.looks.words(row + 1).subarray(row * words);
  }

  /** @param row of the version in use @param corrected P_c with corrections // (C,) */
  put(number: number, row: SeenRow, corrected: Float32Array): void {
    this.remove(number);
    this.codes.add({
      photo: number,
      code: row.semanticCodes[SEARCHED_BITS],
      pieces: joinedWords(
        row.categoryCodes,
        ...this.#taught.keys.map((_, t) => this.#taught.piece(t, number, this.codes.bitsPerCategory)),
      ),
      regionLooks: joinedWords(
        row.regionAppearance,
        ...this.#taught.keys.map((_, t) => this.#taught.piece(t, number, REGION_APPEARANCE_BITS)),
      ),
      probabilities: Uint8Array.from([...probabilityBytes(corrected), ...this.#taught.probabilities(number)]),
      looks: row.appearance,
    });
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
    // Place among those that are kept, by place in the segment.
    const placeOf = new Uint32Array(numbers.length);
    let count = 0;
    for (let at = 0; at < numbers.length; at++) placeOf[at] = numbers[at] === NO_NUMBER ? NO_NUMBER : count++;
    const rows = count < numbers.length ? placeOf.map((_, at) => at).filter((at) => numbers[at] !== NO_NUMBER) : null;
    const words = (column: Uint32Array, perRow: number): Uint32Array =>
      rows ? gatheredRows(column, rows, perRow) : column;
    const photos = words(numbers, 1);
    this.codes.addAll({
      photos,
      codes: words(codes.semantic[SEARCHED_BITS], SEARCHED_BITS / 32),
      held: [
        ...codes.held.map((held) => (rows ? keptOf(held, placeOf) : held)),
        ...this.#taught.keys.map((_, t) => heldPieces(this.#taughtOf(t, photos), LEAST_HELD)),
      ],
      probabilities: [
        ...codes.probabilities.map((column) => (rows ? Uint8Array.from(rows, (row) => column[row]!) : column)),
        ...this.#taught.keys.map((_, t) => this.#taught.column(t, photos)),
      ],
      looks: words(codes.appearance, APPEARANCE_BITS / 32),
    });
  }

  /** Whether a photo that a person says holds something has no piece of it, since the network saw next to nothing of it. */
  lacksPieces(number: number, corrections: PhotoRow['corrections']): boolean {
    const row = this.codes.rowOf(number);
    return ofNetwork(this.#vocabulary.categories).some(
      ({ name }, c) => corrections[name] === 'present' && !this.codes.held[c]!.has(row),
    );
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

  /** What the taught category says of these photos. @param numbers `NO_NUMBER` where there is none */
  #taughtOf(t: number, numbers: Uint32Array): DensePieces {
    return {
      pieces: this.#taught.pieces(t, numbers, this.codes.bitsPerCategory),
      looks: this.#taught.pieces(t, numbers, REGION_APPEARANCE_BITS),
      probabilities: this.#taught.column(t, numbers),
    };
  }
}

/** Those of the photos that are kept. @param placeOf among them, `NO_NUMBER` of the others */
function keptOf({ places, pieces, looks }: HeldPieces, placeOf: Uint32Array): HeldPieces {
  const kept = Uint32Array.from(places.keys()).filter((n) => placeOf[places[n]!] !== NO_NUMBER);
  const perPhoto = (column: Uint32Array): number => (places.length === 0 ? 0 : column.length / places.length);
  return {
    places: kept.map((n) => placeOf[places[n]!]!),
    pieces: gatheredRows(pieces, kept, perPhoto(pieces)),
    looks: gatheredRows(looks, kept, perPhoto(looks)),
  };
}
