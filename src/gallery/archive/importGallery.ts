import type { Gallery } from '../gallery.ts';
import { readHeader, readParts } from './readGalleryFile.ts';

/** The file's codes were made by another model than the page's. */
export class OtherModel extends Error {
  override readonly name = 'OtherModel';
}

export interface ImportOptions {
  /** Of the model in use. */
  readonly modelVersion: string;
  readonly onProgress: (done: number, total: number) => void;
  /** Called between two photos, to stop the import. @throws whatever it throws; what is merged stays. */
  readonly check: () => void;
}

export interface ImportCounts {
  readonly added: number;
  /** The same content was in the gallery already. */
  readonly already: number;
}

/**
 * Merges a file into the gallery. The whole file is read and checked once before the first photo is stored, so that a
 * damaged file changes nothing; one photo is in memory at a time in both passes.
 * @throws GalleryFileDamaged, OtherModel before anything is stored; StorageFull in the middle.
 */
export async function importGallery(
  gallery: Gallery,
  file: Blob,
  { modelVersion, onProgress, check }: ImportOptions,
): Promise<ImportCounts> {
  const { header } = await readHeader(file);
  if (header.modelVersion !== modelVersion) {
    throw new OtherModel(
      `This index was made by the model ${header.modelVersion}, and this page works with ${modelVersion}. Codes of two models cannot be ` +
        'compared, so nothing was imported. Add the photos themselves instead.',
    );
  }
  const parts = readParts(file);
  for (let part = await parts.next(); !part.done; part = await parts.next()) check();
  let [added, already] = [0, 0];
  for await (const part of readParts(file)) {
    check();
    if (part.kind === 'distinctPairs') {
      await gallery.mergeDistinct(part.pairs);
      continue;
    }
    if ((await gallery.merge(part.travelling)) === 'added') added++;
    else already++;
    onProgress(added + already, header.photos);
  }
  return { added, already };
}
