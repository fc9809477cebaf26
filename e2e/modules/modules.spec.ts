import { expect } from '@playwright/test';
import { test } from '../harness/modules.ts';

test('the page of single modules is cross-origin isolated and has the software WebGPU adapter', async ({ modules }) => {
  expect(await modules.evaluate(() => crossOriginIsolated)).toBe(true);
  const adapter = await modules.evaluate(async () => (await navigator.gpu.requestAdapter())?.info.architecture);
  expect(adapter).toBe('swiftshader');
});
