import type { PhotoAnalysis } from '../network/heads/photoAnalysis.ts';
import { type GalleryStore, withMark } from './galleryStore.ts';
import { analysisRowOf } from './records/packedProbabilities.ts';
import type { AnalysisRow, PhotoRow } from './schema.ts';
import type { WinningBoxes } from './segmentShelf.ts';
import { restoredAnalysis } from './storedAnalysis.ts';

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

/** Boxes and what was found in them; null where the photo is not in the gallery. */
export async function boxesOf({ connection, shelf }: GalleryStore, id: string): Promise<AnalysisRow | null> {
  await shelf.ready();
  const stored = await connection.run((database) => database.get('analyses', id));
  const place = shelf.place(id);
  return stored ? analysisRowOf(stored) : place && (await shelf.analysis(id, place));
}

/** @throws Error when the photo is not in the gallery. */
export async function analysisOf(
  store: GalleryStore,
  id: string,
): Promise<{ photo: PhotoRow; analysis: PhotoAnalysis }> {
  const photo = await onePhoto(store, id);
  const stored = await boxesOf(store, id);
  if (!photo || !stored) throw new Error(`Gallery.analysis: photo ${id} is not in the gallery`);
  return { photo, analysis: restoredAnalysis(photo, stored) };
}

/** As `Gallery.winners`. */
export async function winnersOf(store: GalleryStore, ids: readonly string[]): Promise<(WinningBoxes | null)[]> {
  const { shelf } = store;
  await shelf.ready();
  const stored = await store.many('analyses', ids);
  return Promise.all(
    ids.map((id, i) => {
      const place = shelf.place(id);
      return stored[i] ?? (place === null ? null : shelf.winners(place).catch(() => null));
    }),
  );
}

/** @throws Error when the photo is not in the gallery. */
export async function thumbnailOf(store: GalleryStore, id: string): Promise<Blob> {
  const [thumbnail] = await thumbnailsOf(store, [id]);
  if (!thumbnail) throw new Error(`Gallery.thumbnail: photo ${id} is not in the gallery`);
  return thumbnail;
}

/** As `Gallery.thumbnails`. */
export async function thumbnailsOf(store: GalleryStore, ids: readonly string[]): Promise<(Blob | null)[]> {
  const { shelf } = store;
  await shelf.ready();
  const packed = await Promise.all(
    ids.map((id) => {
      const place = shelf.place(id);
      return place && shelf.thumbnail(place).catch(() => null);
    }),
  );
  const alone = ids.filter((_, i) => packed[i] === null);
  const rows = alone.length === 0 ? [] : await store.many('thumbnails', alone);
  const byId = new Map(alone.map((id, i) => [id, rows[i]]));
  return ids.map((id, i) => {
    const row = byId.get(id);
    return packed[i] ?? (row ? new Blob([row.bytes], { type: row.type }) : null);
  });
}

/** How many larger pictures there are, and their bytes; the pictures themselves are not read. */
export function previewSizes(store: GalleryStore): Promise<{ readonly count: number; readonly bytes: number }> {
  return store.run(async (database) => {
    let [count, bytes] = [0, 0];
    const index = database.transaction('previews').store.index('bySize');
    for (let cursor = await index.openKeyCursor(); cursor; cursor = await cursor.continue())
      [count, bytes] = [count + 1, bytes + cursor.key];
    return { count, bytes };
  });
}

/** Which photos there are, at this moment. */
export async function knownIds({ connection, shelf }: GalleryStore): Promise<(id: string) => boolean> {
  await shelf.refresh();
  const fresh = new Set(await connection.run((database) => database.getAllKeys('photos')));
  return (id) => fresh.has(id) || shelf.place(id) !== null;
}
