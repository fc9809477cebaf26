import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { Gallery } from '../../gallery/gallery.ts';
import { decodePhoto, firstBytes } from '../analyser/decodePhoto.ts';
import { type ImageKind, imageKind } from '../analyser/imageKind.ts';
import { PictureGone } from '../api/errors.ts';
import type { PhotoPicture } from '../api/pipeline.ts';
import { storedOrientation } from '../formats/storedOrientation.ts';

/** Enough to tell one picture from another by its colours. */
const SMALL_SIDE = 32;

/** What no page shows by itself, even where it can be decoded. */
const NOT_SHOWN: readonly ImageKind[] = ['HEIC', 'TIFF', 'JPEG XL'];

/** Whether a page shows the file itself as it was analysed, upright. */
async function isShownByPages(file: File, start: Uint8Array): Promise<boolean> {
  return !NOT_SHOWN.includes(imageKind(start)) && (await storedOrientation(file, start)) === null;
}

/**
 * The best picture of a photo that is at hand: its file while the page holds it or can find it in a kept folder, otherwise what is stored.
 * Where a page is given files but no way back to them, only stored pictures are left after a reload until the file is dropped again.
 */
export class Pictures {
  readonly #gallery: Gallery;
  /** Handles, not bytes: the browser reads a file when it is asked to. */
  readonly #files = new Map<string, File>();
  readonly #find: (id: string) => Promise<File | null>;

  /** @param find the photo's file where no page has held it yet */
  constructor(gallery: Gallery, find: (id: string) => Promise<File | null> = () => Promise.resolve(null)) {
    this.#gallery = gallery;
    this.#find = find;
  }

  hold(id: string, file: File): void {
    this.#files.set(id, file);
  }

  /** Those of these photos' files that the page holds, by id. */
  held(ids: readonly string[]): Map<string, File> {
    return new Map(
      ids.flatMap((id) => {
        const file = this.#files.get(id);
        return file === undefined ? [] : [[id, file] as const];
      }),
    );
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) this.#files.delete(id);
  }

  clear(): void {
    this.#files.clear();
  }

  /** The photo's own file, as far as it can still be read; null where it cannot. */
  async original(id: string): Promise<File | null> {
    const held = this.#files.get(id);
    // It may have been moved or changed since.
    if (held !== undefined && (await firstBytes(held).catch(() => null)) !== null) return held;
    const found = await this.#find(id);
    if (found !== null) this.#files.set(id, found);
    return found;
  }

  /** For people's eyes. @throws PictureGone when there is none. */
  shown(id: string): Promise<PhotoPicture> {
    return this.#best(id, isShownByPages);
  }

  /** To be decoded. @throws PictureGone when there is none. */
  pixels(id: string): Promise<PhotoPicture> {
    return this.#best(id, () => Promise.resolve(true));
  }

  /** Of the stored thumbnail, a few dozen pixels wide; null where none is stored. */
  async small(id: string): Promise<RgbImage | null> {
    try {
      return (await decodePhoto(await this.#gallery.thumbnail(id), SMALL_SIDE)).image;
    } catch {
      return null;
    }
  }

  async #best(id: string, suits: (file: File, start: Uint8Array) => Promise<boolean>): Promise<PhotoPicture> {
    const file = await this.original(id);
    if (file !== null) {
      const start = await firstBytes(file).catch(() => null);
      if (start !== null && (await suits(file, start))) return { picture: file, source: 'file' };
    }
    const preview = await this.#gallery.preview(id);
    if (preview !== null) return { picture: preview, source: 'preview' };
    try {
      return { picture: await this.#gallery.thumbnail(id), source: 'thumbnail' };
    } catch (cause) {
      throw new PictureGone('No picture of this photo is stored here. Drop its file on the page to see it.', { cause });
    }
  }
}
