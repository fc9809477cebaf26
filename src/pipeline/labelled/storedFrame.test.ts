import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import { decodeFile } from '../../terminal/pictures/decodePhoto.ts';
import { orientationOf } from '../formats/storedFrame.ts';
import { labelledUpright, storedFromUpright, uprightFromStored } from './storedFrame.ts';

const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const WIDTH = 8;
const HEIGHT = 4;

/** A black picture with one white pixel, turned by EXIF. */
async function turned(column: number, row: number, orientation: number): Promise<Uint8Array> {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 3);
  pixels.fill(255, (row * WIDTH + column) * 3, (row * WIDTH + column) * 3 + 3);
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .withMetadata({ orientation })
    .png()
    .toBuffer();
}

test.each(ORIENTATIONS)(
  'a pixel of a photo of orientation %i is found again in the stored file',
  async (orientation) => {
    for (const [column, row] of [
      [1, 0],
      [6, 3],
      [2, 2],
    ] as const) {
      const { image, frame } = await decodeFile(await turned(column, row, orientation));
      expect(frame).toEqual({ width: WIDTH, height: HEIGHT, orientation });
      const at = image.data.indexOf(255) / 3;
      const x = at % image.width;
      const y = Math.floor(at / image.width);
      const found = unitBoxes(
        Float32Array.of(x / image.width, y / image.height, (x + 1) / image.width, (y + 1) / image.height),
      );
      expect([...storedFromUpright(found, orientation)]).toEqual([
        column / WIDTH,
        row / HEIGHT,
        (column + 1) / WIDTH,
        (row + 1) / HEIGHT,
      ]);
    }
  },
);

test('to the upright photo and back is where it was', () => {
  const share = fc.integer({ min: 0, max: 256 }).map((n) => n / 256);
  fc.assert(
    fc.property(fc.constantFrom(...ORIENTATIONS), fc.tuple(share, share, share, share), (orientation, [a, b, c, d]) => {
      const box = [Math.min(a, b), Math.min(c, d), Math.max(a, b), Math.max(c, d)];
      const there = uprightFromStored(unitBoxes(Float32Array.from(box)), orientation);
      expect([...storedFromUpright(there, orientation)]).toEqual(box);
    }),
  );
});

test('what EXIF has no number for is upright', () => {
  expect([undefined, 0, 9, 6].map(orientationOf)).toEqual([1, 1, 1, 6]);
});

test('labels are in the stored frame, except where their width and height are those of the upright photo', () => {
  const frame = { width: 120, height: 80, orientation: 6 } as const;
  expect(labelledUpright(frame, { width: 120, height: 80 })).toBe(false);
  expect(labelledUpright(frame, { width: 80, height: 120 })).toBe(true);
  expect(labelledUpright({ ...frame, orientation: 3 }, { width: 80, height: 120 })).toBe(false);
  expect(labelledUpright({ width: 80, height: 80, orientation: 6 }, { width: 80, height: 80 })).toBe(false);
});
