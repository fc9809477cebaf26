import { type GalleryStore, leavePlaces, placeIn, withMark } from './galleryStore.ts';
import { storedAnalysisRow } from './records/packedProbabilities.ts';
import { sameCorrections } from './records/recoded.ts';
import type { PhotoRow } from './schema.ts';
import { allOrNothing } from './storageFull.ts';
import type { TravellingPhoto } from './travellingPhoto.ts';
import { isMarked } from './untrustedCodes.ts';

/**
 * A photo of an imported index. What is stored of the same content and version stays; its corrections and paths win over
 * the imported ones, and a missing thumbnail is filled in. In one transaction.
 * @returns whether the photo is new here, or was there already.
 * @throws StorageFull when the browser has no room for it; nothing of the photo is stored then.
 */
export async function mergePhoto(
  store: GalleryStore,
  { photo, analysis, thumbnail, files, vectors = null }: TravellingPhoto,
): Promise<'added' | 'already'> {
  const { shelf } = store;
  const outcome = await store.write(
    // A photo that leaves its segment takes what lies beside it along.
    async () => {
      const packed = await store.packed(photo.id);
      const place = packed && shelf.place(photo.id);
      return packed && place
        ? { packed, analysis: await shelf.analysis(photo.id, place), thumbnail: await bytesOf(shelf.thumbnail(place)) }
        : null;
    },
    async (transaction, before) => {
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
      const leave = await leavePlaces(transaction, moved ? [place] : []);
      const kept = moved ? before : null;
      await allOrNothing(transaction, `the photo ${photo.path}`, () => [
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
          .filter((_path, n) => taken[n] === undefined)
          .map(({ path, size, lastModified }) => stores.files.put({ path, size, lastModified, id: photo.id })),
        ...leave(),
      ]);
      return { added: earlier === undefined, moved };
    },
  );
  if (outcome.moved) shelf.leave(photo.id);
  return outcome.added ? 'added' : 'already';
}

async function bytesOf(thumbnail: Promise<Blob | null>): Promise<{ type: string; bytes: ArrayBuffer } | null> {
  const blob = await thumbnail;
  return blob && { type: blob.type, bytes: await blob.arrayBuffer() };
}
