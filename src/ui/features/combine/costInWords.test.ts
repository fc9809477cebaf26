import { expect, test } from 'vitest';
import { costInWords, surenessInWords } from './costInWords.ts';

const cost = (precision: number | null, found: number | null) => costInWords({ gate: 0.5, precision, found });

test('a sureness says what it costs in tenths', () => {
  expect(cost(0.91, 0.62)).toBe('about 9 of 10 right, finds 6 of 10');
  expect(cost(0.5, 0.99)).toBe('about 5 of 10 right, finds nearly all');
});

test('it promises all or nothing only where that is so', () => {
  expect(cost(0.97, 0.02)).toBe('nearly all right, finds hardly any');
  expect(cost(1, 1)).toBe('all right, finds all');
});

test('where there are too few photos to tell it says so', () => {
  expect(cost(null, 0.62)).toBe('finds 6 of 10');
  expect(cost(null, null)).toBe('too few photos to tell');
});

test('the slider has a word for every place', () => {
  expect([-1, -0.3, 0, 0.3, 1].map(surenessInWords)).toEqual([
    'finds most',
    'finds more',
    'balanced',
    'surer',
    'surest',
  ]);
});
