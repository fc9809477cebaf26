import { expect, test } from 'vitest';
import { fileSize, percent, timeLeft } from './format.ts';

test('a percentage never rounds to certain or to impossible', () => {
  expect(percent(1)).toBe('100 %');
  expect(percent(0.999)).toBe('> 99 %');
  expect(percent(0.914)).toBe('91 %');
  expect(percent(0.001)).toBe('< 1 %');
  expect(percent(0)).toBe('0 %');
});

test('sizes change their unit before they need four digits', () => {
  expect(fileSize(999)).toBe('999 B');
  expect(fileSize(1000)).toBe('1.0 kB');
  expect(fileSize(999_600)).toBe('1.0 MB');
  expect(fileSize(6_420_000)).toBe('6.4 MB');
  expect(fileSize(123_400_000)).toBe('123 MB');
});

test('time left grows coarser with its length', () => {
  expect([3, 42, 170, 7100].map(timeLeft)).toEqual(['a few seconds', 'about 40 s', 'about 3 min', 'about 2 h']);
});
