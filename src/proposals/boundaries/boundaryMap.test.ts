import { expect, test } from 'vitest';
import { rgbImage } from '../../base/image/rgbImage.ts';
import { Scratch } from '../arena/scratch.ts';
import { differencesFromReference } from '../testing/bothWays.ts';
import { clouds, flat } from '../testing/pictures.ts';
import { EAST_STRENGTH, SOUTH_STRENGTH } from './boundaryMap.arguments.ts';
import { BOUNDARY_MAP_CASES } from './boundaryMap.cases.ts';
import { boundaryMap, pixelStrength } from './boundaryMap.ts';
import { labPlanes } from './lab.ts';

const mapOf = (image: Parameters<typeof labPlanes>[0]) => {
  const scratch = new Scratch();
  return boundaryMap(labPlanes(image, scratch), scratch);
};

test('a flat image has no boundary anywhere', () => {
  const { east, south } = mapOf(flat(20, 15));
  expect(Math.max(...east, ...south)).toBeLessThan(1e-6);
});

test('a step between two columns is strongest on the crack between them', () => {
  const data = new Uint8Array(16 * 9 * 3);
  for (let i = 0; i < 16 * 9; i++) data.fill(i % 16 < 7 ? 40 : 200, i * 3, i * 3 + 3);
  const { east, south } = mapOf(rgbImage(16, 9, data));
  for (let y = 0; y < 9; y++) {
    const row = [...east.subarray(y * 16, y * 16 + 16)];
    expect(row.indexOf(Math.max(...row))).toBe(6);
    expect(row[6]).toBeGreaterThan(0.6);
  }
  expect(Math.max(...south)).toBeLessThan(1e-6);
});

test('turning the image over its diagonal swaps the two kinds of cracks', () => {
  const image = clouds(13, 9, 3);
  const turned = new Uint8Array(image.data.length);
  for (let y = 0; y < 9; y++)
    for (let x = 0; x < 13; x++)
      turned.set(image.data.subarray((y * 13 + x) * 3, (y * 13 + x) * 3 + 3), (x * 9 + y) * 3);
  const straight = mapOf(image);
  const swapped = mapOf(rgbImage(9, 13, turned));
  for (let y = 0; y < 9; y++) {
    for (let x = 0; x < 13; x++) {
      expect(swapped.south[x * 9 + y]).toBe(straight.east[y * 13 + x]);
      expect(swapped.east[x * 9 + y]).toBe(straight.south[y * 13 + x]);
    }
  }
});

test('strengths lie in 0..1 and a pixel shows its strongest crack', () => {
  const map = mapOf(clouds(30, 20, 1));
  expect(Math.min(...map.east, ...map.south)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...map.east, ...map.south)).toBeLessThan(1);
  expect(pixelStrength(map)[5 * 30 + 4]).toBe(
    Math.max(map.east[154]!, map.east[153]!, map.south[154]!, map.south[124]!),
  );
});

test.each(BOUNDARY_MAP_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [EAST_STRENGTH, SOUTH_STRENGTH])).toEqual([]);
});
