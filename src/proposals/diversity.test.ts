import { expect, test } from 'vitest';
import { diverseOrder } from './diversity.ts';
import { Scratch } from './scratch.ts';

// Two boxes nearly alike (IoU 0.8) and one apart.
const boxes = Float32Array.of(0, 0, 10, 10, 0, 0, 10, 8, 50, 50, 60, 60);

test('a weaker box apart comes before a stronger near-copy of a taken one', () => {
  const scores = Float32Array.of(0.9, 0.8, 0.5);
  expect([...diverseOrder(boxes, scores, [{ upTo: 3, power: 2 }], new Scratch())]).toEqual([0, 2, 1]);
  expect(scores[1]).toBeCloseTo(0.8 * (1 - 0.8 ** 2), 6);
});

test('a later stage forgives what a stricter one lowered, and its scores stay below those before it', () => {
  const scores = Float32Array.of(0.9, 0.8, 0.3);
  const stages = [{ upTo: 1, power: 1 }, { upTo: 3, power: 9 }];
  expect([...diverseOrder(boxes, scores, stages, new Scratch())]).toEqual([0, 1, 2]);
  expect(scores[1]).toBeCloseTo(0.8 * (1 - 0.8 ** 9), 6);
  const strict = Float32Array.of(0.9, 0.8, 0.3);
  expect([...diverseOrder(boxes, strict, [{ upTo: 3, power: 1 }], new Scratch())]).toEqual([0, 2, 1]);
});

test('boxes apart are ordered by their scores, equal ones by index', () => {
  const apart = Float32Array.of(0, 0, 9, 9, 20, 0, 29, 9, 40, 0, 49, 9);
  expect([...diverseOrder(apart, Float32Array.of(0.2, 0.7, 0.2), [{ upTo: 3, power: 1 }], new Scratch())]).toEqual([1, 0, 2]);
});

test('final scores descend, no box comes twice and no more are taken than the last stage wants', () => {
  const many = Float32Array.from({ length: 400 }, (_, i) => (i % 4 < 2 ? (i * 7) % 30 : 30 + ((i * 11) % 30)));
  const scores = Float32Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) / 100);
  const order = diverseOrder(many, scores, [{ upTo: 20, power: 1 }, { upTo: 60, power: 4 }], new Scratch());
  expect(new Set(order).size).toBe(60);
  for (let k = 1; k < order.length; k++) expect(scores[order[k]!]).toBeLessThanOrEqual(scores[order[k - 1]!]!);
});
