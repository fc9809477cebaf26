import type { GalleryQuery } from '../../../pipeline/api/galleryQuery.ts';

const fileKeys = new WeakMap<Blob, string>();
let nextFile = 1;

/** A text that is the same for queries that ask the same. A file has a key of its own for as long as it is the same object. */
export function queryKey(query: GalleryQuery): string {
  return JSON.stringify(query, (_, value: unknown) => (value instanceof Blob ? fileKey(value) : value));
}

function fileKey(file: Blob): string {
  const known = fileKeys.get(file) ?? `file ${nextFile++}`;
  fileKeys.set(file, known);
  return known;
}
