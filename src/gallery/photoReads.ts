import { type GalleryStore, withMark } from './galleryStore.ts';
import type { PhotoRow } from './schema.ts';

/** Every photo's row with a person's words on it, by id; photos whose codes are damaged are left out. */
export async function allPhotos({ shelf, connection }: GalleryStore): Promise<PhotoRow[]> {
  await shelf.refresh();
  const [marks, stored, removed] = await connection.run((database) => {
    const transaction = database.transaction(['marks', 'photos', 'removed']);
    return Promise.all([
      transaction.objectStore('marks').getAll(),
      transaction.objectStore('photos').getAll(),
      transaction.objectStore('removed').getAll(),
    ]);
  });
  const gone = new Map(removed.map(({ segment, places }) => [segment, new Set(places)]));
  const rows = new Map<string, PhotoRow>();
  for (const key of shelf.keys)
    for (const [at, row] of (await shelf.wholeRows(key)).entries()) if (!gone.get(key)?.has(at)) rows.set(row.id, row);
  for (const row of stored) rows.set(row.id, row);
  const words = new Map(marks.map((mark) => [mark.id, mark]));
  return [...rows.values()].map((row) => withMark(row, words.get(row.id))).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The photo's row with a person's words on it; segments that another tab wrote are read where it is not found. */
export async function onePhoto(store: GalleryStore, id: string): Promise<PhotoRow | undefined> {
  const { shelf } = store;
  for (const last of [false, true]) {
    const packed = await store.packed(id);
    const place = packed && shelf.place(id);
    const [row, mark, removed, segment] = await store.run((database) => {
      const transaction = database.transaction(['photos', 'marks', 'removed', 'segments']);
      return Promise.all([
        transaction.objectStore('photos').get(id),
        transaction.objectStore('marks').get(id),
        place && transaction.objectStore('removed').get(place.segment),
        place && transaction.objectStore('segments').getKey(place.segment),
      ]);
    });
    // Another tab may have moved or removed it.
    const left = place !== null && (segment === undefined || removed?.places.includes(place.at) === true);
    if (left) shelf.leave(id);
    const found = row ?? (left ? null : packed);
    if (found) return withMark(found, mark);
    if (last || !(await shelf.refresh())) return undefined;
  }
  return undefined;
}
