import type { LabelledPhoto } from './dataset.ts';
import { type LabelFolder, namesThatFit } from './labelFolder.ts';
import { type Say, sayAll } from './leftOut.ts';
import { pictureFinder } from './pictureFinder.ts';
import { parseVocAnnotation } from './vocAnnotations.ts';
import { parseVocImageSet } from './vocImageSet.ts';

const XML = /\.xml$/i;

/** Names of a folder's annotation files. */
export function vocAnnotationFiles(folder: LabelFolder): string[] {
  return namesThatFit(folder, 'Annotations', XML);
}

/**
 * A folder in PASCAL VOC's layout. Photos of the test list are queries, the others train; without a test list that names photos of
 * the folder, the val list's are queries.
 * @throws Error naming the file that does not fit.
 */
export function readVoc(folder: LabelFolder, say: Say): LabelledPhoto[] {
  const names = vocAnnotationFiles(folder);
  const known = new Set(names.map((name) => name.replace(XML, '')));
  const ids = (list: string): ReadonlySet<string> => {
    const path = `ImageSets/Main/${list}.txt`;
    if (!folder.has(path)) return new Set();
    const { ids, unknown } = parseVocImageSet(folder.text(path), known);
    if (unknown.length > 0)
      say(
        `${folder.name}/${path}: ${unknown.length} of its lines name no file of Annotations, the first "${unknown[0]}"`,
      );
    return ids;
  };
  const test = ids('test');
  const queries = test.size > 0 ? test : ids('val');
  const pictureOf = pictureFinder(folder.names('JPEGImages'));
  const leftOut: string[] = [];
  const photos = names.map((name) => {
    const source = `${folder.name}/Annotations/${name}`;
    const id = name.replace(XML, '');
    const role = queries.has(id) ? 'query' : 'train';
    return parseVocAnnotation(folder.text(`Annotations/${name}`), {
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
