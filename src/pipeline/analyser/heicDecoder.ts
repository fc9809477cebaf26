import libheif from 'libheif-js/libheif-wasm/libheif.js';
import wasmAddress from 'libheif-js/libheif-wasm/libheif.wasm?url';
import { MOST_PIXELS } from '../formats/declaredSize.ts';
import { heifColour } from '../formats/heifColour.ts';
import { profiledPng } from '../formats/profiledPng.ts';
import { loadedOnce } from './loadedOnce.ts';

/** One for the lifetime of the worker: it frees a file's memory when it is given the next one. */
type HeicDecoder = InstanceType<ReturnType<typeof libheif>['HeifDecoder']>;

async function load(): Promise<HeicDecoder> {
  const response = await fetch(wasmAddress);
  if (!response.ok) throw new Error(`The server gave status ${response.status} for the HEIC decoder.`);
  const { HeifDecoder } = libheif({ wasmBinary: await response.arrayBuffer() });
  return new HeifDecoder();
}

/**
 * 1.5 MB, loaded with the first HEIC photo; libheif and libde265, LGPL-3.0, in separate files.
 * @throws Error when it is not on the server or the network is down.
 */
export const loadedHeicDecoder: () => Promise<HeicDecoder> = loadedOnce(load);

/**
 * The file's main image, upright: HEIF stores the rotation as a property of the image, and libheif applies it. What it does not apply is
 * the colour profile: the browser does.
 * @throws Error when there is no image in the file, it is damaged or has more than `MOST_PIXELS`.
 */
export async function decodeHeic(decoder: HeicDecoder, file: Blob): Promise<ImageBitmap> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pixels = await heicPixels(decoder, bytes);
  const colour = heifColour(bytes);
  return createImageBitmap(colour === null ? pixels : profiledPng(pixels, colour));
}

async function heicPixels(decoder: HeicDecoder, bytes: Uint8Array): Promise<ImageData> {
  const images = decoder.decode(bytes);
  try {
    const image = images.find((one) => one.is_primary()) ?? images[0];
    if (image === undefined) throw new Error('decodeHeic: got a file without an image, wanted one');
    const size = image.get_width() * image.get_height();
    if (size > MOST_PIXELS) throw new Error(`decodeHeic: got ${size} pixels, wanted at most ${MOST_PIXELS}`);
    const pixels = new ImageData(image.get_width(), image.get_height());
    const filled = await new Promise<object | null>((resolve) => image.display(pixels, resolve));
    if (filled === null) throw new Error('decodeHeic: the image could not be decoded');
    return pixels;
  } finally {
    for (const image of images) image.free();
  }
}
