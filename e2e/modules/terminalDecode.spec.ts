import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import encodeAvif, { init } from '@jsquash/avif/encode.js';
import { expect } from '@playwright/test';
import sharp, { type Sharp } from 'sharp';
import { decodeFile } from '../../src/terminal/pictures/decodePhoto.ts';
import { test } from '../harness/modules.ts';
import { bmp } from '../photos/bmp.ts';
import { sceneHeic, withColour } from '../photos/heic.ts';
import { swappedProfile } from '../photos/icc.ts';

/** The terminal trains and measures; the page is what people use: both must see the same pixels. */

const WIDTH = 96;
const HEIGHT = 64;

/** Hard edges of strong colours over a slope: what chroma of half the resolution is most easily got wrong on. */
const drawn = Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, at) => {
  const x = (at >> 2) % WIDTH;
  const y = Math.floor((at >> 2) / WIDTH);
  const square = ((x >> 3) + (y >> 3)) % 3;
  return [square === 0 ? 230 : 20 + x, square === 1 ? 220 : 30 + y, square === 2 ? 240 : 60, 255 - 2 * y][at % 4]!;
});

const translucent = (): Sharp => sharp(drawn, { raw: { width: WIDTH, height: HEIGHT, channels: 4 } });
const opaque = (): Sharp => translucent().removeAlpha();

let avifEncoder: Promise<unknown> | null = null;

/** By libavif, since sharp writes 8 bits alone. `subsample` is 1 for 4:2:0, 2 for 4:2:2, 3 for 4:4:4. */
async function avif(subsample: 1 | 2 | 3, bitDepth: 8 | 10 | 12): Promise<Uint8Array> {
  const program = createRequire(import.meta.url).resolve('@jsquash/avif/codec/enc/avif_enc.wasm');
  avifEncoder ??= WebAssembly.compile(new Uint8Array(readFileSync(program))).then((compiled) => init(compiled));
  await avifEncoder;
  const levels = 2 ** bitDepth - 1;
  const rgba = drawn.map((value, at) => (at % 4 === 3 ? 255 : value));
  const pixels = { width: WIDTH, height: HEIGHT, colorSpace: 'srgb' } as const;
  const options = { quality: 85, subsample };
  const file =
    bitDepth === 8
      ? await encodeAvif({ ...pixels, data: new Uint8ClampedArray(rgba) } as ImageData, options)
      : await encodeAvif(
          { ...pixels, data: Uint16Array.from(rgba, (value) => Math.round((value * levels) / 255)) },
          { ...options, bitDepth },
        );
  return new Uint8Array(file);
}

/** Levels of 255 by which two decoders may differ, since both round. */
const ROUNDING = 2;

/** The picture that is drawn, with the lightness of red in as many levels as there are bits. */
async function palettedBmp(bits: 1 | 4 | 8): Promise<Uint8Array> {
  const colours = Array.from({ length: 2 ** bits }, (_, n) => [n * 9, 255 - n, n * 77].map((value) => value & 255));
  return bmp(WIDTH, HEIGHT, (x, y) => drawn[(y * WIDTH + x) * 4]! >> (8 - bits), {
    bits,
    colours: colours.map(([red, green, blue]) => [red!, green!, blue!]),
  });
}

async function plainBmp(): Promise<Uint8Array> {
  return bmp(WIDTH, HEIGHT, (x, y) => [0, 1, 2].reduce((value, c) => value * 256 + drawn[(y * WIDTH + x) * 4 + c]!, 0));
}

const swappedHeic = (): Uint8Array => withColour(sceneHeic(), Buffer.concat([Buffer.from('prof'), swappedProfile()]));
/** Display P3 by its code points (ITU-T H.273): primaries 12, sRGB's curve, full range. */
const p3Heic = (): Uint8Array =>
  withColour(sceneHeic(), Buffer.from([...Buffer.from('nclx'), 0, 12, 0, 13, 0, 6, 0x80]));

const KINDS: readonly (readonly [name: string, made: () => Promise<Uint8Array>, levels?: number])[] = [
  ['JPEG 4:2:0', () => opaque().jpeg({ quality: 92 }).toBuffer()],
  ['JPEG in grey', () => opaque().greyscale().jpeg().toBuffer()],
  ['JPEG in CMYK without a profile', () => opaque().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()],
  ['JPEG in Display P3', () => opaque().withIccProfile('p3').jpeg({ quality: 95 }).toBuffer()],
  ['PNG of 16 bits', () => opaque().toColourspace('rgb16').png().toBuffer()],
  ['translucent PNG', () => translucent().png().toBuffer()],
  ['translucent PNG in grey', () => translucent().greyscale().png().toBuffer()],
  ['translucent WebP', () => translucent().webp({ quality: 90 }).toBuffer()],
  ['GIF with a transparent colour', () => translucent().threshold(128, { grayscale: false }).gif().toBuffer()],
  ['BMP', plainBmp],
  ['BMP with a palette of 256', () => palettedBmp(8)],
  ['BMP with a palette of 16', () => palettedBmp(4)],
  ['BMP of two colours', () => palettedBmp(1)],
  ['HEIC', async () => sceneHeic()],
  ['HEIC with an ICC profile', async () => swappedHeic()],
  ['HEIC in Display P3 by code points', async () => p3Heic()],
  ['AVIF 4:2:0', () => avif(1, 8)],
  ['AVIF 4:2:2', () => avif(2, 8)],
  ['AVIF 4:4:4', () => avif(3, 8)],
  // The conversion of a wide profile blows up what the decoders round.
  ['AVIF 4:4:4 in Display P3', () => opaque().withIccProfile('p3').avif({ quality: 85 }).toBuffer(), 8],
  ['AVIF in grey', () => opaque().greyscale().avif({ quality: 85, chromaSubsampling: '4:2:0' }).toBuffer()],
  ['AVIF 4:2:0 of 10 bits', () => avif(1, 10)],
  ['AVIF 4:4:4 of 12 bits', () => avif(3, 12), 4],
];

for (const [name, made, levels = ROUNDING] of KINDS) {
  test(`${name}: the terminal's pixels are the page's`, async ({ modules }) => {
    const bytes = await made();
    const page = await modules.evaluate(
      async (file) => {
        const { decodePhoto } = await import('../../src/pipeline/analyser/decodePhoto.ts');
        const { image } = await decodePhoto(new Blob([Uint8Array.from(file)]), 4096);
        return { width: image.width, height: image.height, data: [...image.data] };
      },
      [...bytes],
    );
    const { image, difference } = await decodeFile(new Uint8Array(bytes));
    expect(difference).toBeNull();
    expect([image.width, image.height]).toEqual([page.width, page.height]);
    const worst = page.data.reduce((most, value, at) => Math.max(most, Math.abs(value - image.data[at]!)), 0);
    expect(worst).toBeLessThanOrEqual(levels);
  });
}

for (const [name, made] of KINDS.filter(
  ([name]) =>
    /^(JPEG 4:2:0|PNG of 16 bits|translucent WebP|GIF|BMP|HEIC|AVIF 4:2:0)$/.test(name) || name.startsWith('GIF'),
)) {
  test(`${name} that is cut short: the terminal reads it where the page does`, async ({ modules }) => {
    const whole = await made();
    const bytes = whole.subarray(0, Math.floor(whole.length * 0.6));
    const page = await modules.evaluate(
      async (file) => {
        const { decodePhoto } = await import('../../src/pipeline/analyser/decodePhoto.ts');
        return decodePhoto(new Blob([Uint8Array.from(file)]), 4096).then(
          () => 'read',
          () => 'refused',
        );
      },
      [...bytes],
    );
    const terminal = await decodeFile(new Uint8Array(bytes)).then(
      () => 'read',
      () => 'refused',
    );
    expect(terminal).toBe(page);
  });
}
