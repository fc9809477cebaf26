import { expect, test } from 'vitest';
import { unitBoxes } from '../../../base/image/box.ts';
import { heatMap } from './heatMap.ts';

/** The whole photo, the left half, the top right quarter; two categories. */
const analysis = {
  boxes: unitBoxes(Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 1, 0.5, 0, 1, 0.5)),
  proposalProbabilities: Float32Array.of(0.4, 0.1, 0.8, 0, 0, 0.9),
  probabilities: Float32Array.of(0.8, 0.9),
};

test('a cell is the weighted mean of the proposals that cover it', () => {
  const left = (0.4 + 0.8 * Math.SQRT2) / (1 + Math.SQRT2);
  const [topLeft, topRight, bottomLeft, bottomRight] = heatMap(analysis, 0, 2, 2);
  expect(topLeft).toBeCloseTo(left);
  expect(bottomLeft).toBeCloseTo(left);
  expect(topRight).toBeCloseTo(0.4 / 3);
  expect(bottomRight).toBeCloseTo(0.4);
});

test('each category has its own place', () => {
  const map = heatMap(analysis, 1, 2, 2);
  expect([...map].indexOf(Math.max(...map))).toBe(1);
});

test('no cell is surer than the surest proposal', () => {
  expect(Math.max(...heatMap(analysis, 0, 16, 12))).toBeLessThanOrEqual(0.8);
});
