import { canonicalCategory } from './categoryNames.ts';
import { type LabelledBox, type LabelledPhoto, labelsOfBoxes, type PhotoRole } from './dataset.ts';
import { asArray, asObject, numberField, parseJson, sideField, stringField } from './jsonFields.ts';

/**
 * COCO's instances JSON: `images`, `annotations`, `categories`. Categories that PASCAL VOC has under another name get
 * VOC's (couch is sofa); the others keep COCO's. A crowd counts as difficult.
 * @param source names the file in messages
 * @param folder where the pictures lie below the data folder, such as "val2017"
 * @throws Error naming the first entry and field that does not fit.
 */
export function parseCocoInstances(source: string, text: string, folder: string, role: PhotoRole): LabelledPhoto[] {
  const root = asObject(source, parseJson(source, text));
  const names = new Map<number, string>();
  asArray(`${source}: categories`, root['categories']).forEach((value, n) => {
    const where = `${source}: categories[${n}]`;
    const category = asObject(where, value);
    names.set(numberField(where, category, 'id'), canonicalCategory(stringField(where, category, 'name')));
  });
  const boxesOf = new Map<number, LabelledBox[]>();
  asArray(`${source}: annotations`, root['annotations']).forEach((value, n) => {
    const where = `${source}: annotations[${n}]`;
    const annotation = asObject(where, value);
    const category = numberField(where, annotation, 'category_id');
    const label = names.get(category);
    if (label === undefined) throw new Error(`${where}: category_id is ${category}, which is not among the categories`);
    const box = asArray(`${where}: bbox`, annotation['bbox']);
    const [x, y, w, h] = box;
    if (
      box.length !== 4 ||
      typeof x !== 'number' ||
      typeof y !== 'number' ||
      typeof w !== 'number' ||
      typeof h !== 'number'
    ) {
      throw new Error(`${where}: bbox is ${JSON.stringify(box)}, wanted four numbers x, y, w, h`);
    }
    const image = numberField(where, annotation, 'image_id');
    const boxes = boxesOf.get(image) ?? [];
    boxes.push({ label, x0: x, y0: y, x1: x + w, y1: y + h, difficult: annotation['iscrowd'] === 1 });
    boxesOf.set(image, boxes);
  });
  return asArray(`${source}: images`, root['images']).map((value, n) => {
    const where = `${source}: images[${n}]`;
    const image = asObject(where, value);
    const id = numberField(where, image, 'id');
    const boxes = boxesOf.get(id) ?? [];
    return {
      id: `coco_${String(id).padStart(12, '0')}`,
      file: `${folder}/${stringField(where, image, 'file_name')}`,
      width: sideField(where, image, 'width'),
      height: sideField(where, image, 'height'),
      role,
      ...labelsOfBoxes(boxes),
      boxes,
    };
  });
}
