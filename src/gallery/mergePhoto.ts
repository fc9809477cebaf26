import type { GalleryDatabase, PhotoRow } from './schema.ts';
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
  database: GalleryDatabase,
  { photo, analysis, thumbnail, files }: TravellingPhoto,
): Promise<'added' | 'already'> {
  const transaction = database.transaction(['photos', 'analyses', 'thumbnails', 'files'], 'readwrite');
  const store = {
    photos: transaction.objectStore('photos'),
    analyses: transaction.objectStore('analyses'),
    files: transaction.objectStore('files'),
    thumbnails: transaction.objectStore('thumbnails'),
  };
  const earlier = await store.photos.get(photo.id);
  const pictured = (earlier !== undefined && earlier.picture !== 'none') || thumbnail !== null;
  const seen = new Set(await store.files.index('byPhoto').getAllKeys(photo.id));
  const paths = files.filter(({ path }) => !seen.has(path));
  // A path that leads to another photo here is this browser's own knowledge.
  const taken = await Promise.all(paths.map(({ path }) => store.files.getKey(path)));
  const stays = earlier !== undefined && (earlier.version === photo.version || isMarked(photo));
  const { picture: _, ...row } = stays ? earlier : photo;
  const merged: PhotoRow = {
    ...row,
    addedAt: earlier?.addedAt ?? photo.addedAt,
    corrections: { ...photo.corrections, ...earlier?.corrections },
    ...(pictured ? {} : { picture: 'none' }),
  };
  const fillsIn = thumbnail !== null && (earlier === undefined || earlier.picture === 'none');
  await allOrNothing(transaction, `the photo ${photo.path}`, () => [
    store.photos.put(merged),
    ...(stays ? [] : [store.analyses.put(analysis)]),
    ...(fillsIn ? [store.thumbnails.put(thumbnail)] : []),
    ...paths.filter((_path, n) => taken[n] === undefined).map((file) => store.files.put(file)),
  ]);
  return earlier === undefined ? 'added' : 'already';
}
