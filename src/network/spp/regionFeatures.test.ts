import { beforeAll, expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { type RegionTap, regionFeatureLength, regionFeatures } from './regionFeatures.ts';

const taps: RegionTap[] = [
  { tap: 'fine', channels: 1, levels: [1, 2] },
  { tap: 'coarse', channels: 2, levels: [1] },
];
const boxes = unitBoxes(Float32Array.of(0, 0, 1, 1, 0.5, 0, 1, 0.5));
let maps: Record<string, tf.Tensor3D>;

beforeAll(async () => {
  await tf.setBackend('cpu');
  maps = {
    fine: tf.tensor3d(
      Array.from({ length: 16 }, (_, i) => i),
      [4, 4, 1],
    ),
    coarse: tf.tensor3d([1, -1, 2, -2, 3, -3, 4, -4], [2, 2, 2]),
  };
});

test('the length counts every bin of every tap', () => {
  expect(regionFeatureLength(taps)).toBe(1 * (1 + 4) + 2 * 1);
  expect(regionFeatureLength([{ tap: 'a', channels: 3, levels: [1, 2, 4] }])).toBe(3 * 21);
});

test('a region takes its part of each map, tap after tap', () => {
  const features = regionFeatures(maps, boxes, taps);
  expect(features.shape).toEqual([2, regionFeatureLength(taps)]);
  expect([...features.dataSync()]).toEqual([
    15,
    5,
    7,
    13,
    15,
    4,
    -1, // the whole photo
    7,
    2,
    3,
    6,
    7,
    2,
    -2, // its upper right quarter: rows 0 and 1, columns 2 and 3 of the fine map, one cell of the coarse one
  ]);
});

test('one tap alone gives what it gives beside the others', () => {
  const together = regionFeatures(maps, boxes, taps).slice([0, 5], [2, 2]);
  expect([...regionFeatures(maps, boxes, [taps[1]!]).dataSync()]).toEqual([...together.dataSync()]);
});

test("a missing map and other channels are refused by the tap's name", () => {
  expect(() => regionFeatures({ fine: maps['fine']! }, boxes, taps)).toThrow(
    'regionFeatures: got no map for tap coarse, wanted 2 channels',
  );
  expect(() => regionFeatures({ ...maps, coarse: maps['fine']! }, boxes, taps)).toThrow(
    'regionFeatures: got 1 channels for tap coarse, wanted 2 channels',
  );
});
