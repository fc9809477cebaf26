import { asciiText, contentsOf, type IsoBox, isoBoxes, viewOf } from './isoBoxes.ts';

/** In which colours the pixels of a picture are. */
export type ColourProfile =
  | { readonly kind: 'icc'; readonly profile: Uint8Array }
  /** Code points of ITU-T H.273. */
  | { readonly kind: 'code points'; readonly primaries: number; readonly transfer: number };

/** H.273: the primaries of BT.709, which are sRGB's; and no word on them. */
const BT709 = 1;
const UNSPECIFIED = 2;

/** Numbers of the properties that belong to an item, from 1 on (`ipma`, ISO/IEC 23008-12, section 9.3). */
function propertiesOf(associations: Uint8Array, item: number): number[] {
  const view = viewOf(associations);
  const [version, wide] = [view.getUint8(0), (view.getUint8(3) & 1) === 1];
  const entries = view.getUint32(4);
  let at = 8;
  for (let entry = 0; entry < entries; entry++) {
    const id = version < 1 ? view.getUint16(at) : view.getUint32(at);
    at += version < 1 ? 2 : 4;
    const count = view.getUint8(at++);
    // The first bit says whether a reader has to understand the property.
    const numbers = Array.from({ length: count }, (_, n) =>
      wide ? view.getUint16(at + 2 * n) & 0x7fff : view.getUint8(at + n) & 0x7f,
    );
    if (id === item) return numbers;
    at += count * (wide ? 2 : 1);
  }
  return [];
}

function colourOf({ type, body }: IsoBox): ColourProfile | null {
  if (type !== 'colr' || body.length < 8) return null;
  const kind = asciiText(body, 0, 4);
  if (kind === 'nclx') {
    const view = viewOf(body);
    return { kind: 'code points', primaries: view.getUint16(4), transfer: view.getUint16(6) };
  }
  return kind === 'prof' || kind === 'rICC' ? { kind: 'icc', profile: body.subarray(4) } : null;
}

function isAsSrgb(colour: ColourProfile): boolean {
  if (colour.kind === 'code points') return colour.primaries === BT709 || colour.primaries === UNSPECIFIED;
  // Grey pictures have profiles of their own, which say nothing about the RGB that they are decoded to.
  return asciiText(colour.profile, 16, 4) !== 'RGB ';
}

/**
 * The colour profile of a HEIF file's main image (ISO/IEC 23008-12, `colr`); null where its pixels can be taken for sRGB. An ICC profile
 * says more than code points do, so it goes first.
 */
export function heifColour(file: Uint8Array): ColourProfile | null {
  try {
    // `meta` and `pitm` begin with a version and flags.
    const meta = isoBoxes(contentsOf(isoBoxes(file), 'meta').subarray(4));
    const main = contentsOf(meta, 'pitm');
    const item = main[0] === 0 ? viewOf(main).getUint16(4) : viewOf(main).getUint32(4);
    const properties = isoBoxes(contentsOf(meta, 'iprp'));
    const all = isoBoxes(contentsOf(properties, 'ipco'));
    const colours = propertiesOf(contentsOf(properties, 'ipma'), item).flatMap((number) => {
      const box = all[number - 1];
      return (box && colourOf(box)) ?? [];
    });
    const colour = colours.find(({ kind }) => kind === 'icc') ?? colours[0];
    return colour === undefined || isAsSrgb(colour) ? null : colour;
  } catch (error) {
    // Cut short in the middle of a table; the decoder says whether there is a picture.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
