import { pathOfKey } from '../../gallery/quarantineKey.ts';
import type { PhotoFile } from '../api/photoFile.ts';

/** The quarantined files that this page still holds, by their key: those can be tried again as long as the page lives. */
export class HeldFiles {
  readonly #held = new Map<string, PhotoFile>();

  hold(key: string, photo: PhotoFile): void {
    this.#held.set(key, photo);
  }

  forget(key: string): void {
    this.#held.delete(key);
  }

  clear(): void {
    this.#held.clear();
  }

  /** @throws Error, for a person, naming the first file that the page does not hold. */
  files(keys: readonly string[]): PhotoFile[] {
    return keys.map((key) => {
      const photo = this.#held.get(key);
      if (!photo)
        throw new Error(
          `The page was reloaded since ${pathOfKey(key)} failed and no longer holds it. Drop the file once more.`,
        );
      return photo;
    });
  }
}
