import { type GalleryStore, leavePlaces, placeIn, type Writing, withMark } from './galleryStore.ts';
import type { Place } from './photoPlaces.ts';
import { storedAnalysisRow } from './records/packedProbabilities.ts';
import type { AnalysisRow, PhotoRow } from './records/photoRow.ts';
import { sameCorrections } from './records/recoded.ts';
import { allOrNothing } from './storageFull.ts';
import type { TravellingPhoto } from './travellingPhoto.ts';
import { isMarked } from './untrustedCodes.ts';

/** What lies in a segment of a photo, which it takes along when it leaves it. */
interface Packed {
  readonly packed: PhotoRow;
  readonly analysis: AnalysisRow | null;
  readonly thumbnail: { readonly type: string; readonly bytes: ArrayBuffer } | null;
}

interface Merging {
  readonly added: boolean;
  /** Where the photo lay in a segment and no longer does. */
  readonly left: Place | null;
  /** @param isTaken whether a path leads to another photo of those that are merged together; it leads to this one from now on */
  writes(isTaken: (path: string) => boolean): readonly Promise<unknown>[];
}

/**
 * Photos of an imported index, each only once. What is stored of the same content and version stays; its corrections and paths win over
 * the imported ones, and a missing thumbnail is filled in. All in one transaction.
 * @returns by photo, whether it is new here, or was there already.
 * @throws StorageFull when the browser has no room for them; nothing of them is stored then.
 */
export async function mergePhotos(
  store: GalleryStore,
  photos: readonly TravellingPhoto[],
): Promise<('added' | 'already')[]> {
  const merged = await store.write(
    () => Promise.all(photos.map(({ photo }) => packedOf(store, photo.id))),
    async (transaction, packed) => {
      const merging = await Promise.all(photos.map((one, n) => mergingOf(transaction, store, one, packed[n]!)));
      const leave = await leavePlaces(
        transaction,
        merging.flatMap(({ left }) => left ?? []),
      );
      const paths = new Set<string>();
      const isTaken = (path: string): boolean => paths.size === paths.add(path).size;
      const what = photos.length === 1 ? `the photo ${photos[0]!.photo.path}` : `${photos.length} photos`;
      await allOrNothing(transaction, what, () => [...merging.flatMap(({ writes }) => writes(isTaken)), ...leave()]);
      return merging;
    },
  );
  merged.forEach(({ left }, n) => {
    if (left !== null) store.shelf.leave(photos[n]!.photo.id);
  });
  return merged.map(({ added }) => (added ? 'added' : 'already'));
}

async function packedOf(store: GalleryStore, id: string): Promise<Packed | null> {
  const { shelf } = store;
  const packed = await store.packed(id);
  const place = packed && shelf.place(id);
  return packed && place
    ? { packed, analysis: await shelf.analysis(id, place), thumbnail: await bytesOf(shelf.thumbnail(place)) }
    : null;
}

async function mergingOf(
  transaction: Writing,
  { shelf }: GalleryStore,
  { photo, analysis, thumbnail, files, vectors = null }: TravellingPhoto,
  before: Packed | null,
): Promise<Merging> {
  const stores = {
    photos: transaction.objectStore('photos'),
    analyses: transaction.objectStore('analyses'),
    files: transaction.objectStore('files'),
    thumbnails: transaction.objectStore('thumbnails'),
    marks: transaction.objectStore('marks'),
    vectors: transaction.objectStore('vectors'),
  };
  const fillsVectors = vectors !== null && (await stores.vectors.getKey(photo.id)) === undefined;
  const place = await placeIn(transaction, shelf, photo.id);
  const [inStore, mark] = await Promise.all([stores.photos.get(photo.id), stores.marks.get(photo.id)]);
  const stored = inStore ?? (place ? before?.packed : undefined);
  const earlier = stored && withMark(stored, mark);
  const pictured = (earlier !== undefined && earlier.picture !== 'none') || thumbnail !== null;
  const seen = new Set([...(await stores.files.index('byPhoto').getAllKeys(photo.id)), earlier?.path]);
  const paths = [photo, ...files].filter(({ path }) => !seen.has(path));
  // A path that leads to another photo here is this browser's own knowledge.
  const taken = await Promise.all(paths.map(({ path }) => stores.files.getKey(path)));
  const stays = earlier !== undefined && (earlier.version === photo.version || isMarked(photo));
  const { picture: _, recoded: __, ...row } = stays ? earlier : photo;
  const corrections = { ...photo.corrections, ...earlier?.corrections };
  const known = [earlier, photo].find(
    (one) => one?.recoded?.version === row.version && sameCorrections(one.corrections, corrections),
  )?.recoded;
  const merged: PhotoRow = {
    ...row,
    ...(earlier && { path: earlier.path, name: earlier.name }),
    addedAt: earlier?.addedAt ?? photo.addedAt,
    corrections,
    ...(known && { recoded: known }),
    ...((earlier?.favourite ?? photo.favourite) && { favourite: true }),
    ...(pictured ? {} : { picture: 'none' }),
  };
  const fillsIn = thumbnail !== null && (earlier === undefined || earlier.picture === 'none');
  const moved = place !== null && (!stays || fillsIn);
  const kept = moved ? before : null;
  return {
    added: earlier === undefined,
    left: moved ? place : null,
    writes: (isTaken) => [
      ...(place === null || moved ? [stores.photos.put(merged)] : []),
      ...(place !== null || mark
        ? [
            stores.marks.put({
              id: photo.id,
              corrections,
              ...(known && { recoded: known }),
              ...(merged.favourite && { favourite: true as const }),
            }),
          ]
        : []),
      ...(stays ? [] : [stores.analyses.put(storedAnalysisRow(analysis))]),
      ...(stays && kept?.analysis ? [stores.analyses.put(storedAnalysisRow(kept.analysis))] : []),
      ...(fillsIn ? [stores.thumbnails.put(thumbnail)] : []),
      ...(!fillsIn && kept?.thumbnail ? [stores.thumbnails.put({ id: photo.id, ...kept.thumbnail })] : []),
      ...(vectors && (fillsVectors || !stays) ? [stores.vectors.put(vectors)] : []),
      ...paths
        .filter(({ path }, n) => taken[n] === undefined && !isTaken(path))
        .map(({ path, size, lastModified }) => stores.files.put({ path, size, lastModified, id: photo.id })),
    ],
  };
}

async function bytesOf(thumbnail: Promise<Blob | null>): Promise<{ type: string; bytes: ArrayBuffer } | null> {
  const blob = await thumbnail;
  return blob && { type: blob.type, bytes: await blob.arrayBuffer() };
}
