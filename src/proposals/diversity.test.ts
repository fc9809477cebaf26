import { expect, test } from 'vitest';
import { diverseOrder } from './diversity.ts';
import { Scratch } from './scratch.ts';

// Two boxes nearly alike (IoU 0.8) and one apart.
const boxes = Float32Array.of(0, 0, 10, 10, 0, 0, 10, 8, 50, 50, 60, 60);

test('a weaker box apart comes before a stronger near-copy of a taken one', () => {
  const scores = Float32Array.of(0.9, 0.8, 0.5);
  expect([...diverseOrder(boxes, scores, 3, 0.6, 1, new Scratch())]).toEqual([0, 2, 1]);
  // (0.8 − 0.6) / (1 − 0.6) is a half.
  expect(scores[1]).toBeCloseTo(0.4, 6);
});

test('without decay the order is that of the scores, equal ones by index', () => {
  expect([...diverseOrder(boxes, Float32Array.of(0.2, 0.7, 0.2), 3, 0.6, 0, new Scratch())]).toEqual([1, 0, 2]);
});

test('final scores descend and no more are taken than wanted', () => {
  const many = Float32Array.from({ length: 400 }, (_, i) => (i % 4 < 2 ? (i * 7) % 30 : 30 + ((i * 11) % 30)));
  const scores = Float32Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) / 100);
  const order = diverseOrder(many, scores, 60, 0.3, 1, new Scratch());
  expect(new Set(order).size).toBe(60);
  for (let k = 1; k < order.length; k++) expect(scores[order[k]!]).toBeLessThanOrEqual(scores[order[k - 1]!]!);
});
