import { ID_BYTES } from '../../../gallery/records/photoId.ts';
import type { MarkRow, PhotoRow } from '../../../gallery/schema.ts';
import { hasLooks, type SeenRow } from '../../../gallery/seenRow.ts';
import type { ReadCodes, ReadSegment } from '../../../gallery/segmentShelf.ts';
import { recodedAt } from '../../../gallery/segments/rowOfSegment.ts';
import type { TaughtValues } from '../../taught/taughtRows.ts';
import { correctedProbabilities, ofNetwork, type Vocabulary } from '../galleryRows.ts';
import { FactColumns, NO_NUMBER, PHOTO_FLAGS } from './factColumns.ts';
import { Growable } from './growable.ts';
import { factsOf } from './photoFacts.ts';
import { type SaidOfPhoto, SearchColumns } from './searchColumns.ts';
import { TaughtColumns } from './taughtColumns.ts';

/** Words of a fingerprint. */
const FINGERPRINT_WORDS = 2;

const NOTHING_SAID: SaidOfPhoto = { corrections: {} };

/** The row with these words in the place of its own. */
export function withSaid(row: SeenRow, said: SaidOfPhoto): SeenRow;
export function withSaid(row: PhotoRow, said: SaidOfPhoto): PhotoRow;
export function withSaid({ recoded: _, ...row }: PhotoRow, { corrections, recoded }: SaidOfPhoto): PhotoRow {
  return { ...row, corrections, ...(recoded && { recoded }) };
}

/** Whoever keeps something of every photo, a sorted list say, and follows the columns at a cost of O(1) a photo. */
export interface ColumnsWatcher {
  /** The photo is there, with all its values. */
  entered(number: number): void;
  /** The photo is about to go, or to get other values and to enter again; its values are still there. */
  leaving(number: number): void;
  /** Probabilities and codes of all photos are others. */
  learnt(): void;
}

/** All photos of the gallery in memory, by number: what lists, filters and searches need of them. */
export class GalleryColumns {
  readonly facts = new FactColumns();
  /** What a person taught, laid over the photos. */
  readonly taught = new TaughtColumns();
  readonly #fingerprints = new Growable((length) => new Uint32Array(length), FINGERPRINT_WORDS);
  readonly #said = new Map<number, SaidOfPhoto>();
  #search: SearchColumns | null = null;
  readonly #watchers = new Set<ColumnsWatcher>();
  #outdated = 0;
  #revision = 0;

  /** Differs whenever a photo was added, changed or removed, or the vocabulary is another. */
  get revision(): number {
    return this.#revision;
  }

  get count(): number {
    return this.facts.count;
  }

  /** Photos whose codes are of another version than the one in use; 0 as long as that is not known. */
  get outdated(): number {
    return this.#outdated;
  }

  /** Of the version in use; null until that is known. */
  get search(): SearchColumns | null {
    return this.#search;
  }

  /** @returns null where the photo is not in the gallery @throws RangeError when it is no id. */
  numberOf(id: string): number | null {
    return this.facts.ids.numberOf(id);
  }

  has(number: number): boolean {
    return this.facts.has(number);
  }

  idOf(number: number): string {
    return this.facts.ids.idOf(number);
  }

  /** Perceptual hash, shared. // (2,) */
  fingerprint(number: number): Uint32Array {
    return this.#fingerprints.values.subarray(number * FINGERPRINT_WORDS, (number + 1) * FINGERPRINT_WORDS);
  }

  /** A person's words on a photo, by the category's name. */
  corrections(number: number): PhotoRow['corrections'] {
    return this.said(number).corrections;
  }

  /** The same with what they change in its codes. */
  said(number: number): SaidOfPhoto {
    return this.#said.get(number) ?? NOTHING_SAID;
  }

  /** Photos that a person said something of. */
  get corrected(): Iterable<number> {
    return this.#said.keys();
  }

  /** It is told what happens from now on. */
  watch(watcher: ColumnsWatcher): void {
    this.#watchers.add(watcher);
  }

  /** Makes room, so that nothing is copied while so many more photos are added. */
  reserve(photos: number): void {
    this.facts.reserve(photos);
    this.#fingerprints.reserve(this.facts.end + photos);
    this.#search?.reserve(photos);
  }

  /**
   * Adds a photo or lays what is new over it.
   * @param taught what taught categories say of it; where it is left out, what they said stays
   * @returns its number
   */
  put(row: PhotoRow, taught?: TaughtValues): number {
    const before = this.numberOf(row.id);
    if (before !== null) for (const watcher of this.#watchers) watcher.leaving(before);
    const number = this.facts.put(factsOf(row));
    if (taught) this.taught.setAll(number, taught);
    this.#fingerprints.reserve(this.facts.end);
    this.fingerprint(number).set(row.fingerprint);
    this.#setSaid(number, row);
    this.#putCodes(number, row);
    for (const watcher of this.#watchers) watcher.entered(number);
    this.#revision++;
    return number;
  }

  remove(number: number): void {
    if (!this.has(number)) return;
    for (const watcher of this.#watchers) watcher.leaving(number);
    this.#countOutdated(number, false);
    this.facts.remove(number);
    this.#said.delete(number);
    this.#search?.remove(number);
    this.#revision++;
  }

  clear(): void {
    for (let number = 0; number < this.facts.end; number++) this.remove(number);
    this.#revision++;
  }

  /** Adds the photos of a segment, or lays its facts over theirs; their codes come with `putCodes`. */
  putSegment({ facts, gone }: Omit<ReadSegment, 'key'>): void {
    const numbers = this.facts.putSegment(facts, gone, (number) => this.#leave(number));
    this.#fingerprints.reserve(this.facts.end);
    const { version } = this.#search?.vocabulary ?? facts.text;
    const outdated = version !== facts.text.version;
    numbers.forEach((number, at) => {
      if (number === NO_NUMBER) return;
      this.#fingerprints.values[2 * number] = facts.fingerprint[2 * at]!;
      this.#fingerprints.values[2 * number + 1] = facts.fingerprint[2 * at + 1]!;
      this.#said.delete(number);
      if (outdated) this.#countOutdated(number, true);
    });
    for (const [at, corrections] of facts.text.corrections)
      if (numbers[at] !== NO_NUMBER) this.#setSaid(numbers[at]!, { corrections, ...recodedAt(facts, at) });
    for (const watcher of this.#watchers)
      for (const number of numbers) if (number !== NO_NUMBER) watcher.entered(number);
    this.#revision++;
  }

  /** A person's words, which stand above what rows and segments say. */
  mark({ id, favourite, ...said }: MarkRow): void {
    const number = this.numberOf(id);
    if (number === null) return;
    for (const watcher of this.#watchers) watcher.leaving(number);
    this.facts.setFlag(number, PHOTO_FLAGS.favourite, favourite === true);
    this.#setSaid(number, said);
    if (this.#search?.has(number)) this.#search.correct(number, said);
    for (const watcher of this.#watchers) watcher.entered(number);
    this.#revision++;
  }

  /** From now on this vocabulary's codes are searched. @param rows of all photos that are of its version */
  learn(vocabulary: Vocabulary, rows: Iterable<PhotoRow>): void {
    this.beginLearning(vocabulary);
    for (const row of rows) this.putCodesOf(row);
    this.learnt();
  }

  /** Other taught categories, or what they say is other; `taught` has it already. The network is the same. */
  teach(vocabulary: Vocabulary): void {
    this.#search?.teach(vocabulary);
    for (const watcher of this.#watchers) watcher.learnt();
    this.#revision++;
  }

  /** The same in steps: codes come with `putCodes` and `putCodesOf`, and `learnt` says that they are all there. */
  beginLearning(vocabulary: Vocabulary): void {
    this.#search = new SearchColumns(vocabulary, this.taught);
    this.#search.reserve(this.count);
    for (let number = 0; number < this.facts.end; number++)
      if (this.has(number)) this.#countOutdated(number, this.#isOutdated(number));
    this.#revision++;
  }

  /** Codes of a segment of the version in use; photos that have theirs already, or are gone, are left out. */
  putCodes(codes: ReadCodes): void {
    if (this.#search !== null) this.fill(this.#search, codes);
  }

  /** The same for columns of any version: the photos of a segment of that version, with a person's words on them. */
  fill(search: SearchColumns, { ids, codes, gone }: ReadCodes): void {
    const { version } = search.vocabulary;
    const numbers = Uint32Array.from({ length: codes.shape.photos }, (_, at) => {
      if (gone.has(at)) return NO_NUMBER;
      const number = this.facts.ids.numberOfBytes(ids, at * ID_BYTES);
      return number === null || search.has(number) || !this.#isOf(version, number) ? NO_NUMBER : number;
    });
    search.putSegment(numbers, codes);
    if (this.#said.size === 0) return;
    for (const number of numbers) {
      const said = number === NO_NUMBER ? undefined : this.#said.get(number);
      if (said && search.has(number)) search.correct(number, said);
    }
  }

  /** Codes of a row that `put` brought before the vocabulary was known. */
  putCodesOf(row: PhotoRow): void {
    const number = this.numberOf(row.id);
    if (number !== null && this.#search?.has(number) === false)
      this.#putCodes(number, withSaid(row, this.said(number)));
  }

  /** Photos of the version in use that hold something by a person's word, and of which the columns have no piece of it. */
  lackingPieces(): string[] {
    const search = this.#search;
    if (search === null) return [];
    return [...this.#said]
      .filter(([number, { corrections }]) => search.has(number) && search.lacksPieces(number, corrections))
      .map(([number]) => this.idOf(number));
  }

  /** What the photo's row says in the place of what came with its segment. */
  putPiecesOf(row: PhotoRow): void {
    const number = this.numberOf(row.id);
    if (number !== null && this.#search?.has(number) === true) this.#putCodes(number, withSaid(row, this.said(number)));
  }

  /** The codes of all photos are there. A photo that has none now has damaged ones, and is no more to be found than an outdated one. */
  learnt(): void {
    for (let number = 0; number < this.facts.end; number++)
      if (this.has(number) && this.#search?.has(number) === false) this.#countOutdated(number, true);
    for (const watcher of this.#watchers) watcher.learnt();
    this.#revision++;
  }

  /** It is about to get other values and to enter again. */
  #leave(number: number): void {
    for (const watcher of this.#watchers) watcher.leaving(number);
    this.#countOutdated(number, false);
    this.#search?.remove(number);
  }

  #setSaid(number: number, { corrections, recoded }: SaidOfPhoto): void {
    if (Object.keys(corrections).length > 0) this.#said.set(number, { corrections, ...(recoded && { recoded }) });
    else this.#said.delete(number);
  }

  #putCodes(number: number, row: PhotoRow): void {
    if (this.#search === null) return;
    this.#countOutdated(number, this.#isOutdated(number));
    const { version, categories } = this.#search.vocabulary;
    if (row.version === version && hasLooks(row))
      this.#search.put(number, row, correctedProbabilities(row, ofNetwork(categories)));
    else this.#search.remove(number);
  }

  #isOutdated(number: number): boolean {
    const version = this.#search?.vocabulary.version;
    return version !== undefined && !this.#isOf(version, number);
  }

  #isOf(version: string, number: number): boolean {
    return this.facts.versions.text(this.facts.version[number]!) === version;
  }

  #countOutdated(number: number, outdated: boolean): void {
    const before = (this.facts.flags[number]! & PHOTO_FLAGS.outdated) !== 0;
    this.#outdated += Number(outdated) - Number(before);
    this.facts.setFlag(number, PHOTO_FLAGS.outdated, outdated);
  }
}
