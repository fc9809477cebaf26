import { expect, test } from 'vitest';
import { tileTarget } from './useRovingTiles.ts';

test('left and right stop at the ends', () => {
  expect(tileTarget('ArrowLeft', 0, 10, 4)).toBe(0);
  expect(tileTarget('ArrowRight', 9, 10, 4)).toBe(9);
  expect(tileTarget('ArrowRight', 3, 10, 4)).toBe(4);
});

test('up and down keep the column', () => {
  expect(tileTarget('ArrowDown', 1, 10, 4)).toBe(5);
  expect(tileTarget('ArrowUp', 5, 10, 4)).toBe(1);
  expect(tileTarget('ArrowUp', 2, 10, 4)).toBe(2);
});

test('down over a short last row goes to the last tile, and stays within it', () => {
  expect(tileTarget('ArrowDown', 7, 10, 4)).toBe(9);
  expect(tileTarget('ArrowDown', 8, 10, 4)).toBe(8);
});

test('one row leaves up and down to the page', () => {
  expect(tileTarget('ArrowDown', 1, 10, Infinity)).toBe(null);
  expect(tileTarget('End', 1, 10, Infinity)).toBe(9);
  expect(tileTarget('a', 1, 10, 4)).toBe(null);
});
