import { canonicalCategory } from './categoryNames.ts';
import type { LabelledBox, LabelledPhoto, PhotoRole } from './dataset.ts';
import {
  asArray,
  asObject,
  asStrings,
  type JsonObject,
  numberField,
  parseJson,
  sideField,
  stringField,
} from './jsonFields.ts';
import type { Say } from './leftOut.ts';

/**
 * Facet's own format: `annotations.json`, an array with an entry a photo: `id`, `file`, `width`, `height`, `role`, `labels`,
 * `boxes` [{label, x, y, w, h, difficult?}] and, where there are any, `difficultLabels` and `cocoLabels` (COCO's names of all in it). Other fields are left alone. A box without
 * area is named to `say` and left out; the labels stand as they are.
 * @param source names the file in messages
 * @throws Error naming the first entry and field that does not fit, or an id that comes twice.
 */
export function parseFacetAnnotations(source: string, text: string, say: Say): LabelledPhoto[] {
  const ids = new Set<string>();
  return asArray(source, parseJson(source, text)).map((value, n) => {
    const entry = asObject(`${source}: entry ${n}`, value);
    const id = stringField(`${source}: entry ${n}`, entry, 'id');
    const where = `${source}: entry ${n} (${id})`;
    if (ids.has(id)) throw new Error(`${where}: this id was there before`);
    ids.add(id);
    return {
      id,
      file: stringField(where, entry, 'file'),
      width: sideField(where, entry, 'width'),
      height: sideField(where, entry, 'height'),
      role: roleOf(where, entry),
      labels: categories(`${where}: labels`, entry['labels']),
      difficultLabels:
        entry['difficultLabels'] === undefined ? [] : categories(`${where}: difficultLabels`, entry['difficultLabels']),
      boxes: asArray(`${where}: boxes`, entry['boxes']).flatMap((box, b) =>
        boxOf(`${where}: box ${b}`, asObject(`${where}: box ${b}`, box), say),
      ),
      ...(entry['cocoLabels'] === undefined
        ? {}
        : { cocoLabels: [...new Set(asStrings(`${where}: cocoLabels`, entry['cocoLabels']))] }),
    };
  });
}

/** A folder of queries need not say a role. */
function roleOf(where: string, entry: JsonObject): PhotoRole {
  if (entry['role'] === undefined) return 'other';
  const role = stringField(where, entry, 'role');
  return role === 'train' || role === 'query' || role === 'extra' ? role : 'other';
}

function categories(where: string, value: unknown): string[] {
  return [...new Set(asStrings(where, value).map(canonicalCategory))];
}

/** None where it has no area. */
function boxOf(where: string, box: JsonObject, say: Say): LabelledBox[] {
  const label = canonicalCategory(stringField(where, box, 'label'));
  const [x0, y0, w, h] = ['x', 'y', 'w', 'h'].map((name) => numberField(where, box, name));
  if (!(w! > 0 && h! > 0)) {
    say(`${where} (${label}) is ${w} × ${h} pixels, without area, and is left out`);
    return [];
  }
  return [{ label, x0: x0!, y0: y0!, x1: x0! + w!, y1: y0! + h!, difficult: Boolean(box['difficult']) }];
}
