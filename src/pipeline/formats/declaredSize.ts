import { imageDimensionsFromData } from 'image-dimensions';
import { asciiText, viewOf } from './isoBoxes.ts';
import { jxlSize } from './jxlSize.ts';

/** Pixels of a picture as its file says. */
export interface DeclaredSize {
  readonly width: number;
  readonly height: number;
}

/** Bytes from a file's beginning in which its size is found: behind a large EXIF block and a colour profile, too. */
export const HEAD_BYTES = 2 ** 20;

/** Decoded, a picture takes four bytes a pixel: 1 GB. */
export const MOST_PIXELS = 250e6;

function bmpSize(head: Uint8Array): DeclaredSize | null {
  if (head.length < 26 || asciiText(head, 0, 2) !== 'BM') return null;
  const view = viewOf(head);
  // A file whose rows go from top to bottom has a negative height; the oldest headers have 16 bits.
  if (view.getUint32(14, true) === 12) return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

/** A GIF is as large as its screen or its first frame, whichever reaches further (GIF89a, sections 18 and 20). */
function gifSize(head: Uint8Array): DeclaredSize | null {
  if (head.length < 13 || !/^GIF8[79]a/.test(asciiText(head, 0, 6))) return null;
  const view = viewOf(head);
  const tableBytes = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  for (let at = 13 + tableBytes(head[10]!); at + 9 < head.length; ) {
    if (head[at] === 0x2c) {
      const [left, top, width, height] = [1, 3, 5, 7].map((place) => view.getUint16(at + place, true));
      return { width: Math.max(screen.width, left! + width!), height: Math.max(screen.height, top! + height!) };
    }
    if (head[at] !== 0x21) break;
    // An extension: its kind, then blocks with their length before them, up to an empty one.
    for (at += 2; at < head.length && head[at] !== 0; at += head[at]! + 1);
    at++;
  }
  return screen;
}

/**
 * What a photo's first bytes say about its size, before anything is decoded; null where they do not.
 * @param head the first `HEAD_BYTES` of the file, or all of a shorter one
 */
export function declaredSize(head: Uint8Array): DeclaredSize | null {
  return gifSize(head) ?? bmpSize(head) ?? jxlSize(head) ?? imageDimensionsFromData(head) ?? null;
}
