import { expect } from '@playwright/test';
import { test } from '../harness/modules.ts';

test('every WGSL kernel gives what its reference says, on the software adapter', async ({ modules }) => {
  const { adapter, results } = await modules.evaluate(async () => {
    const [{ runAdapterSuite }, { KERNEL_CASES }] = await Promise.all([
      import('../../src/gpu/device/adapterSuite.ts'),
      import('../../src/gpu/kernels/suite.ts'),
    ]);
    return runAdapterSuite(KERNEL_CASES);
  });
  expect(adapter).toContain('swiftshader');
  expect(new Set(results.map(({ kernel }) => kernel)).size).toBeGreaterThanOrEqual(5);
  expect(results.length).toBeGreaterThan(40);
  expect(results.filter(({ failure }) => failure !== null)).toEqual([]);
});

test('what the network puts together of kernels gives what its references say, on the software adapter', async ({
  modules,
}) => {
  const results = await modules.evaluate(async () => {
    const [{ runAdapterSuite }, { NETWORK_CASES }] = await Promise.all([
      import('../../src/gpu/device/adapterSuite.ts'),
      import('../../src/network/networkCases.ts'),
    ]);
    return (await runAdapterSuite(NETWORK_CASES)).results;
  });
  expect(new Set(results.map(({ kernel }) => kernel))).toEqual(
    new Set(['runLayer', 'regionMeans', 'presenceOnBackend', 'detectedOn']),
  );
  expect(results.filter(({ failure }) => failure !== null)).toEqual([]);
});
