import type { Gallery } from '../../../gallery/gallery.ts';
import type { FileRow } from '../../../gallery/schema.ts';
import type { FactColumns } from '../columns/factColumns.ts';
import type { KeptFolders } from './keptFolders.ts';

/** What the columns say of a photo's first path. */
function firstFile(facts: FactColumns, number: number): FileRow {
  const [size, lastModified] = [facts.size[number]!, facts.lastModified[number]!];
  return { path: facts.path(number), size, lastModified, id: facts.ids.idOf(number) };
}

/**
 * Every path below the folder at which a photo of the gallery was seen, once for each photo that it led to; what was seen later stands
 * later.
 */
export async function knownFiles(gallery: Gallery, facts: FactColumns, name: string): Promise<FileRow[]> {
  const inside = facts.folders.texts.map((folder) => folder.startsWith(`${name}/`));
  const known = new Map<string, FileRow>();
  const note = (file: FileRow) => known.set(`${file.path}\n${file.id}`, file);
  for (let number = 0; number < facts.end; number++)
    if (facts.has(number) && inside[facts.folder[number]!] === true && !facts.hasOddPath(number))
      note(firstFile(facts, number));
  for (const row of await gallery.folders.files(name)) if (facts.ids.numberOf(row.id) !== null) note(row);
  return [...known.values()];
}

/** The photo's file in a kept folder, as it was seen there; null where there is none, or it may not be read. */
export async function fileInFolders(
  gallery: Gallery,
  facts: FactColumns,
  folders: Pick<KeptFolders, 'file'>,
  id: string,
): Promise<File | null> {
  const number = facts.ids.numberOf(id);
  if (number === null) return null;
  for (const known of [...(await gallery.folders.pathsOf(id)), firstFile(facts, number)]) {
    const file = await folders.file(known.path);
    if (file !== null && file.size === known.size && file.lastModified === known.lastModified) return file;
  }
  return null;
}
