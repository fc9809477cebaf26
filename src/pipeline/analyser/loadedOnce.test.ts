import { expect, test } from 'vitest';
import { loadedOnce } from './loadedOnce.ts';

test('what is loaded is loaded once, also for those who ask meanwhile', async () => {
  let loads = 0;
  const loaded = loadedOnce(async () => ++loads);
  expect(await Promise.all([loaded(), loaded()])).toEqual([1, 1]);
  expect(await loaded()).toBe(1);
});

test('a failure is told to all who waited, and forgotten', async () => {
  let loads = 0;
  const loaded = loadedOnce(async () => {
    if (++loads === 1) throw new Error('the connection broke');
    return loads;
  });
  const outcomes = await Promise.allSettled([loaded(), loaded()]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await loaded()).toBe(2);
});
