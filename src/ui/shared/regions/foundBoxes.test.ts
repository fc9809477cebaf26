import { expect, test } from 'vitest';
import { unitBoxes } from '../../../base/image/box.ts';
import { foundBoxes } from './foundBoxes.ts';

const categories = ['dog', 'sofa', 'cat', 'person'].map((name) => ({ name, gate: 0.5 }));
const boxes = unitBoxes(Float32Array.of(0, 0, 1, 1, 0.1, 0.1, 0.5, 0.5, 0.11, 0.1, 0.5, 0.52, 0.6, 0.2, 0.9, 0.9));
const winners = Int32Array.of(1, 2, 0, 3);

test('each found category has one box, the surest first, and what is not found has none', () => {
  const found = foundBoxes({ boxes, winners }, Float32Array.of(0.7, 0.2, 0.1, 0.9), categories);
  expect(found.map((box) => box.categories.map(({ name }) => name))).toEqual([['person'], ['dog']]);
  expect(found[0]?.region.x0).toBeCloseTo(0.6);
});

test('categories found in almost the same place share a box, so no name covers another', () => {
  const found = foundBoxes({ boxes, winners }, Float32Array.of(0.7, 0.8, 0.1, 0.9), categories);
  expect(found.map((box) => box.categories.map(({ name }) => name))).toEqual([['person'], ['sofa', 'dog']]);
});

test('every found category is on exactly one box', () => {
  const found = foundBoxes({ boxes, winners }, Float32Array.of(0.6, 0.7, 0.8, 0.9), categories);
  expect(found.flatMap((box) => box.categories.map(({ index }) => index)).sort()).toEqual([0, 1, 2, 3]);
});
