import { canonicalCategory } from './categoryNames.ts';
import type { LabelledPhoto, PhotoRole } from './dataset.ts';
import type { LabelFolder } from './labelFolder.ts';
import type { Say } from './leftOut.ts';
import { isPicture } from './pictureFinder.ts';

/** Folders that tell a part of the data and no category. */
const SPLITS: ReadonlyMap<string, PhotoRole> = new Map([
  ['train', 'train'],
  ['training', 'train'],
  ['val', 'query'],
  ['valid', 'query'],
  ['validation', 'query'],
  ['test', 'query'],
]);

/**
 * Photos in folders that are named after what is in them: `cats/1.jpg`, or `val/cats/1.jpg`. The folder that holds a photo directly
 * names its one category; a folder above it may say the part (`train`; `val` and `test` are queries). Photos that lie in no such
 * folder are counted to `say` and left out.
 */
export function categoryFolders(folder: LabelFolder, say: Say): LabelledPhoto[] {
  let loose = 0;
  const photos = folder.paths().flatMap((path): LabelledPhoto[] => {
    if (!isPicture(path)) return [];
    const parts = path.split('/').slice(0, -1);
    const named = parts.at(-1);
    if (named === undefined || SPLITS.has(named.toLowerCase())) {
      loose++;
      return [];
    }
    const role = parts.map((part) => SPLITS.get(part.toLowerCase())).find((part) => part !== undefined) ?? 'train';
    return [withoutBoxes(path, role, [canonicalCategory(named.replaceAll('_', ' '))])];
  });
  if (photos.length > 0 && loose > 0)
    say(`${folder.name}: ${loose} photos lie in no folder that is named after a category and are left out`);
  return photos;
}

/** A photo whose labels say neither its size nor where anything is. */
export function withoutBoxes(file: string, role: PhotoRole, labels: readonly string[]): LabelledPhoto {
  return { id: file, file, width: 0, height: 0, role, labels, difficultLabels: [], boxes: [] };
}
