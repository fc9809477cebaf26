import { betweenStages } from '../../base/betweenStages.ts';
import { DuplicateSets } from '../../codes/duplicates/duplicateSets.ts';
import type { FingerprintedPhoto } from '../../codes/duplicates/fingerprintedPhoto.ts';
import type { PhotoLook } from '../../codes/duplicates/photoLook.ts';
import { popcount } from '../../codes/hammingDistance.ts';
import type { FileRow } from '../../gallery/schema.ts';
import { NEVER } from '../api/errors.ts';
import type { DuplicateGroup } from '../api/pipeline.ts';
import type { ColumnsWatcher, GalleryColumns } from '../library/columns/galleryColumns.ts';
import { photoKey } from './photoKey.ts';
import type { Tones } from './tones.ts';

/** What a person said of photos, and where their files were seen. */
export interface DuplicateRecords {
  readonly files: readonly FileRow[];
  /** Pairs that are not duplicates of each other. */
  readonly distinct: readonly { readonly first: string; readonly second: string }[];
}

/** Of 64 bits: with fewer ones, or fewer zeros, a fingerprint says little but that the picture is plain or fades to one side. */
const FEWEST_TELLING = 8;
/** Photos that are put into sets without a pause. */
const PIECE = 4096;
/** Thumbnails that are decoded at a time. */
const AT_A_TIME = 16;

/**
 * The same pictures, kept up to date while photos come and go: sets are made when they are first asked for, and follow from then on.
 *
 * Fingerprints know no colours, and of a plain picture nothing at all: where they say little, or no appearance code backs them, the photos of
 * a set are looked at once, as their stored thumbnails.
 */
export class Duplicates implements ColumnsWatcher {
  readonly #columns: GalleryColumns;
  /** Null where there is no picture, which is not held against the photo. */
  readonly #tonesOf: (id: string) => Promise<Tones | null>;
  readonly #tones = new Map<number, Tones | null>();
  /** Sets of the photos whose numbers are below `end`; those beyond are still to be added. */
  #made: { readonly sets: DuplicateSets; end: number } | null = null;

  constructor(columns: GalleryColumns, tonesOf: (id: string) => Promise<Tones | null>) {
    this.#columns = columns;
    this.#tonesOf = tonesOf;
    columns.watch(this);
  }

  entered(number: number): void {
    if (this.#made !== null && number < this.#made.end) this.#made.sets.add(number);
  }

  leaving(number: number): void {
    if (this.#made !== null && number < this.#made.end) this.#made.sets.remove(number);
    this.#tones.delete(number);
  }

  learnt(): void {
    // Appearance codes are others.
    this.#made = null;
  }

  /**
   * Files of one content, and photos that are one picture; those that a person told apart are in no group together. What is merely similar is
   * a matter for search.
   */
  async groups(records: () => Promise<DuplicateRecords>): Promise<DuplicateGroup[]> {
    await this.#lookAgain();
    const { files, distinct } = await records();
    const columns = this.#columns;
    const paths = new Map<string, Set<string>>();
    for (const { id, path } of files) paths.set(id, (paths.get(id) ?? new Set()).add(path));
    const owners = new Map(files.map(({ path, id }) => [path, id]));
    const pathsOf = (number: number): string[] => {
      const id = columns.idOf(number);
      const own = columns.facts.path(number);
      // Its own path may hold another photo by now.
      const stillIts = (owners.get(own) ?? id) === id;
      return [...new Set([...(stillIts ? [own] : []), ...(paths.get(id) ?? [])])];
    };
    const exact = [...paths.keys()].flatMap((id): DuplicateGroup[] => {
      const number = columns.numberOf(id);
      const of = number === null ? [] : pathsOf(number);
      return of.length > 1 ? [{ kind: 'exact', ids: [id], paths: of }] : [];
    });
    const sets = await this.#complete();
    const pairs = distinct.map(({ first, second }) => [columns.numberOf(first), columns.numberOf(second)] as const);
    const near = sets.groups(pairs.filter((pair): pair is readonly [number, number] => !pair.includes(null)));
    return [
      ...exact.sort((a, b) => (a.ids[0]! < b.ids[0]! ? -1 : 1)),
      ...near.map(
        (group): DuplicateGroup => ({
          kind: 'near',
          ids: group.map((number) => columns.idOf(number)),
          paths: group.flatMap(pathsOf),
        }),
      ),
    ];
  }

  /** Measures what must be looked at again, until no set holds such a photo. */
  async #lookAgain(): Promise<void> {
    for (;;) {
      const sets = await this.#complete();
      const unseen = sets
        .groups()
        .flat()
        .filter((number) => this.#needsTones(number));
      if (unseen.length === 0) return;
      for (let at = 0; at < unseen.length; at += AT_A_TIME) await this.#look(unseen.slice(at, at + AT_A_TIME));
    }
  }

  async #look(numbers: readonly number[]): Promise<void> {
    const ids = numbers.map((number) => this.#columns.idOf(number));
    const tones = await Promise.all(ids.map((id) => this.#tonesOf(id)));
    numbers.forEach((number, i) => {
      // It may have gone meanwhile.
      if (!this.#columns.has(number)) return;
      this.leaving(number);
      this.#tones.set(number, tones[i]!);
      this.entered(number);
    });
  }

  #needsTones(number: number): boolean {
    if (this.#tones.has(number)) return false;
    const [low, high] = this.#columns.fingerprint(number);
    const ones = popcount(low!) + popcount(high!);
    return Math.min(ones, 64 - ones) < FEWEST_TELLING || this.#columns.search?.has(number) !== true;
  }

  /** The sets of all photos, made piece by piece: of a million it takes long, and searches are answered meanwhile. */
  async #complete(): Promise<DuplicateSets> {
    for (;;) {
      this.#made ??= { sets: new DuplicateSets((number) => this.#described(number)), end: 0 };
      const made = this.#made;
      const last = Math.min(this.#columns.facts.end, made.end + PIECE);
      for (; made.end < last; made.end++) if (this.#columns.has(made.end)) made.sets.add(made.end);
      if (made.end === this.#columns.facts.end) return made.sets;
      await betweenStages(NEVER);
    }
  }

  #described(photo: number): FingerprintedPhoto {
    const { facts } = this.#columns;
    const tones = this.#tones.get(photo);
    const look: PhotoLook = {
      aspect: facts.width[photo]! / facts.height[photo]!,
      means: tones?.means ?? null,
      contrast: tones?.contrast ?? null,
      ...this.#appearance(photo),
    };
    return { photo, key: photoKey(facts, photo), fingerprint: this.#columns.fingerprint(photo), look };
  }

  #appearance(photo: number): Pick<PhotoLook, 'appearance'> {
    const { search } = this.#columns;
    if (!search?.has(photo)) return {};
    return { appearance: { code: search.looks(photo).slice(), version: search.vocabulary.version } };
  }
}
