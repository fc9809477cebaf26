import { expect, test } from 'vitest';
import { Pace } from './progress.ts';

test('nothing is promised before two photos are through', () => {
  const pace = new Pace();
  pace.start(0);
  pace.tick(1000);
  expect(pace.etaSeconds(10)).toBeNull();
  pace.tick(3000);
  expect(pace.etaSeconds(10)).toBe(15);
});

test('the estimate follows the last photos, not the first ones', () => {
  const pace = new Pace();
  pace.start(0);
  for (let i = 1; i <= 20; i++) pace.tick(i * 10_000);
  for (let i = 1; i <= 20; i++) pace.tick(200_000 + i * 1000);
  expect(pace.etaSeconds(30)).toBe(30);
});

test('nothing left takes no time', () => {
  expect(new Pace().etaSeconds(0)).toBe(0);
});
