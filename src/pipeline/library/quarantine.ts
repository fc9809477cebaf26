import type { Gallery } from '../../gallery/gallery.ts';
import { quarantineKey } from '../../gallery/quarantineKey.ts';
import type { GalleryChange } from '../api/changes.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type { QuarantinedFile } from '../api/pipeline.ts';
import { HeldFiles } from './heldFiles.ts';

/** Files that could not be indexed, as they are stored, and those of them that this page still holds. */
export class Quarantine {
  readonly #gallery: Gallery;
  readonly #announce: (change: GalleryChange) => void;
  readonly #keys = new Set<string>();
  readonly #held = new HeldFiles();

  /** @param announce to this tab's page and to the other tabs */
  constructor(gallery: Gallery, announce: (change: GalleryChange) => void) {
    this.#gallery = gallery;
    this.#announce = announce;
  }

  /** What is stored. */
  async read(): Promise<QuarantinedFile[]> {
    const rows = await this.#gallery.quarantined();
    for (const { key } of rows) this.#keys.add(key);
    return rows.map((row) => ({ ...row, retry: 'dropAgain' }));
  }

  /**
   * @param content the file's SHA-256; empty where its bytes could not be read
   * @param reason for a person
   * @throws StorageFull
   */
  async put(photo: PhotoFile, content: string, reason: string): Promise<void> {
    const key = quarantineKey(photo.path, content);
    const row = { key, path: photo.path, name: photo.file.name, reason, failedAt: Date.now() };
    await this.#gallery.quarantine(row);
    this.#keys.add(key);
    this.#held.hold(key, photo);
    this.#announce({ kind: 'quarantined', files: [{ ...row, retry: 'again' }] });
  }

  /** Another tab put them; this page does not hold them. */
  follow(files: readonly QuarantinedFile[]): QuarantinedFile[] {
    for (const { key } of files) this.#keys.add(key);
    return files.map((file) => ({ ...file, retry: 'dropAgain' }));
  }

  /** @throws Error, for a person, when the page no longer holds one. */
  heldFiles(keys: readonly string[]): PhotoFile[] {
    return this.#held.files(keys);
  }

  async dismiss(key: string): Promise<void> {
    await this.#gallery.dismissQuarantined(key);
    this.release([key]);
  }

  /** They are no more in what is stored. */
  release(keys: readonly string[]): void {
    if (this.forget(keys)) this.#announce({ kind: 'released', keys });
  }

  /** From memory. @returns whether any of them was there */
  forget(keys: readonly string[]): boolean {
    for (const key of keys) this.#held.forget(key);
    return keys.filter((key) => this.#keys.delete(key)).length > 0;
  }

  clear(): void {
    this.#keys.clear();
    this.#held.clear();
  }
}
