import { categoryFolders } from './categoryFolders.ts';
import { cocoInstanceFiles, readCoco } from './cocoDataset.ts';
import { csvFile, readCsv } from './csvLabels.ts';
import type { LabelledPhoto } from './dataset.ts';
import { parseFacetAnnotations } from './facetAnnotations.ts';
import type { LabelFolder } from './labelFolder.ts';
import { type Say, sayAll } from './leftOut.ts';
import { readVoc, vocAnnotationFiles } from './vocDataset.ts';

export type Layout = 'facet' | 'pascal-voc' | 'coco' | 'csv' | 'folders';

export interface Labels {
  readonly layout: Layout;
  readonly photos: readonly LabelledPhoto[];
}

/**
 * Reads the labels of a folder of photos in whichever of five layouts it has, the first that is found:
 * - Facet's own: `annotations.json`;
 * - PASCAL VOC's: `Annotations/*.xml`, `JPEGImages/`, lists in `ImageSets/Main/` (test is `query`, the rest `train`; without a
 *   test list, val is `query`);
 * - COCO's: `annotations/instances_*.json` (val and test are `query`, train is `train`);
 * - a table: one `*.csv` beside the photos, see `readCsv`;
 * - folders that are named after categories, see `categoryFolders`.
 * @param say is told what of the labels cannot be used
 * @throws Error naming the folder, or the file and field, that does not fit.
 */
export function readLabels(folder: LabelFolder, say: Say): Labels {
  if (folder.has('annotations.json')) {
    const leftOut: string[] = [];
    const source = `${folder.name}/annotations.json`;
    const photos = parseFacetAnnotations(source, folder.text('annotations.json'), (sentence) => leftOut.push(sentence));
    sayAll(say, leftOut);
    return { layout: 'facet', photos };
  }
  if (vocAnnotationFiles(folder).length > 0) return { layout: 'pascal-voc', photos: readVoc(folder, say) };
  if (cocoInstanceFiles(folder).length > 0) return { layout: 'coco', photos: readCoco(folder, say) };
  const table = csvFile(folder);
  if (table !== null) return { layout: 'csv', photos: readCsv(folder, table, say) };
  const photos = categoryFolders(folder, say);
  if (photos.length > 0) return { layout: 'folders', photos };
  throw new Error(
    `${folder.name} has no annotations.json (Facet), no Annotations/*.xml (PASCAL VOC), no annotations/instances_*.json (COCO), ` +
      'no table (*.csv) and no photos in folders that are named after what is in them',
  );
}
