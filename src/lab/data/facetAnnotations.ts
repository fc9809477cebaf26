import type { LabelledBox, LabelledPhoto, PhotoRole } from './dataset.ts';
import {
  asArray,
  asObject,
  asStrings,
  extentField,
  type JsonObject,
  numberField,
  parseJson,
  sideField,
  stringField,
} from './jsonFields.ts';

/**
 * Facet's own format: `annotations.json`, an array with an entry a photo: `id`, `file`, `width`, `height`, `role`, `labels`,
 * `boxes` [{label, x, y, w, h, difficult?}] and, where there are any, `difficultLabels`. Other fields are let be.
 * @param source names the file in messages
 * @throws Error naming the first entry and field that does not fit, or an id that comes twice.
 */
export function parseFacetAnnotations(source: string, text: string): LabelledPhoto[] {
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
      labels: asStrings(`${where}: labels`, entry['labels']),
      difficultLabels:
        entry['difficultLabels'] === undefined ? [] : asStrings(`${where}: difficultLabels`, entry['difficultLabels']),
      boxes: asArray(`${where}: boxes`, entry['boxes']).map((box, b) =>
        boxOf(`${where}: box ${b}`, asObject(`${where}: box ${b}`, box)),
      ),
    };
  });
}

/** A folder of queries need not say a role. */
function roleOf(where: string, entry: JsonObject): PhotoRole {
  if (entry['role'] === undefined) return 'other';
  const role = stringField(where, entry, 'role');
  return role === 'train' || role === 'query' || role === 'extra' ? role : 'other';
}

function boxOf(where: string, box: JsonObject): LabelledBox {
  const x0 = numberField(where, box, 'x');
  const y0 = numberField(where, box, 'y');
  return {
    label: stringField(where, box, 'label'),
    x0,
    y0,
    x1: x0 + extentField(where, box, 'w'),
    y1: y0 + extentField(where, box, 'h'),
    difficult: Boolean(box['difficult']),
  };
}
