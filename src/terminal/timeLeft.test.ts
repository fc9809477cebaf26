import { expect, test } from 'vitest';
import { timeLeft } from './timeLeft.ts';

test('time left is said in the unit that a person would use', () => {
  expect([900, 89_000, 90_000, 80 * 60_000, 100 * 60_000].map(timeLeft)).toEqual([
    '1 s',
    '89 s',
    '2 min',
    '80 min',
    '1 h 40 min',
  ]);
});
