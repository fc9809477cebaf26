import { contentKeyOfFile } from '../data/contentKey.ts';

/** A photo as a cache knows it. */
export interface KeyedPhoto {
  /** `contentKey` of the file. */
  readonly key: string;
  readonly path: string;
}

/**
 * Photos with the keys of their files. Files that cannot be read are left out.
 * @param unreadable is told the path and the reason
 */
export function keyedPhotos<Photo extends { readonly path: string }>(
  photos: readonly Photo[],
  unreadable: (path: string, reason: string) => void,
): (Photo & KeyedPhoto)[] {
  return photos.flatMap((photo) => {
    try {
      return [{ ...photo, key: contentKeyOfFile(photo.path) }];
    } catch (error) {
      unreadable(photo.path, error instanceof Error ? error.message : String(error));
      return [];
    }
  });
}

/** What is not finished, each content once: the same file may lie in a folder under two names. */
export function photosToCompute(photos: readonly KeyedPhoto[], finished: ReadonlySet<string>): KeyedPhoto[] {
  const byKey = new Map(photos.map(({ key, path }) => [key, { key, path }]));
  return [...byKey.values()].filter(({ key }) => !finished.has(key));
}
