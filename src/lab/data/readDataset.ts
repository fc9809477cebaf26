import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cocoInstanceFiles, readCoco } from './cocoDataset.ts';
import type { LabelledPhoto } from './dataset.ts';
import { parseFacetAnnotations } from './facetAnnotations.ts';
import { type Say, sayAll } from './leftOut.ts';
import { readText } from './readText.ts';
import { readVoc, vocAnnotationFiles } from './vocDataset.ts';

export interface Dataset {
  readonly folder: string;
  readonly layout: 'facet' | 'pascal-voc' | 'coco';
  readonly photos: readonly LabelledPhoto[];
}

/**
 * Reads the labels of a folder of photos in whichever of three layouts it has:
 * - Facet's own: `annotations.json`;
 * - PASCAL VOC's: `Annotations/*.xml`, `JPEGImages/`, lists in `ImageSets/Main/` (test is `query`, the rest `train`; without a
 *   test list, val is `query`);
 * - COCO's: `annotations/instances_*.json` (val and test are `query`, train is `train`).
 * @param say is told what of the labels cannot be used
 * @throws Error naming the folder, or the file and field, that does not fit.
 */
export function readDataset(folder: string, say: Say = (sentence) => console.error(sentence)): Dataset {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`there is no folder ${folder}`);
  const own = join(folder, 'annotations.json');
  if (existsSync(own)) {
    const leftOut: string[] = [];
    const photos = parseFacetAnnotations(own, readText(own), (sentence) => leftOut.push(sentence));
    sayAll(say, leftOut);
    return { folder, layout: 'facet', photos };
  }
  if (vocAnnotationFiles(folder).length > 0) return { folder, layout: 'pascal-voc', photos: readVoc(folder, say) };
  if (cocoInstanceFiles(folder).length > 0) return { folder, layout: 'coco', photos: readCoco(folder, say) };
  throw new Error(
    `${folder} has no annotations.json (Facet), no Annotations/*.xml (PASCAL VOC) and no annotations/instances_*.json (COCO)`,
  );
}
