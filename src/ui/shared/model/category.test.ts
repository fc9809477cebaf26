import { expect, test } from 'vitest';
import { gateInWords, heldCategories, holds } from './category.ts';

const categories = [
  { name: 'bicycle', gate: 0.5 },
  { name: 'cat', gate: 0.3 },
  { name: 'sofa', gate: 0.6 },
];

test('a photo holds the categories that reach their own gate, the surest first', () => {
  const held = heldCategories(Float32Array.of(0.5, 0.9, 0.59), categories);
  expect(held.map((one) => one.name)).toEqual(['cat', 'bicycle']);
  expect(held[0]?.index).toBe(1);
});

test('a probability at the gate counts as held, one just below does not', () => {
  expect(holds(Float32Array.of(0.5, 0, 0), categories, 0)).toBe(true);
  expect(holds(Float32Array.of(0.49, 0, 0), categories, 0)).toBe(false);
});

test('a category that is not in the list is never held', () => {
  expect(holds(Float32Array.of(1, 1, 1), categories, 7)).toBe(false);
});

test('a bar says in words whether it reaches its gate', () => {
  expect(gateInWords(0.86, 0.11)).toBe('Found: 86 % reaches the gate of 11 %');
  expect(gateInWords(0.5, 0.5)).toBe('Found: 50 % reaches the gate of 50 %');
  expect(gateInWords(0.01, 0.6)).toBe('Not found: 1 % is below the gate of 60 %');
});
