import { BoxReduction, reductionFactor } from '../../base/image/boxReduction.ts';
import { resize, sidesFitting } from '../../base/image/resize.ts';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import { UnreadablePhoto } from '../api/errors.ts';
import { PREVIEW_SIDE, THUMBNAIL_SIDE } from '../api/pictureSides.ts';
import { imageKind, KIND_BYTES, unreadableReason } from './imageKind.ts';

/** No camera writes a photo larger than this, and it would have to fit in memory as a whole. */
const MAX_FILE_BYTES = 512 * 2 ** 20;
/** Canvas pixels read at once: a strip of 16 MB, whatever the photo's size. */
const STRIP_PIXELS = 4 * 2 ** 20;

export interface DecodedPhoto {
  /** Upright, longer side `side` or less where the photo is smaller. */
  readonly image: RgbImage;
  /** Of the whole photo, upright. */
  readonly width: number;
  readonly height: number;
}

/**
 * The browser decodes (libheif where it cannot read HEIC) and turns the photo upright (EXIF orientation); all downscaling is ours, so
 * that every browser sees the same pixels. Transparent areas become white.
 * @param side longer side of the image that is wanted
 * @throws UnreadablePhoto with a reason for a person.
 */
export async function decodePhoto(file: Blob, side: number): Promise<DecodedPhoto> {
  const bitmap = await openBitmap(file);
  try {
    const { width, height } = bitmap;
    return { image: readPixels(bitmap, side), width, height };
  } finally {
    bitmap.close();
  }
}

export interface PicturedPhoto extends DecodedPhoto {
  /** For the grid: longer side `THUMBNAIL_SIDE` or less. */
  readonly thumbnail: Blob;
  /** Longer side `PREVIEW_SIDE` or less; null where it was not asked for or the thumbnail is the whole photo. */
  readonly preview: Blob | null;
}

/** Like `decodePhoto`, with the pictures that people see; the photo is decoded once. */
export async function decodeWithPictures(file: Blob, side: number, withPreview: boolean): Promise<PicturedPhoto> {
  const bitmap = await openBitmap(file);
  try {
    const { width, height } = bitmap;
    const larger = withPreview && Math.max(width, height) > THUMBNAIL_SIDE;
    return {
      image: readPixels(bitmap, side),
      width,
      height,
      thumbnail: await jpegOf(drawn(bitmap, THUMBNAIL_SIDE)),
      preview: larger ? await webpOf(drawn(bitmap, PREVIEW_SIDE)) : null,
    };
  } finally {
    bitmap.close();
  }
}

/**
 * The first bytes of a file, once it is known to exist, not to be empty and not to be too large.
 * @throws UnreadablePhoto with a reason for a person.
 */
export async function firstBytes(file: Blob): Promise<Uint8Array> {
  if (file.size === 0) throw new UnreadablePhoto('The file is empty.');
  if (file.size > MAX_FILE_BYTES) throw new UnreadablePhoto(`The file is larger than ${MAX_FILE_BYTES / 2 ** 20} MB.`);
  try {
    return new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer());
  } catch (cause) {
    throw new UnreadablePhoto('The file can no longer be read: it was moved, changed or deleted since it was chosen.', {
      cause,
    });
  }
}

async function openBitmap(file: Blob): Promise<ImageBitmap> {
  const start = await firstBytes(file);
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (cause) {
    const kind = imageKind(start);
    // Safari reads HEIC natively; other browsers load a decoder with the first such photo.
    if (kind === 'HEIC') return openHeic(file);
    throw new UnreadablePhoto(unreadableReason(kind), { cause });
  }
}

async function openHeic(file: Blob): Promise<ImageBitmap> {
  const { decodeHeic, loadedHeicDecoder } = await import('./heicDecoder.ts').catch(decoderMissing);
  const decoder = await loadedHeicDecoder().catch(decoderMissing);
  try {
    return await createImageBitmap(await decodeHeic(decoder, file));
  } catch (cause) {
    throw new UnreadablePhoto(unreadableReason('HEIC'), { cause });
  }
}

function decoderMissing(cause: unknown): never {
  throw new UnreadablePhoto('The decoder for HEIC photos could not be loaded. Try again with a network.', { cause });
}

function drawingContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
  // Kept in main memory: pixels are read back, and no GPU may filter them on the way.
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new UnreadablePhoto(`This browser gives no canvas of ${width}×${height} pixels.`);
  return context;
}

function readPixels(bitmap: ImageBitmap, side: number): RgbImage {
  const { width, height } = bitmap;
  const factor = reductionFactor(width, height, side);
  const stripHeight = Math.min(height, Math.max(1, Math.floor(STRIP_PIXELS / (width * factor))) * factor);
  const context = drawingContext(width, stripHeight);
  const reduction = new BoxReduction(width, height, factor);
  for (let top = 0; top < height; top += stripHeight) {
    const rows = Math.min(stripHeight, height - top);
    context.fillStyle = 'white';
    context.fillRect(0, 0, width, stripHeight);
    context.drawImage(bitmap, 0, -top);
    reduction.add(context.getImageData(0, 0, width, rows).data);
  }
  const reduced = reduction.result();
  if (Math.max(width, height) <= side) return reduced;
  const target = sidesFitting(width, height, side);
  return resize(reduced, target.width, target.height);
}

/** Only people see these, so the browser's own filter will do. */
function drawn(bitmap: ImageBitmap, side: number): OffscreenCanvas {
  const { width, height } = sidesFitting(
    bitmap.width,
    bitmap.height,
    Math.min(side, Math.max(bitmap.width, bitmap.height)),
  );
  const context = drawingContext(width, height);
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return context.canvas;
}

/** 25 kB in 2 ms (mean of 12 photos), where WebP of the same quality took 21 kB and 22 ms: a tenth of the whole time for a photo. */
function jpegOf(canvas: OffscreenCanvas): Promise<Blob> {
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}

/** Larger pictures fill the storage, so they are only kept if a person asks for it. */
async function webpOf(canvas: OffscreenCanvas): Promise<Blob> {
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
  // A browser that cannot write WebP falls back to PNG.
  return webp.type === 'image/webp' ? webp : jpegOf(canvas);
}
