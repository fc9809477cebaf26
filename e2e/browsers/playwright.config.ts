import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { MODULES_ORIGIN, MODULES_PORT } from '../harness/origins.ts';
import type { BrowserSetup } from './setup.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Every project but the yardstick itself is compared with it. */
const compared = { dependencies: ['yardstick'] };
const journey = ['journey.check.ts', 'start.check.ts'];

/** `npm run test:browsers`: the built app in other browsers than the one of `npm test`. Outside of CI, which has only that one. */
export default defineConfig<object, { setup: BrowserSetup }>({
  testDir: '.',
  outputDir: resolve(ROOT, 'test-results/browsers'),
  workers: 1,
  timeout: 1_200_000,
  expect: { timeout: 60_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['./tableReporter.ts']],
  projects: [
    {
      name: 'yardstick',
      testMatch: 'yardstick.check.ts',
      use: { setup: { browser: 'chromium', engine: 'own choice' } },
    },
    {
      ...compared,
      name: 'chromium',
      testMatch: journey,
      use: { setup: { browser: 'chromium', engine: 'own choice' } },
    },
    { ...compared, name: 'firefox', testMatch: journey, use: { setup: { browser: 'firefox', engine: 'own choice' } } },
    { ...compared, name: 'webkit', testMatch: journey, use: { setup: { browser: 'webkit', engine: 'own choice' } } },
    {
      ...compared,
      name: 'firefox-webgpu',
      testMatch: 'webgpu.check.ts',
      use: { setup: { browser: 'firefox', engine: 'WebGPU by hand' } },
    },
    {
      ...compared,
      name: 'firefox-webgpu-as-real',
      testMatch: 'webgpu.check.ts',
      use: { setup: { browser: 'firefox', engine: 'WebGPU as on a real adapter' } },
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js --mode e2e --port ${MODULES_PORT} --strictPort`,
    cwd: ROOT,
    url: `${MODULES_ORIGIN}/e2e/blank.html`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
