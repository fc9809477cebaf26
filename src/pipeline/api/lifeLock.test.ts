import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stuckAtStart } from './lifeLock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const NEVER = new Promise<void>(() => {});

/** Whether a worker counts as stuck when so much time has gone by. */
async function isStuckAfter(ms: number, begun: Promise<void>, held: Promise<void>): Promise<boolean> {
  let stuck = false;
  void stuckAtStart(begun, held, 1000).then(() => {
    stuck = true;
  });
  await vi.advanceTimersByTimeAsync(ms);
  return stuck;
}

test('a worker that has begun and does not hold its life is stuck, but not before the limit', async () => {
  expect(await isStuckAfter(999, Promise.resolve(), NEVER)).toBe(false);
  expect(await isStuckAfter(1001, Promise.resolve(), NEVER)).toBe(true);
});

test('a worker whose script is still on its way is given any time', async () => {
  expect(await isStuckAfter(1_000_000, NEVER, NEVER)).toBe(false);
});

test('a worker that holds its life, or says why it cannot, is not stuck', async () => {
  expect(await isStuckAfter(1_000_000, Promise.resolve(), Promise.resolve())).toBe(false);
  const forbidden = new DOMException('The request was denied.', 'SecurityError');
  expect(await isStuckAfter(1_000_000, Promise.resolve(), Promise.reject(forbidden))).toBe(false);
});
