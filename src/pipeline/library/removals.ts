import type { Gallery } from '../../gallery/gallery.ts';
import type { PhotoRow, VectorRow } from '../../gallery/schema.ts';
import type { DistinctPair, TravellingPhoto } from '../../gallery/travellingPhoto.ts';
import type { Pictures } from './pictures.ts';

/** Photos that were removed and may come back: all that was known of them. */
export interface TakenOut {
  readonly photos: readonly TravellingPhoto[];
  readonly distinct: readonly DistinctPair[];
  /** Those of their files that the page still held, by id. */
  readonly files: ReadonlyMap<string, File>;
}

/** What can be taken back, for as long as the page lives; the oldest is forgotten first. */
export class Removals {
  readonly #kept = new Map<number, TakenOut>();
  #next = 1;

  keep(taken: TakenOut, most = 4): number {
    const removal = this.#next++;
    this.#kept.set(removal, taken);
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= most) break;
      this.#kept.delete(old);
    }
    return removal;
  }

  /** It can be taken back once. @throws Error, for a person, when it is forgotten. */
  take(removal: number): TakenOut {
    const taken = this.#kept.get(removal);
    if (taken === undefined) throw new Error('It is too late for that. Add their files again.');
    this.#kept.delete(removal);
    return taken;
  }
}

/** All that is needed to bring these photos back. */
export async function takenOut(gallery: Gallery, pictures: Pictures, ids: readonly string[]): Promise<TakenOut> {
  const gone = new Set(ids);
  const photos = await gallery.travelling(ids, true);
  const distinct = (await gallery.distinctPairs()).filter(({ first, second }) => gone.has(first) || gone.has(second));
  return { photos, distinct, files: pictures.held(ids) };
}

/** @param onRow hears of each photo's row @throws StorageFull */
export async function putBack(
  gallery: Gallery,
  pictures: Pictures,
  { photos, distinct, files }: TakenOut,
  onRow: (row: PhotoRow, vectors: VectorRow | null) => void,
): Promise<void> {
  for (const photo of photos) {
    const { id } = photo.photo;
    await gallery.merge(photo);
    const file = files.get(id);
    if (file !== undefined) pictures.hold(id, file);
    const row = await gallery.photo(id);
    if (row) onRow(row, photo.vectors ?? null);
  }
  await gallery.mergeDistinct(distinct);
}
