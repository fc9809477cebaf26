import { expect, test } from 'vitest';
import { drawn, seededRandom, shuffled } from './random.ts';

const MANY = 20_000;

test('a seed always gives the same stream, another seed another', () => {
  const stream = (seed: number) => {
    const random = seededRandom(seed);
    return [random.next(), random.below(1000), random.normal(), random.next()];
  };
  expect(stream(5)).toEqual(stream(5));
  expect(stream(5)).not.toEqual(stream(6));
});

test('numbers are even over 0 to 1, whole ones over 0 to below, normal ones have mean 0 and variance 1', () => {
  const random = seededRandom(1);
  const mean = (next: () => number): number => Array.from({ length: MANY }, next).reduce((sum, x) => sum + x, 0) / MANY;
  expect(mean(() => random.next())).toBeCloseTo(0.5, 1);
  expect(new Set(Array.from({ length: 1000 }, () => random.below(4)))).toEqual(new Set([0, 1, 2, 3]));
  expect(Math.abs(mean(() => random.normal()))).toBeLessThan(0.03);
  expect(mean(() => random.normal() ** 2)).toBeCloseTo(1, 1);
});

test('shuffled is every number once, and each place gets each number', () => {
  const random = seededRandom(2);
  expect([...shuffled(50, random)].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  const firsts = new Set(Array.from({ length: 200 }, () => shuffled(6, random)[0]));
  expect(firsts.size).toBe(6);
  expect([...shuffled(0, random)]).toEqual([]);
});

test('drawn are as many different numbers as are wanted and there are', () => {
  const random = seededRandom(3);
  const seven = drawn(20, 7, random);
  expect(new Set(seven).size).toBe(7);
  expect(seven.every((i) => i >= 0 && i < 20)).toBe(true);
  expect([...drawn(4, 9, random)].sort((a, b) => a - b)).toEqual([0, 1, 2, 3]);
});
