import { openAsBlob } from 'node:fs';
import type { GalleryFileHeader } from '../../gallery/archive/galleryFile.ts';
import { readHeader, readParts } from '../../gallery/archive/readGalleryFile.ts';
import type { TravellingPhoto } from '../../gallery/travellingPhoto.ts';

/** An index file on a disk, read photo after photo as often as one likes. */
export interface OpenedIndexFile {
  readonly header: GalleryFileHeader;
  /** In the file's order. @throws GalleryFileDamaged at the first one that does not fit. */
  photos(): AsyncGenerator<TravellingPhoto>;
}

/** @throws GalleryFileDamaged when the file is none of Facet's; Error when it cannot be opened. */
export async function openIndexFile(path: string): Promise<OpenedIndexFile> {
  const file = await openAsBlob(path);
  const { header } = await readHeader(file);
  return {
    header,
    async *photos() {
      for await (const part of readParts(file)) if (part.kind === 'photo') yield part.travelling;
    },
  };
}
