import { expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import { winnerSigns } from './winnerSigns.ts';

const boxes = unitBoxes(Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 1, 0.48, 0, 1, 1));
const vectors = {
  version: 'test',
  boxes: Uint8Array.of(0, 0, 255, 255, 128, 0, 255, 255),
  vectors: Int8Array.of(1, -1, 1, -1, -1, 1),
};

test('each category has the signs of the kept region that overlaps its winner most', () => {
  const signs = winnerSigns({ boxes, winners: Int32Array.of(0, 1, 2), vectors });
  expect([...signs]).toEqual([0b101, 0, 0b101, 0, 0b100, 0]);
});

test('an analysis without vectors has none', () => {
  expect([...winnerSigns({ boxes, winners: Int32Array.of(0, 1) })]).toEqual([0, 0, 0, 0]);
});
