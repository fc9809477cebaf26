import { contentKeyOfFile } from '../data/contentKey.ts';

/** A photo as a cache knows it. */
export interface KeyedPhoto {
  /** `contentKey` of the file, and what else the features depend on. */
  readonly key: string;
  readonly path: string;
}

interface UnkeyedPhoto {
  readonly path: string;
  readonly variant?: string;
}

/**
 * Photos with the keys of their files. Files that cannot be read are left out.
 * @param unreadable is told the path and the reason
 */
export function keyedPhotos<Photo extends UnkeyedPhoto>(
  photos: readonly Photo[],
  unreadable: (path: string, reason: string) => void,
): (Photo & KeyedPhoto)[] {
  return photos.flatMap((photo) => {
    try {
      const content = contentKeyOfFile(photo.path);
      return [{ ...photo, key: photo.variant === undefined ? content : `${content} ${photo.variant}` }];
    } catch (error) {
      unreadable(photo.path, error instanceof Error ? error.message : String(error));
      return [];
    }
  });
}

/** What is not finished, each content once: the same file may lie in a folder under two names. */
export function photosToCompute<Photo extends KeyedPhoto>(
  photos: readonly Photo[],
  finished: ReadonlySet<string>,
): Photo[] {
  const byKey = new Map(photos.map((photo) => [photo.key, photo]));
  return [...byKey.values()].filter(({ key }) => !finished.has(key));
}
