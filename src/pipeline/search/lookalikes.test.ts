import { expect, test } from 'vitest';
import { differenceHash } from '../../base/image/differenceHash.ts';
import { type RgbImage, rgbImage } from '../../base/image/rgbImage.ts';
import { testRow } from '../library/testRows.ts';
import { duplicateGroups } from './duplicateGroups.ts';
import { withoutLookalikes } from './lookalikes.ts';

type Colour = (x: number, y: number) => readonly [number, number, number];

/** @param x @param y of the colour: shares of the sides */
function drawn(width: number, height: number, colour: Colour): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(colour(x / width, y / height), (y * width + x) * 3);
  return rgbImage(width, height, data);
}

async function groupsOf(pictures: Readonly<Record<string, RgbImage>>): Promise<(readonly string[])[]> {
  const rows = Object.entries(pictures).map(([id, image]) =>
    testRow(id, [0, 0, 0], 0, [0, 0, 0], {
      fingerprint: differenceHash(image),
      width: 40,
      height: 30,
      // One code of looks for all: what is left to tell them apart is what this test is about.
      appearance: Uint32Array.of(0, 0, 0, 0),
    }),
  );
  const groups = duplicateGroups(rows, [], []);
  const checked = await withoutLookalikes(
    groups,
    async (id) => pictures[id] ?? null,
    (id) => [`${id}.jpg`],
  );
  return checked.map(({ ids }) => ids);
}

const scene: Colour = (x, y) => [255 * x, 255 * y, 128 + 127 * Math.sin(9 * x + 5 * y)];
/** Every place is brighter than its right neighbour, whatever the colour. */
const fading =
  ([red, green, blue]: readonly [number, number, number]): Colour =>
  (x) => [red * (1 - x), green * (1 - x), blue * (1 - x)];

test('plain pictures are in no group, whatever their colours, and neither are noisy ones', async () => {
  const flat = (colour: readonly [number, number, number]) => drawn(40, 30, () => colour);
  const noisy = drawn(400, 300, (x, y) => [200 + (Math.sin(9999 * x * y) > 0 ? 4 : 0), 60, 60]);
  const pictures = { red: flat([200, 20, 20]), blue: flat([30, 60, 210]), white: flat([255, 255, 255]), noisy };
  expect(await groupsOf({ ...pictures, black: flat([0, 0, 0]), red2: flat([200, 20, 20]) })).toEqual([]);
});

test('pictures of one hash and other colours are told apart; one picture in two sizes is a group', async () => {
  const pictures = {
    green: drawn(40, 30, fading([20, 240, 20])),
    red: drawn(40, 30, fading([240, 20, 20])),
    small: drawn(80, 60, fading([238, 22, 18])),
    scene: drawn(64, 48, scene),
    sceneSmall: drawn(32, 24, scene),
  };
  expect((await groupsOf(pictures)).map((ids) => [...ids].sort())).toEqual([
    ['red', 'small'],
    ['scene', 'sceneSmall'],
  ]);
});
