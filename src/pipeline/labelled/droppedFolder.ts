import { belowFolder, commonFolder } from '../api/commonFolder.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type { LabelFolder } from '../labelled/labelFolder.ts';
import { memoryFolder } from '../labelled/memoryFolder.ts';

const MAY_HOLD_LABELS = /\.(?:xml|json|txt|csv)$/i;
/** No file of labels is larger; COCO's largest has 500 MB. */
const MOST_BYTES = 2 ** 30;

/** A dropped folder: its labels to read, and its photos by their paths below it. */
export interface DroppedFolder {
  readonly labels: LabelFolder;
  readonly files: ReadonlyMap<string, File>;
}

/**
 * A folder as a person dropped it. Where all files lie in one folder, that is the one; its name is left out of the paths.
 * @throws Error, for a person, when nothing was dropped.
 */
export async function droppedFolder(dropped: readonly PhotoFile[]): Promise<DroppedFolder> {
  if (dropped.length === 0) throw new Error('There is no file in this folder.');
  const below = commonFolder(dropped.map(({ path }) => path));
  const files = new Map(dropped.map(({ path, file }) => [belowFolder(path, below), file] as const));
  const read = await Promise.all(
    [...files].map(async ([path, file]) => ({
      path,
      bytes: MAY_HOLD_LABELS.test(path) && file.size <= MOST_BYTES ? new Uint8Array(await file.arrayBuffer()) : null,
    })),
  );
  return { labels: memoryFolder(below === '' ? 'photos' : below, read), files };
}
