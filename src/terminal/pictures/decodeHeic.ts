import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import libheif from 'libheif-js/libheif-wasm/libheif.js';
import sharp, { type Sharp } from 'sharp';
import { type HeicDecoder, heicPixels } from '../../pipeline/analyser/heicPixels.ts';
import { loadedOnce } from '../../pipeline/analyser/loadedOnce.ts';
import { heifColour } from '../../pipeline/formats/heifColour.ts';
import { profiledPng } from '../../pipeline/formats/profiledPng.ts';
import { UnreadableFile } from './unreadableFile.ts';
import { SRGB_CURVE, wideToSrgb } from './wideGamut.ts';

export interface DecodedHeic {
  readonly width: number;
  readonly height: number;
  /** Upright, in sRGB or with the profile that says what it is in. */
  readonly photo: Sharp;
  /** In what the pixels differ from the page's, in a sentence; null where they do not. */
  readonly difference: string | null;
}

const loadedDecoder: () => Promise<HeicDecoder> = loadedOnce(async () => {
  const program = createRequire(import.meta.url).resolve('libheif-js/libheif-wasm/libheif.wasm');
  const { HeifDecoder } = libheif({ wasmBinary: new Uint8Array(readFileSync(program)).buffer });
  return new HeifDecoder();
});

/**
 * A HEIC file by the decoder that the page has, too, where its browser has none: libheif and libde265 in WebAssembly.
 * @throws Error when the file is damaged.
 */
export async function decodeHeic(bytes: Uint8Array): Promise<DecodedHeic> {
  const decoder = await loadedDecoder();
  const { width, height, data } = await heicPixels(decoder, bytes).catch((cause: unknown) => {
    throw new UnreadableFile(
      'The HEIC file is damaged or cut short, or codes its picture in a way that libheif cannot read.',
      {
        cause,
      },
    );
  });
  const raw = (rgba: Uint8ClampedArray): Sharp => sharp(rgba, { raw: { width, height, channels: 4 } });
  const colour = heifColour(bytes);
  if (colour === null) return { width, height, photo: raw(data), difference: null };
  if (colour.kind === 'icc') {
    const png = new Uint8Array(await profiledPng({ width, height, data }, colour).arrayBuffer());
    return { width, height, photo: sharp(png), difference: null };
  }
  const { primaries, transfer } = colour;
  const converted = wideToSrgb(data, primaries);
  const difference =
    converted === null || !SRGB_CURVE.includes(transfer)
      ? `this HEIC names its colours by the code points ${primaries} and ${transfer}, which the page's browser may show otherwise`
      : null;
  return { width, height, photo: raw(converted ?? data), difference };
}
