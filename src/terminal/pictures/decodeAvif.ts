import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import decode, { init } from '@jsquash/avif/decode.js';
import { UnreadableFile } from './unreadableFile.ts';

interface RgbaPixels {
  readonly width: number;
  readonly height: number;
  /** // (height, width, 4) */
  readonly data: Uint8ClampedArray;
}

let started: Promise<unknown> | null = null;

/** The package fetches its program by an address, which Node's fetch cannot do for a file; and it makes an `ImageData`. */
async function start(): Promise<void> {
  globalThis.ImageData ??= PlainImageData as unknown as typeof ImageData;
  const program = createRequire(import.meta.url).resolve('@jsquash/avif/codec/dec/avif_dec.wasm');
  await init(await WebAssembly.compile(new Uint8Array(readFileSync(program))));
}

class PlainImageData implements RgbaPixels {
  constructor(
    readonly data: Uint8ClampedArray,
    readonly width: number,
    readonly height: number,
  ) {}
}

/**
 * An AVIF file by libavif, which Chromium uses too: colour of half the resolution is interpolated, and 10 and 12 bits are read, where
 * sharp's decoder repeats the nearest colour and refuses. Within 2 levels of Chromium; profiles and transforms are not applied.
 * @throws Error when the file is damaged.
 */
export async function decodeAvif(file: Uint8Array): Promise<RgbaPixels> {
  started ??= start();
  await started;
  const pixels = await decode(new Uint8Array(file).buffer);
  if (pixels === null) throw new UnreadableFile('The AVIF file is damaged or cut short.');
  return pixels;
}
