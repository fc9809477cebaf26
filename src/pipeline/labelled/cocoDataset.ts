import { parseCocoInstances } from './cocoAnnotations.ts';
import type { LabelledPhoto, PhotoRole } from './dataset.ts';
import { type LabelFolder, namesThatFit } from './labelFolder.ts';
import { type Say, sayAll } from './leftOut.ts';
import { lastSegment } from './pictureFinder.ts';

const INSTANCES = /^instances_(.*)\.json$/i;

/** What a person is told whose splits have other names. */
export const COCO_SPLITS =
  'names that begin with train (instances_train2017.json) are the training set and database, names that begin with val or test ' +
  '(instances_val2017.json) are queries';

/** Names of a folder's label files. */
export function cocoInstanceFiles(folder: LabelFolder): string[] {
  return namesThatFit(folder, 'annotations', INSTANCES);
}

/**
 * A folder in COCO's layout, with one file of labels for each split. Ids are the images' own; where two files use one id for
 * photos of theirs, both get the split's name before it.
 * @throws Error naming the file and field that does not fit, or the folders in which the pictures were looked for.
 */
export function readCoco(folder: LabelFolder, say: Say): LabelledPhoto[] {
  const splits = cocoInstanceFiles(folder).map((name) => readSplit(folder, name, say));
  const uses = new Map<string, number>();
  for (const { photos } of splits) for (const { id } of photos) uses.set(id, (uses.get(id) ?? 0) + 1);
  return splits.flatMap(({ split, photos }) =>
    photos.map((photo) =>
      uses.get(photo.id) === 1 ? photo : { ...photo, id: photo.id.replace(/^coco_/, `coco_${split}_`) },
    ),
  );
}

function readSplit(folder: LabelFolder, name: string, say: Say): { split: string; photos: LabelledPhoto[] } {
  const split = name.replace(INSTANCES, '$1');
  const places = [split, `images/${split}`, 'images'];
  const pictures = places.find((place) => folder.has(place));
  if (!pictures) throw new Error(`${folder.name} has ${name} but none of the folders ${places.join(', ')}`);
  const role = roleOf(split);
  const source = `${folder.name}/annotations/${name}`;
  if (role === 'other')
    say(
      `${source}: its split is named "${split}", so its photos are neither trained on nor searched nor queries: ${COCO_SPLITS}`,
    );
  const leftOut: string[] = [];
  const photos = parseCocoInstances(folder.text(`annotations/${name}`), {
    source,
    role,
    pictureOf: (written) => pictureOf(folder, pictures, written),
    say: (sentence) => leftOut.push(sentence),
  });
  sayAll(say, leftOut);
  return { split, photos };
}

function roleOf(split: string): PhotoRole {
  if (/^train/i.test(split)) return 'train';
  return /^(?:val|test)/i.test(split) ? 'query' : 'other';
}

/** `file_name` is a name, a path below the pictures or the data folder, or one of the machine that wrote it, with either slash. */
function pictureOf(folder: LabelFolder, pictures: string, written: string): string {
  const path = written.replaceAll('\\', '/');
  const ways = [`${pictures}/${path}`, path, `${pictures}/${lastSegment(path)}`];
  return ways.find((way) => folder.has(way)) ?? ways[0]!;
}
