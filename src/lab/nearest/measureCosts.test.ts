import { expect, test } from 'vitest';
import { measureCosts } from './measureCosts.ts';

test('costs measured on any machine are positive and finite, and name a way to count', () => {
  const { countsBy, ...costs } = measureCosts();
  for (const ns of Object.values(costs)) expect(ns > 0 && Number.isFinite(ns)).toBe(true);
  expect(['words', 'vectors']).toContain(countsBy);
});
