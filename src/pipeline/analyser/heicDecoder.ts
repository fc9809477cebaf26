import libheif from 'libheif-js/libheif-wasm/libheif.js';
import wasmAddress from 'libheif-js/libheif-wasm/libheif.wasm?url';
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
 * The file's main image, upright: HEIF stores the rotation as a property of the image, and libheif applies it.
 * @throws Error when there is no image in the file or it is damaged.
 */
export async function decodeHeic(decoder: HeicDecoder, file: Blob): Promise<ImageData> {
  const images = decoder.decode(new Uint8Array(await file.arrayBuffer()));
  try {
    const image = images.find((one) => one.is_primary()) ?? images[0];
    if (image === undefined) throw new Error('decodeHeic: got a file without an image, wanted one');
    const pixels = new ImageData(image.get_width(), image.get_height());
    const filled = await new Promise<object | null>((resolve) => image.display(pixels, resolve));
    if (filled === null) throw new Error('decodeHeic: the image could not be decoded');
    return pixels;
  } finally {
    for (const image of images) image.free();
  }
}
