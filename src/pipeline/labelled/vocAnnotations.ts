import { DOMParser, type Document, type Element, ParseError } from '@xmldom/xmldom';
import { canonicalCategory } from './categoryNames.ts';
import { type LabelledBox, type LabelledPhoto, labelsOf, type PhotoRole } from './dataset.ts';
import type { Say } from './leftOut.ts';

export interface VocFile {
  /** Names the file in messages. */
  readonly source: string;
  /** The file's name without its ending. */
  readonly id: string;
  readonly role: PhotoRole;
  /** The file of `JPEGImages/` for a name written in a label file; undefined where there is none. */
  readonly pictureOf: (written: string) => string | undefined;
  readonly say: Say;
}

/**
 * One photo of the PASCAL VOC layout: an XML file of `Annotations/`. Its pixels count from 1 and its far edge is in the
 * box; here they count from 0 and the far edge is out. Boxes of body parts are no objects. An object without a name or without
 * a box of some area is named to `say` and left out; its category then counts neither way, since the photo does show it.
 * @throws Error naming the file when it is no XML, no annotation, or does not say the photo's size.
 */
export function parseVocAnnotation(xml: string, { source, id, role, pictureOf, say }: VocFile): LabelledPhoto {
  const root = parsed(source, xml).documentElement;
  if (root?.localName !== 'annotation') throw new Error(`${source}: no <annotation>, so not a PASCAL VOC annotation`);
  const size = child(root, 'size');
  if (size === null) throw new Error(`${source}: no <size>`);
  const boxes: LabelledBox[] = [];
  const unboxed: string[] = [];
  children(root, 'object').forEach((object, n) => {
    const label = canonicalCategory(textOf(object, 'name') ?? '');
    if (label === '') return say(`${source}: object ${n} has no <name> and is left out`);
    const box = boxOf(child(object, 'bndbox'));
    if (typeof box === 'string') {
      unboxed.push(label);
      return say(`${source}: object ${n} (${label}) ${box} and is left out`);
    }
    boxes.push({ label, ...box, difficult: /^(?:1|true|yes)$/i.test(textOf(object, 'difficult') ?? '') });
  });
  const written = textOf(root, 'filename') ?? '';
  return {
    id,
    file: `JPEGImages/${pictureOf(written) ?? pictureOf(id) ?? (written || `${id}.jpg`)}`,
    width: side(source, size, 'width'),
    height: side(source, size, 'height'),
    role,
    ...labelsOf(boxes, unboxed),
    boxes,
  };
}

function parsed(source: string, xml: string): Document {
  try {
    // What the parser can mend, such as a bare & in a file name, it mends in silence; the rest throws.
    return new DOMParser({ onError: () => {} }).parseFromString(xml, 'text/xml');
  } catch (error) {
    if (error instanceof ParseError) throw new Error(`${source}: not XML (${error.message})`);
    throw error;
  }
}

/** The elements of that name directly below: those of a `<part>` belong to the part. */
function children(parent: Element, name: string): Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeType === 1 && node.localName === name);
}

function child(parent: Element, name: string): Element | null {
  return children(parent, name)[0] ?? null;
}

/** Entities resolved, comments left out, CDATA taken as it is; undefined where there is none. */
function textOf(parent: Element, name: string): string | undefined {
  return child(parent, name)?.textContent?.trim();
}

/** Corners, or what is wrong with them as the rest of a sentence. */
function boxOf(box: Element | null): Pick<LabelledBox, 'x0' | 'y0' | 'x1' | 'y1'> | string {
  if (box === null) return 'has no <bndbox>';
  const corners = [];
  for (const name of ['xmin', 'ymin', 'xmax', 'ymax'] as const) {
    const text = textOf(box, name);
    const value = text ? Number(text) : NaN;
    if (!Number.isFinite(value)) return `has a <${name}> of "${text ?? ''}", wanted a number,`;
    corners.push(value);
  }
  const [xmin = 0, ymin = 0, xmax = 0, ymax = 0] = corners;
  if (xmax < xmin || ymax < ymin) return `has a box without area (${corners.join(', ')})`;
  return { x0: xmin - 1, y0: ymin - 1, x1: xmax, y1: ymax };
}

function side(source: string, size: Element, name: string): number {
  const text = textOf(size, name);
  const value = text ? Number(text) : NaN;
  if (!(value > 0 && Number.isFinite(value)))
    throw new Error(`${source}: <${name}> is ${text ? `"${text}"` : 'missing'}, wanted a positive number`);
  return value;
}
