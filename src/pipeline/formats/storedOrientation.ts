import { exifOrientation } from './exifOrientation.ts';
import { asciiText, viewOf } from './isoBoxes.ts';

/** A photo whose file says in EXIF how it is turned, in a format in which browsers do not agree on heeding that. */
export interface StoredOrientation {
  /** 2..8: how the stored picture has to be turned. */
  readonly orientation: number;
  /** The same photo without that word, which every browser shows as it is stored. */
  readonly asStored: Blob;
}

/** No EXIF block that is read is larger: it would hold a thumbnail of many megapixels. */
const MOST_EXIF = 2 ** 24;
/** VP8X flag: there is an EXIF block (RFC 9649, section 2.7). */
const HAS_EXIF = 0x08;

async function bytesOf(file: Blob, start: number, length: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(start, start + length).arrayBuffer());
}

async function inWebP(file: Blob): Promise<StoredOrientation | null> {
  for (let at = 12; at + 8 <= file.size; ) {
    const head = await bytesOf(file, at, 8);
    const [type, length] = [asciiText(head, 0, 4), viewOf(head).getUint32(4, true)];
    if (type === 'EXIF' && length <= MOST_EXIF) {
      const found = exifOrientation(await bytesOf(file, at + 8, length));
      if (found === null || found.orientation === 1) return null;
      const value = at + 8 + found.at;
      const upright = found.littleEndian ? Uint8Array.of(1, 0) : Uint8Array.of(0, 1);
      const asStored = new Blob([file.slice(0, value), upright, file.slice(value + 2)], { type: file.type });
      return { orientation: found.orientation, asStored };
    }
    at += 8 + length + (length & 1);
  }
  return null;
}

/** Behind the pixels no writer puts it, so the search ends where they begin. */
async function inPng(file: Blob): Promise<StoredOrientation | null> {
  for (let at = 8; at + 12 <= file.size; ) {
    const head = await bytesOf(file, at, 8);
    const [length, type] = [viewOf(head).getUint32(0), asciiText(head, 4, 4)];
    if (type === 'IDAT') return null;
    const end = at + 12 + length;
    if (type === 'eXIf' && length <= MOST_EXIF) {
      const found = exifOrientation(await bytesOf(file, at + 8, length));
      if (found === null || found.orientation === 1) return null;
      const asStored = new Blob([file.slice(0, at), file.slice(end)], { type: file.type });
      return { orientation: found.orientation, asStored };
    }
    at = end;
  }
  return null;
}

/**
 * How a WebP or PNG photo is turned; null where it is upright or of another format. Chromium heeds EXIF in JPEG alone, other browsers in
 * these, too; HEIF and AVIF have a word of their own, which every decoder heeds.
 * @param head the file's first bytes, at least 32 of them
 */
export async function storedOrientation(file: Blob, head: Uint8Array): Promise<StoredOrientation | null> {
  if (asciiText(head, 0, 4) === 'RIFF' && asciiText(head, 8, 8) === 'WEBPVP8X')
    return (head[20]! & HAS_EXIF) === 0 ? null : inWebP(file);
  if (asciiText(head, 0, 4) === '\x89PNG') return inPng(file);
  return null;
}
