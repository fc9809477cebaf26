import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledPhoto } from './dataset.ts';
import { filesIn } from './filesIn.ts';
import { type Say, sayAll } from './leftOut.ts';
import { pictureFinder } from './pictureFinder.ts';
import { readText } from './readText.ts';
import { parseVocAnnotation } from './vocAnnotations.ts';
import { parseVocImageSet } from './vocImageSet.ts';

const XML = /\.xml$/i;

/** Names of a folder's annotation files. */
export function vocAnnotationFiles(folder: string): string[] {
  return filesIn(join(folder, 'Annotations'), XML);
}

/**
 * A folder in PASCAL VOC's layout. Photos of the test list are queries, the others train; without a test list that names photos of
 * the folder, the val list's are queries.
 * @throws Error naming the file that does not fit.
 */
export function readVoc(folder: string, say: Say): LabelledPhoto[] {
  const names = vocAnnotationFiles(folder);
  const known = new Set(names.map((name) => name.replace(XML, '')));
  const ids = (list: string): ReadonlySet<string> => {
    const file = join(folder, 'ImageSets', 'Main', `${list}.txt`);
    if (!existsSync(file)) return new Set();
    const { ids, unknown } = parseVocImageSet(readText(file), known);
    if (unknown.length > 0)
      say(`${file}: ${unknown.length} of its lines name no file of Annotations, the first "${unknown[0]}"`);
    return ids;
  };
  const test = ids('test');
  const queries = test.size > 0 ? test : ids('val');
  const pictures = join(folder, 'JPEGImages');
  const pictureOf = pictureFinder(existsSync(pictures) ? readdirSync(pictures) : []);
  const leftOut: string[] = [];
  const photos = names.map((name) => {
    const source = join(folder, 'Annotations', name);
    const id = name.replace(XML, '');
    const role = queries.has(id) ? 'query' : 'train';
    return parseVocAnnotation(readText(source), {
      source,
      id,
      role,
      pictureOf,
      say: (sentence) => leftOut.push(sentence),
    });
  });
  sayAll(say, leftOut);
  return photos;
}
