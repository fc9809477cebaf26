import sharp from 'sharp';
import { expect, test } from 'vitest';
import { declaredSize } from '../formats/declaredSize.ts';
import { imageKind } from './imageKind.ts';
import { browserReads, SAMPLES } from './readableKinds.ts';

const bytesOf = (sample: string) => new Uint8Array(Buffer.from(sample, 'base64'));

test('each sample is a picture of one pixel of its kind', async () => {
  for (const [kind, sample] of Object.entries(SAMPLES)) expect(imageKind(bytesOf(sample))).toBe(kind);
  expect(await sharp(bytesOf(SAMPLES.TIFF)).metadata()).toMatchObject({ format: 'tiff', width: 1, height: 1 });
  expect(declaredSize(bytesOf(SAMPLES['JPEG XL']))).toEqual({ width: 1, height: 1 });
});

test('where nothing reads a sample its kind is not read, and formats that all browsers read are not asked about', async () => {
  expect(await browserReads('TIFF')).toBe(false);
  expect(await browserReads('JPEG')).toBe(true);
});
