import { expect, test } from 'vitest';
import { NumberSet } from './numberSet.ts';
import { toggled } from './toggled.ts';

const list = Uint32Array.of(40, 10, 30, 20);
const selectedOf = (set: NumberSet) => [...set.among(list)];

test('a tap selects, a second tap takes back', () => {
  const once = toggled(list, NumberSet.EMPTY, 1, 1);
  expect(selectedOf(once)).toEqual([10]);
  expect(selectedOf(toggled(list, once, 1, 1))).toEqual([]);
});

test('a range goes both ways in the order of the list and keeps what was selected', () => {
  const first = NumberSet.EMPTY.changed([40], true);
  expect(selectedOf(toggled(list, first, 3, 2))).toEqual([40, 30, 20]);
  expect(selectedOf(toggled(list, NumberSet.EMPTY, 0, 2))).toEqual([40, 10, 30]);
});

test('a photo that is not there changes nothing, and the given set stays as it was', () => {
  const before = NumberSet.EMPTY.changed([40], true);
  expect(toggled(list, before, 9, 9)).toBe(before);
  toggled(list, before, 1, 1);
  expect(selectedOf(before)).toEqual([40]);
});
