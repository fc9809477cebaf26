import { expect, test } from 'vitest';
import { measure, percentile, rowOfTimes } from './row.ts';

test('percentiles lie on the line between two ranks', () => {
  expect(percentile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(percentile([1, 2, 3, 4], 0)).toBe(1);
  expect(percentile([1, 2, 3, 4], 1)).toBe(4);
  expect(() => percentile([], 0.5)).toThrow('percentile: got no numbers, wanted at least one');
});

test('a row keeps the median and the spread of its times in any order', () => {
  expect(rowOfTimes('sort', [30, 10, 20], { peer: 'naive' })).toEqual({
    name: 'sort',
    peer: 'naive',
    medianMs: 20,
    spreadMs: [12, 28],
    runs: 3,
  });
});

test('measure runs the warm-up and the runs, and no more', async () => {
  let calls = 0;
  const row = await measure('count', async () => void calls++, { warmup: 2, runs: 5 });
  expect(calls).toBe(7);
  expect(row.runs).toBe(5);
  expect(row.spreadMs[0]).toBeLessThanOrEqual(row.medianMs);
  await expect(measure('none', () => 0, { runs: 0 })).rejects.toThrow(
    'measure: got 0 runs, wanted a positive whole number',
  );
});
