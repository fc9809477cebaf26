import { type GalleryStore, leavePlaces, placeIn, type Writing, withMark } from './galleryStore.ts';
import { releasedKeys } from './quarantineKey.ts';
import { storedAnalysisRow } from './records/packedProbabilities.ts';
import type { Recoded } from './records/photoRow.ts';
import { sameCorrections } from './records/recoded.ts';
import type { FileRow, MarkRow, PhotoRow } from './schema.ts';
import { allOrNothing } from './storageFull.ts';
import type { IndexedPhoto } from './travellingPhoto.ts';

/**
 * Photo, result, picture and path together, and the file is released from quarantine; a person's corrections and the time
 * at which an earlier version was added are kept.
 * @returns the row as it now stands.
 * @throws StorageFull when the browser has no room for it; nothing of the photo is stored then.
 */
export async function putPhoto(
  store: GalleryStore,
  { photo, analysis, thumbnail, preview, vectors, file }: IndexedPhoto,
): Promise<PhotoRow> {
  const { id } = photo;
  const left = { place: false };
  const row = await store.write(
    () => store.packed(id),
    async (transaction, packed) => {
      const place = await placeIn(transaction, store.shelf, id);
      const [stored, mark] = await Promise.all([
        transaction.objectStore('photos').get(id),
        transaction.objectStore('marks').get(id),
      ]);
      const earlier = stored ?? (place ? packed : null) ?? null;
      const put: PhotoRow = earlier
        ? {
            ...photo,
            addedAt: earlier.addedAt,
            corrections: earlier.corrections,
            ...(earlier.recoded && { recoded: earlier.recoded }),
            ...(earlier.favourite && { favourite: earlier.favourite }),
          }
        : photo;
      const leave = await leavePlaces(transaction, place ? [place] : []);
      const files = transaction.objectStore('files');
      // Of a photo that came with a segment, the path in its row still leads to it, unless it leads to another one.
      const kept = earlier && earlier.path !== put.path && (await files.getKey(earlier.path)) === undefined;
      await allOrNothing(transaction, `the photo ${file.path}`, () => [
        transaction.objectStore('photos').put(put),
        transaction.objectStore('analyses').put(storedAnalysisRow(analysis)),
        transaction.objectStore('thumbnails').put(thumbnail),
        ...(vectors ? [transaction.objectStore('vectors').put(vectors)] : []),
        ...(preview ? [transaction.objectStore('previews').put(preview)] : []),
        ...(kept
          ? [files.put({ path: earlier.path, size: earlier.size, lastModified: earlier.lastModified, id })]
          : []),
        files.put(file),
        ...releasedKeys(file.path, file.id).map((key) => transaction.objectStore('quarantine').delete(key)),
        ...leave(),
      ]);
      left.place = place !== null;
      return withMark(put, mark);
    },
  );
  if (left.place) store.shelf.leave(id);
  return row;
}

/** One more path of a photo that is indexed already; it is released from quarantine. */
export function putPath(store: GalleryStore, file: FileRow): Promise<void> {
  return store.run(async (database) => {
    const transaction = database.transaction(['files', 'quarantine'], 'readwrite');
    await allOrNothing(transaction, `the path ${file.path}`, () => [
      transaction.objectStore('files').put(file),
      ...releasedKeys(file.path, file.id).map((key) => transaction.objectStore('quarantine').delete(key)),
    ]);
  });
}

/** The photo and a person's words on it, as they stand in this transaction. @throws Error when it is not in the gallery. */
async function standing(
  transaction: Writing,
  store: GalleryStore,
  id: string,
  packed: PhotoRow | null,
): Promise<PhotoRow | undefined> {
  const [stored, mark, place] = await Promise.all([
    transaction.objectStore('photos').get(id),
    transaction.objectStore('marks').get(id),
    placeIn(transaction, store.shelf, id),
  ]);
  const row = stored ?? (place ? packed : null);
  return row ? withMark(row, mark) : undefined;
}

function markOf({ id, corrections, recoded, favourite }: PhotoRow): MarkRow {
  return { id, corrections, ...(recoded && { recoded }), ...(favourite && { favourite }) };
}

/** @returns the row as it now stands @throws Error when the photo is not in the gallery. */
export function correctPhoto(
  store: GalleryStore,
  id: string,
  category: string,
  verdict: 'present' | 'absent' | null,
): Promise<PhotoRow> {
  return store.write(
    () => store.packed(id),
    async (transaction, packed) => {
      const photo = await standing(transaction, store, id, packed);
      if (!photo) throw new Error(`Gallery.correct: photo ${id} is not in the gallery`);
      const others = Object.fromEntries(Object.entries(photo.corrections).filter(([name]) => name !== category));
      const { recoded: _, ...before } = photo;
      const row = { ...before, corrections: verdict === null ? others : { ...others, [category]: verdict } };
      await allOrNothing(transaction, `the correction of ${photo.name}`, () => [
        transaction.objectStore('marks').put(markOf(row)),
      ]);
      return row;
    },
  );
}

/**
 * What the words on a photo change in its codes.
 * @param corrections that it was computed for
 * @returns the row as it now stands; null where other words were said meanwhile, or the photo is gone
 */
export function recodePhoto(
  store: GalleryStore,
  id: string,
  corrections: PhotoRow['corrections'],
  recoded: Recoded,
): Promise<PhotoRow | null> {
  return store.write(
    () => store.packed(id),
    async (transaction, packed) => {
      const photo = await standing(transaction, store, id, packed);
      if (!photo || photo.version !== recoded.version || !sameCorrections(photo.corrections, corrections)) return null;
      const row = { ...photo, recoded };
      await allOrNothing(transaction, `the correction of ${photo.name}`, () => [
        transaction.objectStore('marks').put(markOf(row)),
      ]);
      return row;
    },
  );
}

/** Photos that are not in the gallery are left out. */
export function favourPhotos(store: GalleryStore, ids: readonly string[], on: boolean): Promise<void> {
  return store.write(
    () => Promise.all(ids.map((id) => store.packed(id))),
    async (transaction, packed) => {
      const photos = await Promise.all(ids.map((id, n) => standing(transaction, store, id, packed[n]!)));
      await allOrNothing(transaction, 'what you said about these photos', () =>
        photos.flatMap((photo) => {
          if (!photo) return [];
          const { favourite: _, ...row } = photo;
          return [transaction.objectStore('marks').put(markOf(on ? { ...row, favourite: true } : row))];
        }),
      );
    },
  );
}

/** Removes everything about these photos, including what a person said about them and pairs of them. */
export async function removePhotos(store: GalleryStore, ids: readonly string[]): Promise<void> {
  await store.write(
    () => Promise.resolve(),
    async (transaction) => {
      const files = transaction.objectStore('files');
      const pairs = transaction.objectStore('distinctPairs');
      const gone = new Set(ids);
      const [places, paths, told, albums] = await Promise.all([
        Promise.all(ids.map((id) => placeIn(transaction, store.shelf, id))),
        Promise.all(ids.map((id) => files.index('byPhoto').getAllKeys(id))),
        pairs.getAllKeys(),
        transaction.objectStore('albums').getAll(),
      ]);
      const leave = await leavePlaces(
        transaction,
        places.filter((place) => place !== null),
      );
      await Promise.all([
        ...ids.flatMap((id) => [
          transaction.objectStore('photos').delete(id),
          transaction.objectStore('analyses').delete(id),
          transaction.objectStore('thumbnails').delete(id),
          transaction.objectStore('previews').delete(id),
          transaction.objectStore('vectors').delete(id),
          transaction.objectStore('marks').delete(id),
        ]),
        ...paths.flat().map((path) => files.delete(path)),
        ...told.filter(([first, second]) => gone.has(first) || gone.has(second)).map((pair) => pairs.delete(pair)),
        ...albums
          .filter((album) => album.ids.some((id) => gone.has(id)))
          .map((album) =>
            transaction.objectStore('albums').put({ ...album, ids: album.ids.filter((id) => !gone.has(id)) }),
          ),
        ...leave(),
        transaction.done,
      ]);
    },
  );
  for (const id of ids) store.shelf.leave(id);
}
