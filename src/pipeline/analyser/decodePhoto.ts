import { BoxReduction, reductionFactor } from '../../base/image/boxReduction.ts';
import { resize, sidesFitting } from '../../base/image/resize.ts';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import { UnreadablePhoto } from '../api/errors.ts';
import { PREVIEW_SIDE, THUMBNAIL_SIDE } from '../api/pictureSides.ts';
import { declaredSize, HEAD_BYTES, MOST_PIXELS } from '../formats/declaredSize.ts';
import { storedOrientation } from '../formats/storedOrientation.ts';
import { imageKind, KIND_BYTES, unreadableReason } from './imageKind.ts';
import { browserReads } from './readableKinds.ts';
import { oneAtATime } from './waitsForOthers.ts';

/** No camera writes a photo larger than this, and it would have to fit in memory as a whole. */
const MAX_FILE_BYTES = 512 * 2 ** 20;
/** Canvas pixels read at once: a strip of 16 MB, whatever the photo's size. */
const STRIP_PIXELS = 4 * 2 ** 20;
/** No browser's canvas is narrower than this; wider photos are read in parts. */
const TILE_WIDTH = 8192;
/** Photos with more pixels are decoded one at a time, whatever the number of workers: each takes hundreds of megabytes. */
const LARGE_PIXELS = 60e6;
const LARGE_PHOTO_LOCK = 'facet-large-photo';

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
  return withBitmap(file, async (bitmap) => {
    const { width, height } = bitmap;
    return { image: readPixels(bitmap, side), width, height };
  });
}

export interface PicturedPhoto extends DecodedPhoto {
  /** For the grid: longer side `THUMBNAIL_SIDE` or less. */
  readonly thumbnail: Blob;
  /** Longer side `PREVIEW_SIDE` or less; null where it was not asked for or the thumbnail is the whole photo. */
  readonly preview: Blob | null;
}

/** Like `decodePhoto`, with the pictures that people see; the photo is decoded once. */
export async function decodeWithPictures(file: Blob, side: number, withPreview: boolean): Promise<PicturedPhoto> {
  return withBitmap(file, async (bitmap) => {
    const { width, height } = bitmap;
    const larger = withPreview && Math.max(width, height) > THUMBNAIL_SIDE;
    return {
      image: readPixels(bitmap, side),
      width,
      height,
      thumbnail: await jpegOf(drawn(bitmap, THUMBNAIL_SIDE)),
      preview: larger ? await webpOf(drawn(bitmap, PREVIEW_SIDE)) : null,
    };
  });
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

/** Decodes the photo, upright, for as long as `use` needs it. */
async function withBitmap<T>(file: Blob, use: (bitmap: ImageBitmap) => Promise<T>): Promise<T> {
  const start = await firstBytes(file);
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const size = declaredSize(head);
  const pixels = size === null ? 0 : size.width * size.height;
  if (size !== null && pixels > MOST_PIXELS) {
    throw new UnreadablePhoto(
      `The file says that it has ${size.width}×${size.height} pixels. Facet reads photos of up to ${MOST_PIXELS / 1e6} megapixels.`,
    );
  }
  const decode = async (): Promise<T> => {
    const bitmap = await uprightBitmap(file, start);
    try {
      return await use(bitmap);
    } finally {
      bitmap.close();
    }
  };
  return pixels > LARGE_PIXELS ? oneAtATime(LARGE_PHOTO_LOCK, decode) : decode();
}

async function uprightBitmap(file: Blob, start: Uint8Array): Promise<ImageBitmap> {
  const stored = await storedOrientation(file, start);
  if (stored === null) return openBitmap(file, start);
  const bitmap = await openBitmap(stored.asStored, start);
  try {
    return turnedUpright(bitmap, stored.orientation);
  } finally {
    bitmap.close();
  }
}

/** @param orientation EXIF's, 2..8 */
function turnedUpright(bitmap: ImageBitmap, orientation: number): ImageBitmap {
  const { width: w, height: h } = bitmap;
  const [width, height] = orientation >= 5 ? [h, w] : [w, h];
  const context = drawingContext(width, height);
  // From stored to upright places, as a canvas takes it: x′ = a·x + c·y + e, y′ = b·x + d·y + f.
  const turns: Readonly<Record<number, readonly [number, number, number, number, number, number]>> = {
    2: [-1, 0, 0, 1, w, 0],
    3: [-1, 0, 0, -1, w, h],
    4: [1, 0, 0, -1, 0, h],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, h, 0],
    7: [0, -1, -1, 0, h, w],
    8: [0, -1, 1, 0, 0, w],
  };
  context.setTransform(...(turns[orientation] ?? [1, 0, 0, 1, 0, 0]));
  context.imageSmoothingEnabled = false;
  context.drawImage(bitmap, 0, 0);
  return context.canvas.transferToImageBitmap();
}

async function openBitmap(file: Blob, start: Uint8Array): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (cause) {
    const kind = imageKind(start);
    // Safari reads HEIC natively; other browsers load a decoder with the first such photo.
    if (kind === 'HEIC') return openHeic(file);
    throw new UnreadablePhoto(unreadableReason(kind, await browserReads(kind)), { cause });
  }
}

async function openHeic(file: Blob): Promise<ImageBitmap> {
  const { decodeHeic, loadedHeicDecoder } = await import('./heicDecoder.ts').catch(decoderMissing);
  const decoder = await loadedHeicDecoder().catch(decoderMissing);
  try {
    return await decodeHeic(decoder, file);
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
  const context = drawingContext(Math.min(width, TILE_WIDTH), stripHeight);
  const reduction = new BoxReduction(width, height, factor);
  for (let top = 0; top < height; top += stripHeight)
    reduction.add(strip(context, bitmap, top, Math.min(stripHeight, height - top)));
  const reduced = reduction.result();
  if (Math.max(width, height) <= side) return reduced;
  const target = sidesFitting(width, height, side);
  return resize(reduced, target.width, target.height);
}

/**
 * Rows of the photo on white, read tile by tile where it is wider than the canvas. // (rows, width, 4)
 * @throws UnreadablePhoto where the canvas stays empty: some browsers give one that is too large for them and draw nothing on it.
 */
function strip(
  context: OffscreenCanvasRenderingContext2D,
  bitmap: ImageBitmap,
  top: number,
  rows: number,
): Uint8ClampedArray {
  const { width } = bitmap;
  const tileWidth = context.canvas.width;
  const whole = tileWidth < width ? new Uint8ClampedArray(width * rows * 4) : null;
  for (let left = 0; ; left += tileWidth) {
    context.fillStyle = 'white';
    context.fillRect(0, 0, tileWidth, context.canvas.height);
    context.drawImage(bitmap, -left, -top);
    const columns = Math.min(tileWidth, width - left);
    const { data } = context.getImageData(0, 0, columns, rows);
    if (data.at(-1) !== 255)
      throw new UnreadablePhoto(`This browser cannot draw a photo of ${width}×${bitmap.height} pixels.`);
    if (whole === null) return data;
    for (let y = 0; y < rows; y++)
      whole.set(data.subarray(y * columns * 4, (y + 1) * columns * 4), (y * width + left) * 4);
    if (left + columns === width) return whole;
  }
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
