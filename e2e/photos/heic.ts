import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The HEIC photo of this folder: one image, one item, 320×240. */
export function sceneHeic(): Buffer {
  return readFileSync(resolve(import.meta.dirname, 'scene.heic'));
}

function box(type: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/**
 * A HEIC of one item with a colour profile, as a property of that item (ISO/IEC 23008-12, section 6.5.5).
 * @param colour contents of the `colr` box
 */
export function withColour(heic: Buffer, colour: Uint8Array): Buffer {
  const file = Buffer.from(heic);
  const [meta, iprp, ipco, ipma, iloc] = ['meta', 'iprp', 'ipco', 'ipma', 'iloc'].map(
    (type) => file.indexOf(type, 0, 'latin1') - 4,
  );
  const property = box('colr', colour);
  // One byte more in `ipma`: the association with the new property, the fourth.
  const added = property.length + 1;
  const grow = (at: number, by: number): void => void file.writeUInt32BE(file.readUInt32BE(at) + by, at);
  const ipcoEnd = ipco! + file.readUInt32BE(ipco!);
  const ipmaEnd = ipma! + file.readUInt32BE(ipma!);
  grow(meta!, added);
  grow(iprp!, added);
  grow(ipco!, property.length);
  grow(ipma!, 1);
  // Count of associations of the only item: behind version, entry count and item number.
  file.writeUInt8(file.readUInt8(ipma! + 18) + 1, ipma! + 18);
  // The offset of the only extent, from the file's beginning.
  const extent = file.indexOf(Buffer.from([0, 0, 0x01, 0x66]), iloc!);
  grow(extent, added);
  return Buffer.concat([
    file.subarray(0, ipcoEnd),
    property,
    file.subarray(ipcoEnd, ipmaEnd),
    Buffer.from([4]),
    file.subarray(ipmaEnd),
  ]);
}

/** The same HEIC under another major brand; those that it is compatible with stay. */
export function withMajorBrand(heic: Buffer, brand: string): Buffer {
  const file = Buffer.from(heic);
  file.write(brand, 8, 'latin1');
  return file;
}
