import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { type RgbImage, rgbImage } from '../../base/image/rgbImage.ts';
import { type ImageKind, imageKind, KIND_BYTES, unreadableInTerminal } from '../../pipeline/analyser/imageKind.ts';
import { declaredSize, HEAD_BYTES, MOST_PIXELS } from '../../pipeline/formats/declaredSize.ts';
import { orientationOf, type StoredFrame } from '../../pipeline/formats/storedFrame.ts';
import { avifProperties } from './avifProperties.ts';
import { decodeAvif } from './decodeAvif.ts';
import { decodeBmp } from './decodeBmp.ts';
import { decodeHeic } from './decodeHeic.ts';
import { UnreadableFile } from './unreadableFile.ts';

/** Goes up when a photo gives other pixels than before: what was kept of it is made anew. */
export const PIXELS_VERSION = 2;

export interface DecodedFile {
  /** Upright, as EXIF says. */
  readonly image: RgbImage;
  readonly frame: StoredFrame;
  /** In what the pixels differ from the page's, in a sentence; null where they do not. */
  readonly difference: string | null;
}

/**
 * A photo's pixels as the page sees them: upright by EXIF, in sRGB, transparent areas white.
 * @param file a path, or the file's bytes
 * @param say is told where the pixels differ from the page's
 * @throws Error with a sentence when the file is no picture, is damaged, or is of a kind that only the page can show right.
 */
export async function decodePhoto(
  file: string | Uint8Array,
  say: (sentence: string) => void = (sentence) => console.error(sentence),
): Promise<RgbImage> {
  const { image, difference } = await decodeFile(typeof file === 'string' ? await readFile(file) : file);
  if (difference !== null) say(typeof file === 'string' ? `${file}: ${difference}` : difference);
  return image;
}

/** Like `decodePhoto`, with the frame in which people's boxes are given. */
export async function decodeFile(bytes: Uint8Array): Promise<DecodedFile> {
  const kind = imageKind(bytes.subarray(0, KIND_BYTES));
  checkSize(bytes);
  try {
    return await decoded(bytes, kind);
  } catch (cause) {
    // What decoders say is for developers.
    throw cause instanceof UnreadableFile ? cause : new UnreadableFile(unreadableInTerminal(kind), { cause });
  }
}

async function decoded(bytes: Uint8Array, kind: ImageKind): Promise<DecodedFile> {
  switch (kind) {
    case 'AVIF':
      return avifFile(bytes);
    case 'HEIC': {
      const { width, height, photo, difference } = await decodeHeic(bytes);
      return { image: await upright(photo), frame: { width, height, orientation: 1 }, difference };
    }
    case 'BMP': {
      const { width, height, data } = decodeBmp(bytes);
      const photo = sharp(data, { raw: { width, height, channels: 4 } });
      return { image: await upright(photo), frame: { width, height, orientation: 1 }, difference: null };
    }
    default:
      return sharpFile(bytes);
  }
}

/** Before anything is decoded, by what the file says itself. */
function checkSize(bytes: Uint8Array): void {
  const size = declaredSize(bytes.subarray(0, HEAD_BYTES));
  if (size !== null && size.width * size.height > MOST_PIXELS) {
    throw new UnreadableFile(
      `The file says that it has ${size.width}×${size.height} pixels. Facet reads photos of up to ${MOST_PIXELS / 1e6} megapixels.`,
    );
  }
}

async function sharpFile(bytes: Uint8Array): Promise<DecodedFile> {
  const photo = sharp(bytes);
  const { width, height, orientation, space, icc } = await photo.metadata();
  const frame = { width, height, orientation: orientationOf(orientation) };
  if (space === 'cmyk' && icc === undefined) return { image: await withoutProfile(bytes), frame, difference: null };
  const difference =
    space === 'cmyk'
      ? 'this photo is in CMYK with a colour profile, which browsers convert otherwise: its colours differ a little from the page'
      : null;
  return { image: await upright(photo), frame, difference };
}

async function upright(photo: Sharp): Promise<RgbImage> {
  const { data, info } = await photo
    .rotate()
    .toColourspace('srgb')
    .flatten({ background: 'white' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return rgbImage(info.width, info.height, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

/** Browsers take CMYK without a profile as what is left of white: red is (1 − C)·(1 − K). sharp would assume a printer's inks. */
async function withoutProfile(bytes: Uint8Array): Promise<RgbImage> {
  const { data, info } = await sharp(bytes)
    .rotate()
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const out = new Uint8Array(info.width * info.height * 3);
  for (let from = 0, to = 0; to < out.length; from += 4, to += 3) {
    const light = 255 - data[from + 3]!;
    for (let c = 0; c < 3; c++) out[to + c] = Math.round(((255 - data[from + c]!) * light) / 255);
  }
  return rgbImage(info.width, info.height, out);
}

async function avifFile(bytes: Uint8Array): Promise<DecodedFile> {
  const { highBitDepth, fullColour, profile, transformed, translucent } = avifProperties(bytes);
  // Only here does sharp's decoder give what browsers give; it applies profiles and transforms, too.
  const plain = !highBitDepth && fullColour;
  if (profile === 'other than sRGB' || (!plain && profile === 'ICC'))
    throw new UnreadableFile(
      'The terminal does not read AVIF with this colour profile as the page does. Export it as JPEG.',
    );
  if (!plain && transformed)
    throw new UnreadableFile(
      'The terminal does not read AVIF that its container turns, mirrors or crops. Export it as JPEG.',
    );
  // Chromium takes transparency stored in video's range (16 to 235) for that, libavif and libheif take it as it is.
  const difference = translucent ? 'this AVIF is transparent in parts, which the page may show up to 8% denser' : null;
  if (plain) return { ...(await sharpFile(bytes)), difference };
  const { width, height, data } = await decodeAvif(bytes);
  const photo = sharp(data, { raw: { width, height, channels: 4 } });
  return { image: await upright(photo), frame: { width, height, orientation: 1 }, difference };
}
