import { type LabelledBox, type LabelledPhoto, labelsOfBoxes, type PhotoRole } from './dataset.ts';

/** The text of the first element of that name; VOC's own files have no attributes, no comments and no entities that matter. */
function elementText(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xml)?.[1]?.trim();
}

function numberIn(where: string, xml: string, name: string): number {
  const text = elementText(xml, name);
  const value = Number(text);
  if (text === undefined || text === '' || !Number.isFinite(value)) {
    throw new Error(`${where}: <${name}> is ${text === undefined ? 'missing' : `"${text}"`}, wanted a number`);
  }
  return value;
}

/**
 * One photo of the PASCAL VOC layout: an XML file of `Annotations/`. Its pixels count from 1 and its far edge is in the
 * box; here they count from 0 and the far edge is out. Boxes of body parts are no objects.
 * @param source names the file in messages
 * @param id the file's name without its ending
 * @throws Error naming the first element that does not fit.
 */
export function parseVocAnnotation(source: string, xml: string, id: string, role: PhotoRole): LabelledPhoto {
  const root = elementText(xml, 'annotation');
  if (root === undefined) throw new Error(`${source}: no <annotation>, so not a PASCAL VOC annotation`);
  const size = elementText(root, 'size');
  if (size === undefined) throw new Error(`${source}: no <size>`);
  const boxes = [...root.matchAll(/<object>([\s\S]*?)<\/object>/g)].map(([, object], n): LabelledBox => {
    const where = `${source}: object ${n}`;
    const whole = object!.replace(/<part>[\s\S]*?<\/part>/g, '');
    const label = elementText(whole, 'name');
    if (!label) throw new Error(`${where}: no <name>`);
    const box = elementText(whole, 'bndbox');
    if (box === undefined) throw new Error(`${where}: no <bndbox>`);
    return {
      label,
      x0: numberIn(where, box, 'xmin') - 1,
      y0: numberIn(where, box, 'ymin') - 1,
      x1: numberIn(where, box, 'xmax'),
      y1: numberIn(where, box, 'ymax'),
      difficult: elementText(whole, 'difficult') === '1',
    };
  });
  return {
    id,
    file: `JPEGImages/${elementText(root, 'filename') ?? `${id}.jpg`}`,
    width: numberIn(source, size, 'width'),
    height: numberIn(source, size, 'height'),
    role,
    ...labelsOfBoxes(boxes),
    boxes,
  };
}

/** The ids of one list of `ImageSets/Main/`: one a line, a second column (of a category's list) let be. */
export function parseVocImageSet(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().split(/\s+/)[0]!)
    .filter((id) => id !== '');
}
