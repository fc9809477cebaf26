import libheif from 'libheif-js/libheif-wasm/libheif.js';
import wasmAddress from 'libheif-js/libheif-wasm/libheif.wasm?url';
import { heifColour } from '../formats/heifColour.ts';
import { profiledPng } from '../formats/profiledPng.ts';
import { type HeicDecoder, heicPixels } from './heicPixels.ts';
import { loadedOnce } from './loadedOnce.ts';

async function load(): Promise<HeicDecoder> {
  const response = await fetch(new URL(wasmAddress, import.meta.url));
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
 * The file's main image, upright. What libheif does not apply is the colour profile: the browser does.
 * @throws Error when there is no image in the file, it is damaged or has more than `MOST_PIXELS`.
 */
export async function decodeHeic(decoder: HeicDecoder, file: Blob): Promise<ImageBitmap> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pixels = await heicPixels(decoder, bytes);
  const colour = heifColour(bytes);
  return createImageBitmap(
    colour === null ? new ImageData(pixels.data, pixels.width, pixels.height) : profiledPng(pixels, colour),
  );
}
