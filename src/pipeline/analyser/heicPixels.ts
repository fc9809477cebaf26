import type libheif from 'libheif-js/libheif-wasm/libheif.js';
import { MOST_PIXELS } from '../formats/declaredSize.ts';

/** One for the lifetime of the worker: it frees a file's memory when it is given the next one. */
export type HeicDecoder = InstanceType<ReturnType<typeof libheif>['HeifDecoder']>;

export interface HeicPixels {
  readonly width: number;
  readonly height: number;
  /** In the file's own colours. // (height, width, 4) */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * The file's main image, upright: HEIF stores the rotation as a property of the image, and libheif applies it. What it does not apply is
 * the colour profile.
 * @throws Error when there is no image in the file, it is damaged or has more than `MOST_PIXELS`.
 */
export async function heicPixels(decoder: HeicDecoder, bytes: Uint8Array): Promise<HeicPixels> {
  const images = decoder.decode(bytes);
  try {
    const image = images.find((one) => one.is_primary()) ?? images[0];
    if (image === undefined) throw new Error('heicPixels: got a file without an image, wanted one');
    const [width, height] = [image.get_width(), image.get_height()];
    if (width * height > MOST_PIXELS)
      throw new Error(`heicPixels: got ${width * height} pixels, wanted at most ${MOST_PIXELS}`);
    const pixels = { width, height, data: new Uint8ClampedArray(width * height * 4) };
    const filled = await new Promise<object | null>((resolve) => image.display(pixels, resolve));
    if (filled === null) throw new Error('heicPixels: the image could not be decoded');
    return pixels;
  } finally {
    for (const image of images) image.free();
  }
}
