import type { PhotoId, PhotoSummary } from '../../../pipeline/api/pipeline.ts';

const maps = new WeakMap<readonly PhotoSummary[], ReadonlyMap<PhotoId, PhotoSummary>>();

/** The photos of a list by their ids. Made once for each list, however many components ask. */
export function photosById(photos: readonly PhotoSummary[]): ReadonlyMap<PhotoId, PhotoSummary> {
  let map = maps.get(photos);
  if (map === undefined) {
    map = new Map(photos.map((photo) => [photo.id, photo]));
    maps.set(photos, map);
  }
  return map;
}
