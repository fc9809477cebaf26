import { existsSync, statSync } from 'node:fs';
import type { LabelledPhoto } from '../../pipeline/labelled/dataset.ts';
import type { Say } from '../../pipeline/labelled/leftOut.ts';
import { type Layout, readLabels } from '../../pipeline/labelled/readLabels.ts';
import { diskFolder } from './diskFolder.ts';

export interface Dataset {
  readonly folder: string;
  readonly layout: Layout;
  readonly photos: readonly LabelledPhoto[];
}

/**
 * Reads the labels of a folder of photos on the disk, see `readLabels`.
 * @param say is told what of the labels cannot be used
 * @throws Error naming the folder, or the file and field, that does not fit.
 */
export function readDataset(folder: string, say: Say = (sentence) => console.error(sentence)): Dataset {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`there is no folder ${folder}`);
  return { folder, ...readLabels(diskFolder(folder), say) };
}
