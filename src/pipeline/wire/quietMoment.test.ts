import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { QuietMoment } from './quietMoment.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function scene() {
  const seen = { done: 0, busy: false };
  return {
    seen,
    moment: new QuietMoment(
      () => seen.done++,
      () => seen.busy,
      100,
    ),
  };
}

test('what is asked for is done once, after a while in which nothing went on', () => {
  const { seen, moment } = scene();
  moment.ask();
  vi.advanceTimersByTime(60);
  moment.ask();
  vi.advanceTimersByTime(99);
  expect(seen.done).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(seen.done).toBe(1);
});

test('what began meanwhile goes first, and the work follows when it is over', () => {
  const { seen, moment } = scene();
  moment.ask();
  seen.busy = true;
  vi.advanceTimersByTime(1000);
  expect(seen.done).toBe(0);
  seen.busy = false;
  moment.over();
  vi.advanceTimersByTime(100);
  expect(seen.done).toBe(1);
});

test('the end of something is no reason to work where nothing was asked for', () => {
  const { seen, moment } = scene();
  moment.over();
  vi.advanceTimersByTime(1000);
  expect(seen.done).toBe(0);
});
