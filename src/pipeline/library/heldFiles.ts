import type { PhotoFile } from '../api/photoFile.ts';

/** The quarantined files that this page still holds, by their path: those can be tried again as long as the page lives. */
export class HeldFiles {
  readonly #held = new Map<string, PhotoFile>();

  hold(photo: PhotoFile): void {
    this.#held.set(photo.path, photo);
  }

  forget(path: string): void {
    this.#held.delete(path);
  }

  clear(): void {
    this.#held.clear();
  }

  /** @throws Error, for a person, naming the first file that the page does not hold. */
  files(paths: readonly string[]): PhotoFile[] {
    return paths.map((path) => {
      const photo = this.#held.get(path);
      if (!photo)
        throw new Error(`The page was reloaded since ${path} failed and no longer holds it. Drop the file once more.`);
      return photo;
    });
  }
}
