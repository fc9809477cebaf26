import { PHOTO_FLAGS } from '../library/columns/factColumns.ts';
import type { GalleryColumns } from '../library/columns/galleryColumns.ts';
import type { NameIndex } from './nameIndex.ts';
import type { ResolvedQuery } from './resolvedQuery.ts';

/** Everything that a query asks for but its chips: 1 for each photo for which it holds. // (end,), by number */
export function photoFilter(columns: GalleryColumns, names: NameIndex, query: ResolvedQuery): Uint8Array {
  const { facts } = columns;
  const mask = new Uint8Array(facts.end);
  const wanted = PHOTO_FLAGS.there | (query.favourites ? PHOTO_FLAGS.favourite : 0);
  const { flags } = facts;
  for (let number = 0; number < mask.length; number++) mask[number] = (flags[number]! & wanted) === wanted ? 1 : 0;
  if (query.folder !== '') keepFolder(columns, query.folder, mask);
  if (query.camera !== undefined) {
    const { camera } = facts;
    const only = facts.cameras.find(query.camera);
    for (let number = 0; number < mask.length; number++) if (camera[number] !== only) mask[number] = 0;
  }
  if (query.taken !== undefined) {
    const { takenAt } = facts;
    const { from, until } = query.taken;
    for (let number = 0; number < mask.length; number++)
      if (!(takenAt[number]! >= from && takenAt[number]! < until)) mask[number] = 0;
  }
  if (query.album !== null) {
    const of = new Uint8Array(mask.length);
    for (const id of query.album) {
      const number = columns.numberOf(id);
      if (number !== null) of[number] = 1;
    }
    for (let number = 0; number < mask.length; number++) mask[number]! &= of[number]!;
  }
  if (query.unrecognised) keepUnrecognised(columns, query.gates.sure, mask);
  for (const word of query.words) names.keep(word, mask);
  return mask;
}

function keepFolder({ facts }: GalleryColumns, folder: string, mask: Uint8Array): void {
  const within = facts.folders.texts.map((text) => text.startsWith(folder));
  const of = facts.folder;
  for (let number = 0; number < mask.length; number++) {
    if (mask[number] === 0 || within[of[number]!]) continue;
    if (!(facts.hasOddPath(number) && facts.path(number).startsWith(folder))) mask[number] = 0;
  }
}

function keepUnrecognised({ search }: GalleryColumns, gates: Uint8Array, mask: Uint8Array): void {
  const unrecognised = new Uint8Array(mask.length);
  if (search !== null) {
    const { codes } = search;
    const held = new Uint8Array(codes.rows);
    gates.forEach((gate, c) => {
      const bytes = codes.probabilities[c]!.bytes(codes.rows);
      for (let row = 0; row < held.length; row++) if (bytes[row]! >= gate) held[row] = 1;
    });
    const numbers = codes.photos.words(codes.rows);
    for (let row = 0; row < held.length; row++)
      if (held[row] === 0 && numbers[row]! < mask.length) unrecognised[numbers[row]!] = 1;
  }
  for (let number = 0; number < mask.length; number++) mask[number]! &= unrecognised[number]!;
}
