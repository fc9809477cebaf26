import { probabilityByte } from '../../codes/columns/probabilityByte.ts';
import type { Gallery, TaughtRow, VectorRow } from '../../gallery/gallery.ts';
import { bagsOf } from '../../network/taught/photoBags.ts';
import { signsOf } from '../../network/taught/regionProbabilities.ts';
import { taughtTold } from '../../network/taught/taughtCategory.ts';
import { taughtValues } from '../taught/taughtRows.ts';
import type { GalleryColumns } from './columns/galleryColumns.ts';

interface Laid {
  readonly number: number;
  readonly probabilities: Uint8Array;
  readonly looks: Uint32Array;
}

/**
 * What taught categories say of every photo, computed from the stored vectors while the gallery goes on; `enter` then lays all of it over the
 * columns at once. No photo is looked at again.
 */
export class TaughtLayover {
  readonly #gallery: Pick<Gallery, 'vectors' | 'vectorsOf'>;
  readonly #columns: GalleryColumns;
  readonly #rows: readonly TaughtRow[];
  /** A person's word on photos, by category: 0 or 1. */
  readonly #words: readonly ReadonlyMap<string, number>[];
  readonly #laid = new Map<number, Laid>();
  /** Photos that came in while others were laid over. */
  readonly #late = new Set<string>();

  /** @param rows the categories whose values are new */
  constructor(gallery: Pick<Gallery, 'vectors' | 'vectorsOf'>, columns: GalleryColumns, rows: readonly TaughtRow[]) {
    this.#gallery = gallery;
    this.#columns = columns;
    this.#rows = rows;
    this.#words = rows.map(
      ({ examples, counterExamples }) =>
        // As `wordOn`: where both was said, it is an example.
        new Map([...counterExamples.map(({ id }) => [id, 0] as const), ...examples.map(({ id }) => [id, 1] as const)]),
    );
  }

  /** A photo was put into the columns meanwhile. */
  came(id: string): void {
    this.#late.add(id);
  }

  async run(): Promise<void> {
    const versions = new Set(this.#rows.map(({ vectors }) => vectors));
    for (const version of versions) for await (const photos of this.#gallery.vectors(version)) this.#layAll(photos);
    // A person's word stands on photos without vectors, too.
    for (const { examples, counterExamples } of this.#rows)
      for (const { id } of [...examples, ...counterExamples]) {
        const number = this.#columns.numberOf(id);
        if (number !== null && !this.#laid.has(number)) this.#late.add(id);
      }
    while (this.#late.size > 0)
      for (const id of [...this.#late]) {
        this.#late.delete(id);
        this.#lay(id, (await this.#gallery.vectorsOf(id)) ?? null);
      }
  }

  /** @param all the categories from now on */
  enter(all: readonly TaughtRow[]): void {
    const { taught } = this.#columns;
    const anew = new Set(this.#rows.map(({ key }) => key));
    taught.setKeys(
      all.map(({ key }) => key),
      anew,
    );
    const places = this.#rows.map((row) => all.findIndex(({ key }) => key === row.key));
    for (const { number, probabilities, looks } of this.#laid.values())
      places.forEach((place, t) => {
        if (place >= 0) taught.set(place, number, probabilities[t]!, looks.subarray(t * 2, t * 2 + 2));
      });
  }

  /** The same as `#lay` of each, in one loop over all of their vectors. @param photos of the categories' version */
  #layAll(photos: readonly VectorRow[]): void {
    const here = photos.flatMap((photo) => {
      const number = this.#columns.numberOf(photo.id);
      return number === null ? [] : [{ photo, number }];
    });
    if (here.length === 0) return;
    const laid = here.map(({ number }) => ({
      number,
      probabilities: new Uint8Array(this.#rows.length),
      looks: new Uint32Array(this.#rows.length * 2),
    }));
    this.#rows.forEach((row, t) => {
      if (row.vectors !== photos[0]!.version) return;
      const dimensions = row.weights.length;
      const bags = bagsOf(
        here.map(({ photo }) => photo.vectors),
        dimensions,
      );
      const { probabilities, winners } = taughtTold({ ...row, weights: Float64Array.from(row.weights) }, bags);
      const words = this.#words[t]!;
      here.forEach(({ photo }, n) => {
        const winner = winners[n]! * dimensions;
        laid[n]!.probabilities[t] = probabilityByte(words.get(photo.id) ?? probabilities[n]!);
        laid[n]!.looks.set(signsOf(photo.vectors.subarray(winner, winner + dimensions)), t * 2);
      });
    });
    for (const one of laid) this.#laid.set(one.number, one);
  }

  #lay(id: string, vectors: VectorRow | null): void {
    const number = this.#columns.numberOf(id);
    if (number === null) return;
    const { probabilities, looks } = taughtValues(this.#rows, vectors, id);
    this.#laid.set(number, { number, probabilities: Uint8Array.from(probabilities, probabilityByte), looks });
  }
}
