import { canonicalCategory } from './categoryNames.ts';
import { type LabelledBox, type LabelledPhoto, labelsOf, type PhotoRole } from './dataset.ts';
import { asArray, asObject, type JsonObject, numberField, parseJson, sideField, stringField } from './jsonFields.ts';
import type { Say } from './leftOut.ts';

export interface CocoFile {
  /** Names the file in messages. */
  readonly source: string;
  readonly role: PhotoRole;
  /** Path below the data folder of the picture that an image's `file_name` means. */
  readonly pictureOf: (written: string) => string;
  readonly say: Say;
}

interface ObjectsOfPhoto {
  readonly boxes: LabelledBox[];
  /** Categories of objects whose box could not be used. */
  readonly unboxed: string[];
}

/**
 * COCO's instances JSON: `images`, `annotations`, `categories`. Categories that PASCAL VOC has under another name get
 * VOC's (couch is sofa); the others keep COCO's. A crowd counts as difficult. An annotation without a box of some area is named
 * to `say` and left out; its category then counts neither way, since the photo does show it.
 * @throws Error naming the first entry and field that does not fit.
 */
export function parseCocoInstances(text: string, { source, role, pictureOf, say }: CocoFile): LabelledPhoto[] {
  const root = asObject(source, parseJson(source, text));
  const names = new Map<string, string>();
  asArray(`${source}: categories`, root['categories']).forEach((value, n) => {
    const where = `${source}: categories[${n}]`;
    const category = asObject(where, value);
    names.set(idField(where, category, 'id'), canonicalCategory(stringField(where, category, 'name')));
  });
  const objectsOf = new Map<string, ObjectsOfPhoto>();
  asArray(`${source}: annotations`, root['annotations']).forEach((value, n) => {
    const where = `${source}: annotations[${n}]`;
    const annotation = asObject(where, value);
    const category = idField(where, annotation, 'category_id');
    const label = names.get(category);
    if (label === undefined) throw new Error(`${where}: category_id is ${category}, which is not among the categories`);
    const image = idField(where, annotation, 'image_id');
    const objects = objectsOf.get(image) ?? { boxes: [], unboxed: [] };
    objectsOf.set(image, objects);
    const box = boxOf(annotation['bbox']);
    if (typeof box === 'string') {
      objects.unboxed.push(label);
      return say(`${where} (${label}, image ${image}) has ${box} and is left out`);
    }
    objects.boxes.push({ label, ...box, difficult: isSet(annotation['iscrowd']) });
  });
  const ids = new Set<string>();
  return asArray(`${source}: images`, root['images']).map((value, n) => {
    const where = `${source}: images[${n}]`;
    const image = asObject(where, value);
    const id = idField(where, image, 'id');
    if (ids.has(id)) throw new Error(`${where}: id ${id} was there before`);
    ids.add(id);
    const { boxes, unboxed } = objectsOf.get(id) ?? { boxes: [], unboxed: [] };
    return {
      id: `coco_${id.padStart(12, '0')}`,
      file: pictureOf(stringField(where, image, 'file_name')),
      width: sideField(where, image, 'width'),
      height: sideField(where, image, 'height'),
      role,
      ...labelsOf(boxes, unboxed),
      boxes,
    };
  });
}

/** A number, or the text that some tools write. */
function idField(where: string, object: JsonObject, name: string): string {
  return typeof object[name] === 'string' ? stringField(where, object, name) : String(numberField(where, object, name));
}

/** COCO writes 1; tools write true, and "1". */
function isSet(flag: unknown): boolean {
  return typeof flag === 'string' ? /^(?:1|true)$/i.test(flag.trim()) : Boolean(flag);
}

/** Corners from `bbox` [x, y, w, h], or what it is instead. */
function boxOf(bbox: unknown): Pick<LabelledBox, 'x0' | 'y0' | 'x1' | 'y1'> | string {
  if (bbox === undefined || bbox === null || (Array.isArray(bbox) && bbox.length === 0)) return 'no bbox';
  const said = JSON.stringify(bbox).slice(0, 60);
  if (!Array.isArray(bbox) || bbox.length !== 4) return `the bbox ${said}, wanted four numbers x, y, w, h,`;
  const [x, y, w, h] = bbox.map((side: unknown) => (typeof side === 'number' ? side : NaN));
  if (![x, y, w, h].every(Number.isFinite)) return `the bbox ${said}, wanted four numbers x, y, w, h,`;
  if (!(w! > 0 && h! > 0)) return `the bbox ${said} without area`;
  return { x0: x!, y0: y!, x1: x! + w!, y1: y! + h! };
}
