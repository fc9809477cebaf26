import { asError, throwIfCancelled, UnreadablePhoto } from '../api/errors.ts';

/** A photo that could not be looked at, by its path below the folder. */
export interface UnreadableLabelled {
  readonly path: string;
  readonly reason: string;
}

/** What became of a folder's photos. */
export interface LookedAt<P, T> {
  /** In the folder's order, whichever was done first. */
  readonly found: readonly { readonly photo: P; readonly value: T }[];
  readonly unreadable: readonly UnreadableLabelled[];
}

export interface LookingAt<P, T> {
  pathOf(photo: P): string;
  /** @throws UnreadablePhoto where the photo is to be left out */
  look(photo: P, file: File): Promise<T>;
  /** How many photos at a time. */
  readonly ahead: number;
  readonly signal: AbortSignal;
  /** After each photo. */
  onProgress(found: number, unreadable: number): void;
}

/**
 * Looks at labelled photos, some at a time; what cannot be read, or is named by the labels alone, is left out with its reason.
 * @param files the folder's, by path @throws Cancelled; whatever else `look` throws
 */
export async function eachLabelled<P, T>(
  photos: readonly P[],
  files: ReadonlyMap<string, File>,
  { pathOf, look, ahead, signal, onProgress }: LookingAt<P, T>,
): Promise<LookedAt<P, T>> {
  const found = new Map<P, T>();
  const unreadable: UnreadableLabelled[] = [];
  const left = [...photos];
  const work = async (): Promise<void> => {
    for (let photo = left.shift(); photo !== undefined; photo = left.shift()) {
      throwIfCancelled(signal);
      const path = pathOf(photo);
      try {
        const file = files.get(path);
        if (file === undefined) throw new UnreadablePhoto('The labels name it, and it is not in the folder.');
        found.set(photo, await look(photo, file));
      } catch (thrown) {
        const { name, message } = asError(thrown);
        if (name !== 'UnreadablePhoto') throw thrown;
        unreadable.push({ path, reason: message });
      }
      onProgress(found.size, unreadable.length);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, ahead) }, work));
  return {
    found: photos.flatMap((photo) => (found.has(photo) ? [{ photo, value: found.get(photo)! }] : [])),
    unreadable,
  };
}
