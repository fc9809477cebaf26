import type { Gallery } from '../gallery.ts';
import { StorageFull } from '../storageFull.ts';
import { readHeader, readParts } from './readGalleryFile.ts';

/** The file's codes were made by another model than the page's. */
export class OtherModel extends Error {
  override readonly name = 'OtherModel';
}

/** The storage was full in the middle; the message says how many photos came in and how to go on, for a person. */
export class ImportIncomplete extends Error {
  override readonly name = 'ImportIncomplete';
}

export interface ImportOptions {
  /** Of the model in use. */
  readonly modelVersion: string;
  readonly onProgress: (done: number, total: number) => void;
  /** Called between two photos, to stop the import. @throws whatever it throws; what is merged stays. */
  readonly check: () => void;
  /** Bytes that the browser says it has left; null where it does not say. */
  readonly room: () => Promise<number | null>;
}

export interface ImportCounts {
  readonly added: number;
  /** The same content was in the gallery already. */
  readonly already: number;
}

/** Bytes in the database for each byte of the file's new photos: keys and indexes, and a log that is written before it is merged. */
const STORED_PER_BYTE = 1.5;

function megabytes(bytes: number): string {
  return `${Math.max(1, Math.ceil(bytes / 2 ** 20))} MB`;
}

/**
 * Merges a file into the gallery. The whole file is read and checked once before the first photo is stored, so that a
 * damaged file changes nothing, and neither does one that the browser has no room for; one photo is in memory at a time in both passes.
 * @throws GalleryFileDamaged, OtherModel, StorageFull before anything is stored; ImportIncomplete in the middle.
 */
export async function importGallery(
  gallery: Gallery,
  file: Blob,
  { modelVersion, onProgress, check, room }: ImportOptions,
): Promise<ImportCounts> {
  const { header } = await readHeader(file);
  if (header.modelVersion !== modelVersion) {
    throw new OtherModel(
      `This index was made by the model ${header.modelVersion}, and this page works with ${modelVersion}. Codes of two models cannot be ` +
        'compared, so nothing was imported. Add the photos themselves instead.',
    );
  }
  const stored = new Set((await gallery.photos()).map(({ id }) => id));
  let fresh = 0;
  const parts = readParts(file);
  for (let part = await parts.next(); !part.done; part = await parts.next()) {
    check();
    if (part.value.kind === 'photo' && !stored.has(part.value.travelling.photo.id)) fresh++;
  }
  checkRoom(await room(), (file.size * fresh * STORED_PER_BYTE) / Math.max(1, header.photos));
  let [added, already] = [0, 0];
  try {
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
  } catch (error) {
    if (!(error instanceof StorageFull)) throw error;
    throw new ImportIncomplete(
      `This browser's storage was full after ${added + already} of ${header.photos} photos. They stay in the gallery. Make room and import ` +
        'the same file again: it goes on with the others.',
      { cause: error },
    );
  }
  return { added, already };
}

/** @throws StorageFull when there is less room than wanted. */
function checkRoom(left: number | null, wanted: number): void {
  if (left === null || left >= wanted) return;
  throw new StorageFull(
    `The import needs about ${megabytes(wanted)}, and this browser has ${megabytes(left)} left for Facet. Nothing was imported. ` +
      'Make room on the disk, or remove larger pictures in the settings, and import the file again.',
  );
}
