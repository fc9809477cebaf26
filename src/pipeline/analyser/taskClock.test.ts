import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TaskClock } from './taskClock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('while a task waits for others its clock stands still, and it has the whole time when it goes on', async () => {
  const clock = new TaskClock(1000);
  const rang = vi.fn();
  void clock.late.then(rang);
  await vi.advanceTimersByTimeAsync(900);
  clock.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  clock.go();
  await vi.advanceTimersByTimeAsync(999);
  expect(rang).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(rang).toHaveBeenCalledOnce();
});
