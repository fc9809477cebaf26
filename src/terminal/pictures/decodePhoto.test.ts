import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { decodeFile, decodePhoto } from './decodePhoto.ts';

/** That these are the page's pixels is tested in Chromium: e2e/modules/terminalDecode.spec.ts. */

const SIDE = 32;

function plain(colour: readonly number[]): sharp.Sharp {
  const data = Uint8Array.from({ length: SIDE * SIDE * colour.length }, (_, at) => colour[at % colour.length]!);
  return sharp(data, { raw: { width: SIDE, height: SIDE, channels: colour.length === 4 ? 4 : 3 } });
}

async function firstPixel(bytes: Uint8Array): Promise<number[]> {
  const { image } = await decodeFile(bytes);
  return [...image.data.subarray(0, 3)];
}

test('what is transparent is white, whatever colour is hidden under it', async () => {
  expect(await firstPixel(await plain([0, 0, 0, 0]).png().toBuffer())).toEqual([255, 255, 255]);
  expect(await firstPixel(await plain([200, 0, 0, 0]).webp({ lossless: true }).toBuffer())).toEqual([255, 255, 255]);
  const half = await firstPixel(await plain([200, 0, 100, 128]).png().toBuffer());
  half.forEach((value, c) => expect(Math.abs(value - [227, 127, 177][c]!)).toBeLessThanOrEqual(1));
});

test('CMYK without a profile is what the inks leave of white, and with one the difference is said', async () => {
  const inks = plain([255, 0, 0]).toColourspace('cmyk');
  const bytes = await inks.jpeg({ quality: 100 }).toBuffer();
  const { data } = await sharp(bytes)
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const wanted = [0, 1, 2].map((c) => Math.round(((255 - data[c]!) * (255 - data[3]!)) / 255));
  expect(await firstPixel(bytes)).toEqual(wanted);
  const profiled = await plain([255, 0, 0]).withIccProfile('cmyk').jpeg().toBuffer();
  const said: string[] = [];
  await decodePhoto(profiled, (sentence) => said.push(sentence));
  expect(said).toEqual([expect.stringContaining('in CMYK with a colour profile, which browsers convert otherwise')]);
});

test('a translucent AVIF is told from the page, and is white where nothing is', async () => {
  for (const chromaSubsampling of ['4:2:0', '4:4:4']) {
    const bytes = await plain([200, 20, 60, 0]).avif({ chromaSubsampling }).toBuffer();
    const { image, difference } = await decodeFile(new Uint8Array(bytes));
    expect(Math.min(...image.data)).toBeGreaterThanOrEqual(253);
    expect(difference).toContain('transparent in parts');
  }
});

/** A file's property of this name under another: the same size, so that every offset stays. */
function renamed(file: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(file).toString('latin1');
  expect(text).toContain(from);
  return new Uint8Array(Buffer.from(text.replace(from, to), 'latin1'));
}

test('AVIF that the page shows otherwise is refused with a sentence', async () => {
  const bytes = new Uint8Array(await plain([200, 20, 60]).avif({ chromaSubsampling: '4:2:0' }).toBuffer());
  const colour = await firstPixel(bytes);
  colour.forEach((value, c) => expect(Math.abs(value - [200, 20, 60][c]!)).toBeLessThanOrEqual(6));
  await expect(decodeFile(renamed(bytes, 'pixi', 'clap'))).rejects.toThrow('turns, mirrors or crops');
  const profiled = await plain([200, 20, 60]).withIccProfile('p3').avif({ chromaSubsampling: '4:2:0' }).toBuffer();
  await expect(decodeFile(new Uint8Array(profiled))).rejects.toThrow('does not read AVIF with this colour profile');
  await expect(decodeFile(renamed(bytes, 'iprp', 'free'))).rejects.toThrow('This AVIF file is damaged');
});

test('a damaged HEIC or BMP is refused with a sentence', async () => {
  const heic = new TextEncoder().encode('\0\0\0\x18ftypheic\0\0\0\0mif1heic');
  await expect(decodeFile(heic)).rejects.toThrow('The HEIC file is damaged or cut short');
  await expect(decodeFile(new TextEncoder().encode('BM and more'))).rejects.toThrow('The BMP file is damaged');
});

test('HEIC and BMP are read as the other kinds are', async () => {
  const heic = await decodeFile(new Uint8Array(readFileSync('e2e/photos/scene.heic')));
  expect([heic.image.width, heic.image.height, heic.difference]).toEqual([320, 240, null]);
  const file = Buffer.alloc(54 + SIDE * SIDE * 3);
  file.write('BM');
  [54, 40, SIDE, SIDE].forEach((value, n) => void file.writeUInt32LE(value, 10 + 4 * n));
  file.writeUInt16LE(24, 28);
  for (let at = 54; at < file.length; at += 3) file.set([10, 20, 200], at);
  expect(await firstPixel(new Uint8Array(file))).toEqual([200, 20, 10]);
  await expect(decodeFile(new Uint8Array(file.subarray(0, 1000)))).rejects.toThrow('The BMP file is damaged');
});
