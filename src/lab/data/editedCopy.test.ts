import { expect, test } from 'vitest';
import { rgbImage } from '../../base/image/rgbImage.ts';
import { decodePhoto } from '../../terminal/pictures/decodePhoto.ts';
import { editedCopy, type PhotoEdit } from './editedCopy.ts';

const NOTHING: PhotoEdit = { crop: [0, 0, 1, 1], mirrored: false, brightness: 1, colour: 1, quality: 100 };
const [LEFT, RIGHT] = [
  [200, 100, 50],
  [40, 80, 120],
] as const;

/** Two halves of one colour each, 32×16. */
const halves = rgbImage(
  32,
  16,
  Uint8Array.from({ length: 32 * 16 * 3 }, (_, i) => (Math.floor(i / 3) % 32 < 16 ? LEFT : RIGHT)[i % 3]!),
);

async function colours(edit: Partial<PhotoEdit>): Promise<{ size: number[]; left: number[]; right: number[] }> {
  const { width, height, data } = await decodePhoto(await editedCopy(halves, { ...NOTHING, ...edit }));
  // Far from the border of the two colours, where JPEG rings.
  const at = (x: number): number[] => [...data.subarray((5 * width + x) * 3, (5 * width + x) * 3 + 3)];
  return { size: [width, height], left: at(2), right: at(width - 3) };
}

function expectNear(got: readonly number[], wanted: readonly number[]): void {
  got.forEach((value, i) => expect(Math.abs(value - wanted[i]!), `${got} for ${wanted}`).toBeLessThanOrEqual(3));
}

test('an edit that changes nothing leaves the picture as it was, but for JPEG', async () => {
  const { size, left, right } = await colours({});
  expect(size).toEqual([32, 16]);
  expectNear(left, LEFT);
  expectNear(right, RIGHT);
});

test('a crop keeps its part, and a mirror exchanges left and right', async () => {
  expect((await colours({ crop: [0.25, 0.5, 0.75, 1] })).size).toEqual([16, 8]);
  expectNear((await colours({ crop: [0.5, 0, 1, 1] })).left, RIGHT);
  const { left, right } = await colours({ mirrored: true });
  expectNear(left, RIGHT);
  expectNear(right, LEFT);
});

test('hand-worked: brightness is a factor and stops at white, colour is the distance from grey', async () => {
  expectNear((await colours({ brightness: 1.5 })).left, [255, 150, 75]);
  // Luma of (200, 100, 50): 59.8 + 58.7 + 5.7 = 124.2.
  expectNear((await colours({ colour: 0.5 })).left, [162, 112, 87]);
  expectNear((await colours({ colour: 0 })).left, [124, 124, 124]);
});

test('a crop without a pixel or beyond the photo is refused', async () => {
  for (const crop of [
    [0.5, 0, 0.5, 1],
    [0.9, 0, 1.1, 1],
    [-0.1, 0, 1, 1],
  ] as const) {
    await expect(editedCopy(halves, { ...NOTHING, crop })).rejects.toThrow('wanted a part of the photo');
  }
});
