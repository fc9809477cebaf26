import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseCocoInstances } from './cocoAnnotations.ts';
import type { LabelledPhoto, PhotoRole } from './dataset.ts';
import { parseFacetAnnotations } from './facetAnnotations.ts';
import { parseVocAnnotation, parseVocImageSet } from './vocAnnotations.ts';

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
 * - COCO's: `annotations/instances_*.json` (val is `query`, train is `train`).
 * @throws Error naming the folder, or the file and field, that does not fit.
 */
export function readDataset(folder: string): Dataset {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`there is no folder ${folder}`);
  const own = join(folder, 'annotations.json');
  if (existsSync(own))
    return { folder, layout: 'facet', photos: parseFacetAnnotations(own, readFileSync(own, 'utf8')) };
  if (filesIn(join(folder, 'Annotations'), /\.xml$/).length > 0)
    return { folder, layout: 'pascal-voc', photos: readVoc(folder) };
  if (filesIn(join(folder, 'annotations'), /^instances_.*\.json$/).length > 0)
    return { folder, layout: 'coco', photos: readCoco(folder) };
  throw new Error(
    `${folder} has no annotations.json (Facet), no Annotations/*.xml (PASCAL VOC) and no annotations/instances_*.json (COCO)`,
  );
}

function filesIn(folder: string, pattern: RegExp): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => pattern.test(name))
        .sort()
    : [];
}

function readVoc(folder: string): LabelledPhoto[] {
  const ids = (list: string): ReadonlySet<string> => {
    const file = join(folder, 'ImageSets', 'Main', `${list}.txt`);
    return new Set(existsSync(file) ? parseVocImageSet(readFileSync(file, 'utf8')) : []);
  };
  const test = ids('test');
  const queries = test.size > 0 ? test : ids('val');
  return filesIn(join(folder, 'Annotations'), /\.xml$/).map((name) => {
    const file = join(folder, 'Annotations', name);
    const id = name.replace(/\.xml$/, '');
    return parseVocAnnotation(file, readFileSync(file, 'utf8'), id, queries.has(id) ? 'query' : 'train');
  });
}

function readCoco(folder: string): LabelledPhoto[] {
  return filesIn(join(folder, 'annotations'), /^instances_.*\.json$/).flatMap((name) => {
    const split = name.replace(/^instances_(.*)\.json$/, '$1');
    const places = [split, `images/${split}`, 'images'];
    const pictures = places.find((place) => existsSync(join(folder, place)));
    if (!pictures) throw new Error(`${folder} has ${name} but none of the folders ${places.join(', ')}`);
    const role: PhotoRole = split.startsWith('train')
      ? 'train'
      : split.startsWith('val') || split.startsWith('test')
        ? 'query'
        : 'other';
    const file = join(folder, 'annotations', name);
    return parseCocoInstances(file, readFileSync(file, 'utf8'), pictures, role);
  });
}
