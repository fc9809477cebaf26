import { readFile } from 'node:fs/promises';
import sharp, { type Exif, type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { cameraName, captureFacts, exifOffset, exifTime } from './captureFacts.ts';

const EXIF: Exif = {
  IFD0: { Make: 'NIKON CORPORATION', Model: 'NIKON D750' },
  IFD2: { DateTimeOriginal: '2019:08:04 12:33:21', OffsetTimeOriginal: '+02:00' },
  IFD3: {
    GPSLatitudeRef: 'S',
    GPSLatitude: '33/1 51/1 2400/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '151/1 12/1 3600/100',
  },
};
const TAKEN = Date.UTC(2019, 7, 4, 10, 33, 21);

function picture(): Sharp {
  return sharp({ create: { width: 8, height: 6, channels: 3, background: '#406080' } });
}

async function blobOf(image: Sharp): Promise<Blob> {
  return new Blob([Uint8Array.from(await image.toBuffer())]);
}

describe.each([
  ['JPEG', (image: Sharp) => image.jpeg()],
  ['PNG', (image: Sharp) => image.png()],
  ['WebP', (image: Sharp) => image.webp()],
  ['AVIF', (image: Sharp) => image.avif()],
] as const)('%s', (_format, encoded) => {
  test('time with its offset, camera and place are read', async () => {
    const facts = await captureFacts(await blobOf(encoded(picture()).withExif(EXIF)));
    expect(facts).toMatchObject({ takenAt: TAKEN, takenOffset: 120, camera: 'NIKON D750' });
    expect(facts.place?.latitude).toBeCloseTo(-33.8567, 3);
    expect(facts.place?.longitude).toBeCloseTo(151.21, 3);
  });

  test('a photo without a block says nothing, and neither does half a file', async () => {
    expect(await captureFacts(await blobOf(encoded(picture())))).toEqual({});
    const whole = await blobOf(encoded(picture()));
    expect(await captureFacts(whole.slice(0, Math.floor(whole.size / 2)))).toEqual({});
  });
});

test('a HEIC photo is asked, too, and a file of something else says nothing', async () => {
  const heic = await readFile('e2e/photos/scene.heic');
  expect(await captureFacts(new Blob([Uint8Array.from(heic)]))).toEqual({});
  expect(await captureFacts(new Blob(['no photo']))).toEqual({});
  expect(await captureFacts(new Blob([]))).toEqual({});
});

test('a time without an offset is the time of this computer’s clock', () => {
  expect(exifTime('2019:08:04 12:33:21', null)).toBe(new Date(2019, 7, 4, 12, 33, 21).getTime());
  expect(exifTime('2019:08:04 12:33:21', -570)).toBe(Date.UTC(2019, 7, 4, 22, 3, 21));
});

test.each(['0000:00:00 00:00:00', '2019:13:01 00:00:00', '2019:02:31 10:00:00', '    :  :     :  :  ', ''])(
  '%j is no time',
  (text) => expect(exifTime(text, 0)).toBe(null),
);

test.each([
  ['+05:45', 345],
  ['-03:30', -210],
  ['   :  ', null],
  ['+99:00', null],
])('the offset %j', (text, minutes) => expect(exifOffset(text)).toBe(minutes));

test.each([
  ['Canon', 'Canon EOS 5D', 'Canon EOS 5D'],
  ['Apple', 'iPhone 15', 'Apple iPhone 15'],
  ['Panasonic\0\0', 'DMC-GX7\0', 'Panasonic DMC-GX7'],
  ['', 'Unknown 3', 'Unknown 3'],
  ['', '', ''],
])('%j and %j are the camera %j', (make, model, camera) => expect(cameraName(make, model)).toBe(camera));
