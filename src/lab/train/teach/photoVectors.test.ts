import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '../../../base/seededRandom.ts';
import { balanceTaps, photoVectors, pooledGrid, pooledMap, VECTOR_NUMBERS, vectorLayer } from './photoVectors.ts';

const WIDTH = 80;

function drawnFeatures(count: number): Float32Array {
  const random = seededRandom(7);
  return Float32Array.from({ length: count * WIDTH }, (_, at) => (1 + (at % WIDTH)) * normalFrom(random));
}

test('hand-worked: mean and maximum of a map are taken over its cells, channel by channel', () => {
  expect([...pooledMap({ h: 1, w: 2, d: 2, values: Float32Array.of(1, 10, 3, 30) })]).toEqual([2, 20, 3, 30]);
});

test('after balancing no tap is stronger than another, whatever its scale and its channels', () => {
  const features = drawnFeatures(200);
  for (let at = 0; at < features.length; at++) if (at % WIDTH < 16) features[at]! *= 1000;
  balanceTaps(features, [16, 64]);
  const squares = [0, 0];
  for (let at = 0; at < features.length; at++) squares[at % WIDTH < 16 ? 0 : 1]! += features[at]! ** 2 / 200;
  expect(squares[0]).toBeCloseTo(1, 1);
  expect(squares[1]).toBeCloseTo(1, 1);
});

test('a photo’s numbers fill their bytes, and do not depend on photos that nothing is fitted on', () => {
  const features = drawnFeatures(300);
  const layer = vectorLayer(features, WIDTH, 200, 0.5);
  const vectors = photoVectors(features, WIDTH, layer);
  expect(vectors.length).toBe(300 * VECTOR_NUMBERS);
  const row = vectors.subarray(250 * VECTOR_NUMBERS, 251 * VECTOR_NUMBERS);
  expect(Math.max(...row.map(Math.abs))).toBe(127);
  expect(photoVectors(features.subarray(0, 251 * WIDTH), WIDTH, layer)).toEqual(
    vectors.subarray(0, 251 * VECTOR_NUMBERS),
  );
});

test('windows of a grid lie in the map, and all of them together cover it', () => {
  const [h, w] = [9, 13];
  // Each cell has its own place as its only value.
  const map = { h, w, d: 1, values: Float32Array.from({ length: h * w }, (_, cell) => cell) };
  const windows = pooledGrid(map);
  expect(windows).toHaveLength(18);
  expect(windows.map(([, most]) => most)).toContain(h * w - 1);
  expect(Math.min(...windows.map(([mean]) => mean!))).toBeLessThan((h * w) / 4);
  for (const [mean, most] of windows) expect(most).toBeGreaterThanOrEqual(mean!);
});
