import sharp from 'sharp';
import { expect, test } from 'vitest';
import { dataFolders } from '../data/fixtures/dataFolder.ts';
import { boxedPhotos, openBoxedPhoto } from './boxedPhotos.ts';

const folderWith = dataFolders();

/** 8×4 pixels stored, with EXIF's orientation 6: the photo that people see is 4×8. */
async function turnedPhoto(width: number, height: number, box: object): Promise<string> {
  const file = await sharp(new Uint8Array(8 * 4 * 3), { raw: { width: 8, height: 4, channels: 3 } })
    .withMetadata({ orientation: 6 })
    .png()
    .toBuffer();
  const entry = { id: 'a', file: 'a.png', width, height, role: 'query', labels: ['car'] };
  const boxes = [
    { label: 'car', ...box },
    { label: 'car', x: 0, y: 0, w: 1, h: 1, difficult: 1 },
  ];
  return folderWith({ 'a.png': file, 'annotations.json': JSON.stringify([{ ...entry, boxes }]) });
}

test('objects of a photo that EXIF turns are turned with it', async () => {
  // The lower left quarter of the stored file is shown in the upper left.
  const [photo] = boxedPhotos(await turnedPhoto(8, 4, { x: 0, y: 2, w: 4, h: 2 }), 'query');
  const { image, objects } = await openBoxedPhoto(photo!);
  expect([image.width, image.height]).toEqual([4, 8]);
  expect([...objects]).toEqual([0, 0, 2, 4]);
});

test('objects whose labels give the size of the upright photo stay where they are', async () => {
  const [photo] = boxedPhotos(await turnedPhoto(4, 8, { x: 1, y: 2, w: 2, h: 3 }), 'query');
  expect([...(await openBoxedPhoto(photo!)).objects]).toEqual([1, 2, 3, 5]);
});

test('a role that nobody has is named', async () => {
  const folder = await turnedPhoto(8, 4, { x: 0, y: 0, w: 1, h: 1 });
  expect(() => boxedPhotos(folder, 'train')).toThrow(`boxedPhotos: no photo of role train in ${folder}`);
});
