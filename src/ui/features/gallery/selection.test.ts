import { expect, test } from 'vitest';
import { toggled } from './selection.ts';

const ids = ['a', 'b', 'c', 'd'];

test('a tap selects, a second tap takes back', () => {
  const once = toggled(ids, new Set(), 1, 1);
  expect([...once]).toEqual(['b']);
  expect([...toggled(ids, once, 1, 1)]).toEqual([]);
});

test('a range goes both ways and keeps what was selected', () => {
  expect([...toggled(ids, new Set(['a']), 3, 1)].sort()).toEqual(['a', 'b', 'c', 'd']);
  expect([...toggled(ids, new Set(), 0, 2)].sort()).toEqual(['a', 'b', 'c']);
});

test('a photo that is not there changes nothing, and the given set stays as it was', () => {
  const before = new Set(['a']);
  expect([...toggled(ids, before, 9, 9)]).toEqual(['a']);
  toggled(ids, before, 1, 1);
  expect([...before]).toEqual(['a']);
});
