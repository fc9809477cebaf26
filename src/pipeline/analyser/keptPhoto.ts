import type { PreparedPhoto } from './preparedPhoto.ts';

/** One prepared photo, kept under its name until another is. */
export class KeptPhoto {
  #kept: { readonly name: string; readonly photo: PreparedPhoto } | null = null;

  /** @param name undefined for a photo that is not to be kept @throws what `prepare` throws. */
  async get(name: string | undefined, prepare: () => Promise<PreparedPhoto>): Promise<PreparedPhoto> {
    if (name === undefined) return prepare();
    if (this.#kept?.name === name) return this.#kept.photo;
    const photo = await prepare();
    this.#kept = { name, photo };
    return photo;
  }
}
