import { expect, test } from 'vitest';
import { float32ToFloat16 } from '../../base/weights/safetensors.ts';
import { seededRandom } from './random.ts';
import { regionStore } from './regionStore.ts';

const halves = (...values: number[]): Uint16Array => Uint16Array.from(values, float32ToFloat16);

test('what is copied has mean 0 and deviation 1 over the photos measured', () => {
  const random = seededRandom(1);
  const photos = Array.from({ length: 200 }, () => halves(5 + 2 * random.normal(), -300 + 40 * random.normal()));
  const store = regionStore(
    photos,
    2,
    photos.map((_, i) => i),
  );
  const rows = new Float32Array(400);
  photos.forEach((_, i) => store.copy(i, 0, rows, i * 2));
  for (let k = 0; k < 2; k++) {
    const column = rows.filter((_, i) => i % 2 === k);
    expect(column.reduce((sum, x) => sum + x, 0) / 200).toBeCloseTo(0, 3);
    expect(column.reduce((sum, x) => sum + x * x, 0) / 200).toBeCloseTo(1, 2);
  }
});

test('mean and deviation undo the copy, and photos that are not measured have no say', () => {
  const photos = [halves(1, 10), halves(3, 20), halves(1000, -1000, 7, 8)];
  const store = regionStore(photos, 2, [0, 1]);
  expect([...store.mean]).toEqual([2, 15]);
  const out = new Float32Array(5);
  store.copy(2, 1, out, 2);
  expect(out[2]! * store.deviation[0]! + store.mean[0]!).toBeCloseTo(7, 4);
  expect(out[3]! * store.deviation[1]! + store.mean[1]!).toBeCloseTo(8, 4);
  expect([out[0], out[1], out[4]]).toEqual([0, 0, 0]);
});

test('regions are counted by their length', () => {
  const store = regionStore([halves(1, 2), halves(1, 2, 3, 4, 5, 6)], 2, [0]);
  expect([store.regionCount(0), store.regionCount(1)]).toEqual([1, 3]);
});

test('a feature that does not vary becomes 0, and a little off it does not explode', () => {
  const store = regionStore([halves(4), halves(4), halves(4.0625)], 1, [0, 1]);
  const out = new Float32Array(2);
  store.copy(0, 0, out, 0);
  store.copy(2, 0, out, 1);
  expect(out[0]).toBe(0);
  expect(out[1]).toBeCloseTo(0.0625 / 1e-3, 1);
});
