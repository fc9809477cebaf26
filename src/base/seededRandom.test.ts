import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from './seededRandom.ts';

test('a seed always gives the same numbers, in [0, 1)', () => {
  const a = seededRandom(7),
    b = seededRandom(7);
  const numbers = Array.from({ length: 1000 }, a);
  expect(numbers).toEqual(Array.from({ length: 1000 }, b));
  expect(numbers.every((x) => x >= 0 && x < 1)).toBe(true);
  expect(numbers).not.toEqual(Array.from({ length: 1000 }, seededRandom(8)));
});

test('uniform numbers average one half and normal ones have mean 0 and variance 1, within sampling error', () => {
  const random = seededRandom(1);
  const mean = (xs: number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
  expect(mean(Array.from({ length: 20_000 }, random))).toBeCloseTo(0.5, 1.5);
  const normals = Array.from({ length: 20_000 }, () => normalFrom(random));
  expect(Math.abs(mean(normals))).toBeLessThan(0.03);
  expect(Math.abs(mean(normals.map((x) => x * x)) - 1)).toBeLessThan(0.05);
});
