import type { Gallery } from '../gallery.ts';
import type { GalleryFileHeader } from './galleryFile.ts';
import { GalleryFileWriter } from './writeGalleryFile.ts';

export interface ExportOptions {
  readonly withThumbnails: boolean;
  readonly onProgress: (done: number) => void;
  /** Called every few photos, to stop the export. @throws whatever it throws. */
  readonly check: () => void;
}

/** How many bytes are gathered before they are handed to the browser, which may move them to disk. */
const PART_BYTES = 4 * 2 ** 20;
/** Photos that are read at a time. */
const AT_ONCE = 256;

/**
 * The file, photo after photo: no more than one segment of it is in this worker's memory at a time.
 * @param ids of the header's model version
 * @throws Error when a photo is removed meanwhile.
 */
export async function exportGallery(
  gallery: Gallery,
  ids: readonly string[],
  header: Omit<GalleryFileHeader, 'photos'>,
  { withThumbnails, onProgress, check }: ExportOptions,
): Promise<Blob> {
  const parts: Blob[] = [];
  const writer = new GalleryFileWriter(header);
  let gathered: BlobPart[] = [writer.start(ids.length)];
  let bytes = 0;
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    check();
    for (const photo of await gallery.travelling(ids.slice(start, start + AT_ONCE), withThumbnails)) {
      const block = writer.photo(photo);
      gathered.push(block);
      bytes += block.length;
    }
    if (bytes >= PART_BYTES) {
      parts.push(new Blob(gathered));
      [gathered, bytes] = [[], 0];
    }
    onProgress(Math.min(ids.length, start + AT_ONCE));
  }
  return new Blob([...parts, ...gathered, ...writer.end(await gallery.distinctPairs(), await gallery.taught())], {
    type: 'application/octet-stream',
  });
}
