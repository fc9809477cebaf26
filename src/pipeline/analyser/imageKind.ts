/** What a file's first bytes say that it is, whatever its name. */
export type ImageKind =
  | 'JPEG'
  | 'PNG'
  | 'GIF'
  | 'WebP'
  | 'BMP'
  | 'AVIF'
  | 'HEIC'
  | 'TIFF'
  | 'JPEG XL'
  | 'PDF'
  | 'video'
  | 'unknown';

/** Bytes that are needed to tell: an ISO base media file lists the brands that it is compatible with, some dozen at most. */
export const KIND_BYTES = 256;

function text(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}

const AVIF_BRANDS = ['avif', 'avis', 'avio'];
const HEVC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'hevm', 'hevs'];
/** Of the container, whatever codes the image in it: a decoder finds out. */
const HEIF_BRANDS = ['mif1', 'mif2', 'mif3', 'msf1', 'miaf', 'MiHE', 'MiHB', 'MiHA'];

/**
 * What an ISO base media file is by its major brand and those that it is compatible with (ISO/IEC 23008-12 for HEIF, AV1 Image File Format
 * for AVIF): the major one alone may be that of a profile or of a camera.
 * @param bytes from the file's beginning
 */
function mediaKind(bytes: Uint8Array): ImageKind {
  const end = Math.min(bytes.length, new DataView(bytes.buffer, bytes.byteOffset).getUint32(0));
  const brands = [text(bytes, 8, 4)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text(bytes, at, 4));
  const is = (known: readonly string[]): boolean => brands.some((brand) => known.includes(brand));
  if (is(AVIF_BRANDS)) return 'AVIF';
  return is(HEVC_BRANDS) || is(HEIF_BRANDS) ? 'HEIC' : 'video';
}

/** @param bytes the first `KIND_BYTES` of the file, or all of a shorter one */
export function imageKind(bytes: Uint8Array): ImageKind {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'JPEG';
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'PNG';
  if (/^GIF8[79]a/.test(text(bytes, 0, 6))) return 'GIF';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return 'WebP';
  if (text(bytes, 4, 4) === 'ftyp') return mediaKind(bytes);
  if (text(bytes, 0, 4) === 'II*\0' || text(bytes, 0, 4) === 'MM\0*') return 'TIFF';
  if (text(bytes, 4, 4) === 'JXL ' || (bytes[0] === 0xff && bytes[1] === 0x0a)) return 'JPEG XL';
  if (text(bytes, 0, 5) === '%PDF-') return 'PDF';
  if (text(bytes, 0, 2) === 'BM') return 'BMP';
  return 'unknown';
}

/**
 * Why a file that the browser refused could not be read, in a sentence.
 * @param readsKind whether other files of the kind are read here
 */
export function unreadableReason(kind: ImageKind, readsKind = kind !== 'TIFF' && kind !== 'JPEG XL'): string {
  return (
    notPhotoReason(kind) ??
    (readsKind
      ? `The ${kind} file is damaged or cut short, or has more pixels than this browser can open.`
      : `This browser cannot read ${kind} photos. Export it as JPEG and add that file.`)
  );
}

/** Why a file that the terminal's decoders refused could not be read, in a sentence. They read TIFF. */
export function unreadableInTerminal(kind: ImageKind): string {
  return (
    notPhotoReason(kind) ??
    (kind === 'JPEG XL'
      ? 'The terminal cannot read JPEG XL photos. Export it as JPEG.'
      : `The ${kind} file is damaged or cut short, or has more pixels than the terminal can open.`)
  );
}

function notPhotoReason(kind: ImageKind): string | null {
  switch (kind) {
    case 'unknown':
      return 'This is not a photo in a format that Facet knows.';
    case 'video':
    case 'PDF':
      return `This is a ${kind === 'PDF' ? 'PDF file' : 'video'}, not a photo.`;
    default:
      return null;
  }
}
