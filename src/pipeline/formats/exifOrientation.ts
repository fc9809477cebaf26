import { asciiText, viewOf } from './isoBoxes.ts';

const ORIENTATION_TAG = 0x0112;

/** Where an EXIF block says how the photo is turned. */
export interface ExifOrientation {
  /** 1..8; 1 is upright (EXIF 2.32, tag 274). */
  readonly orientation: number;
  /** Byte of the block at which the value begins: two bytes long. */
  readonly at: number;
  readonly littleEndian: boolean;
}

/** @param block TIFF data, with or without "Exif" before it; null where it says nothing or is damaged */
export function exifOrientation(block: Uint8Array): ExifOrientation | null {
  const start = asciiText(block, 0, 4) === 'Exif' ? 6 : 0;
  const order = asciiText(block, start, 2);
  if (order !== 'II' && order !== 'MM') return null;
  const littleEndian = order === 'II';
  const view = viewOf(block);
  const has = (at: number, length: number): boolean => at >= 0 && at + length <= block.length;
  if (!has(start + 4, 4)) return null;
  const directory = start + view.getUint32(start + 4, littleEndian);
  if (!has(directory, 2)) return null;
  const entries = view.getUint16(directory, littleEndian);
  for (let n = 0; n < entries; n++) {
    const entry = directory + 2 + 12 * n;
    if (!has(entry, 12)) return null;
    if (view.getUint16(entry, littleEndian) !== ORIENTATION_TAG) continue;
    const orientation = view.getUint16(entry + 8, littleEndian);
    return orientation >= 1 && orientation <= 8 ? { orientation, at: entry + 8, littleEndian } : null;
  }
  return null;
}
