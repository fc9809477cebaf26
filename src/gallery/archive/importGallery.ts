import type { Gallery } from '../gallery.ts';
import { ID_BYTES, idOfBytes } from '../records/photoId.ts';
import type { TaughtRow } from '../schema.ts';
import { StorageFull } from '../storageFull.ts';
import { type FileSegment, storedRow, travellersOf, vectorsOfSegment } from './fileSegment.ts';
import { readContents, readHeader } from './readGalleryFile.ts';

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
  /** Called between two segments, and between some photos and others that are not in one, to stop the import. @throws whatever it throws; what is merged stays. */
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

/** Photos of a segment that are stored one by one, in one transaction: more would keep other tabs waiting. */
const MERGED_TOGETHER = 256;

function megabytes(bytes: number): string {
  return `${Math.max(1, Math.ceil(bytes / 2 ** 20))} MB`;
}

/**
 * Merges a file into the gallery. The whole file is read and checked once before the first photo is stored, so that a
 * damaged file changes nothing, and neither does one that the browser has no room for; one segment is in memory at a time in both passes.
 * Segments are stored as they are, without the photos that are here already.
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
  checkRoom(
    await room(),
    (file.size * (await newPhotos(gallery, file, check)) * STORED_PER_BYTE) / Math.max(1, header.photos),
  );
  const counts = { added: 0, already: 0 };
  const count = (outcome: 'added' | 'already', photos = 1): void => {
    counts[outcome] += photos;
    onProgress(counts.added + counts.already, header.photos);
  };
  try {
    for await (const part of readContents(file, 'checked before')) {
      check();
      switch (part.kind) {
        case 'distinctPairs':
          await gallery.mergeDistinct(part.pairs);
          break;
        case 'taught':
          await addTaught(gallery, part.taught);
          break;
        case 'photo':
          count(await gallery.merge(part.travelling));
          break;
        case 'segment':
          await importSegment(gallery, part.segment, check, count);
      }
    }
  } catch (error) {
    if (!(error instanceof StorageFull)) throw error;
    throw new ImportIncomplete(
      `This browser's storage was full after ${counts.added + counts.already} of ${header.photos} photos. They stay in the gallery. Make room and import ` +
        'the same file again: it goes on with the others.',
      { cause: error },
    );
  }
  return counts;
}

/** Reads and checks the whole file. @returns how many of its photos are not here */
async function newPhotos(gallery: Gallery, file: Blob, check: () => void): Promise<number> {
  const here = await gallery.knownIds();
  let fresh = 0;
  for await (const part of readContents(file)) {
    check();
    if (part.kind === 'photo' && !here(part.travelling.photo.id)) fresh++;
    if (part.kind !== 'segment') continue;
    const { ids, photos } = part.segment.facts;
    for (let at = 0; at < photos; at++) if (!here(idOfBytes(ids, at * ID_BYTES))) fresh++;
  }
  return fresh;
}

async function importSegment(
  gallery: Gallery,
  segment: FileSegment,
  check: () => void,
  count: (outcome: 'added' | 'already', photos?: number) => void,
): Promise<void> {
  const { facts } = segment;
  const left = await gallery.storeSegment({ facts, row: await storedRow(segment) });
  const added = Array.from({ length: facts.photos }, (_, at) => at).filter((at) => !left.has(at));
  await gallery.addVectors(await vectorsOfSegment(segment, added));
  if (left.size < facts.photos) count('added', facts.photos - left.size);
  const settled = await gallery.settled(facts, left);
  // What is here of them may be from before there were vectors.
  await gallery.addVectors(await vectorsOfSegment(segment, settled));
  if (settled.size > 0) count('already', settled.size);
  const others = [...left].filter((at) => !settled.has(at));
  if (others.length === 0) return;
  const travelling = await travellersOf(segment, others);
  for (let start = 0; start < others.length; start += MERGED_TOGETHER) {
    check();
    for (const outcome of await gallery.mergeAll(travelling.slice(start, start + MERGED_TOGETHER))) count(outcome);
  }
}

/** What is taught here stays as it is; a category that is called like one of these is left out. */
async function addTaught(gallery: Gallery, rows: readonly TaughtRow[]): Promise<void> {
  const here = await gallery.taught();
  for (const row of rows)
    if (!here.some(({ key, name }) => key === row.key || name === row.name)) await gallery.keepTaught(row);
}

/** @throws StorageFull when there is less room than wanted. */
function checkRoom(left: number | null, wanted: number): void {
  if (left === null || left >= wanted) return;
  throw new StorageFull(
    `The import needs about ${megabytes(wanted)}, and this browser has ${megabytes(left)} left for Facet. Nothing was imported. ` +
      'Make room on the disk, or remove larger pictures in the settings, and import the file again.',
  );
}
