import { expect, test } from 'vitest';
import { Patience } from './patience.ts';

test('patience is as long as the machine is slow, and short again when it is fast again', () => {
  const patience = new Patience(60_000, 500);
  expect(patience.limitMs).toBe(60_000);
  patience.learn(3000);
  expect(patience.limitMs).toBe(1_500_000);
  patience.learn(20);
  expect(patience.limitMs).toBe(60_000);
});
