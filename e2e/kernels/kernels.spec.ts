import { expect } from '@playwright/test';
import { test } from '../harness/modules.ts';

test('every WGSL kernel gives what its reference says, on the software adapter', async ({ modules }) => {
  const { adapter, results } = await modules.evaluate(async () => {
    const { runAdapterSuite } = await import('../../src/gpu/device/adapterSuite.ts');
    return runAdapterSuite();
  });
  expect(adapter).toContain('swiftshader');
  expect(new Set(results.map(({ kernel }) => kernel)).size).toBeGreaterThanOrEqual(5);
  expect(results.length).toBeGreaterThan(40);
  expect(results.filter(({ failure }) => failure !== null)).toEqual([]);
});
