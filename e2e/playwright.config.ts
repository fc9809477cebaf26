import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, obtainBrowser } from '../src/tools/browser.ts';
import { APP_ADDRESS, APP_IS_BELOW, APP_PORT, MODULES_ORIGIN, MODULES_PORT } from './harness/origins.ts';

const root = resolve(import.meta.dirname, '..');
/** The build under test; another folder than `dist` where somebody else builds at the same time. */
const DIST = process.env['FACET_E2E_DIST'] ?? 'dist';

const onPlainHost = APP_IS_BELOW !== '';

export default defineConfig({
  testDir: '.',
  outputDir: resolve(root, 'test-results'),
  // The engine keeps both cores of a small machine busy: one photo at a time is also one test at a time (two side by side took longer).
  workers: 1,
  // The software WebGPU adapter and the WASM backbone are slow on a small machine; a hang still ends, and soon enough
  // for the other tests to be run.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: resolve(root, '.facet/test/playwright.json') }]],
  use: {
    baseURL: APP_ADDRESS,
    actionTimeout: 60_000,
    navigationTimeout: 120_000,
    launchOptions: { executablePath: obtainBrowser(), args: [...BROWSER_FLAGS] },
    // Recording costs more time than the tests themselves on a small machine: FACET_TRACE=1 turns it on.
    trace: process.env['FACET_TRACE'] ? 'retain-on-failure' : 'off',
  },
  ...(onPlainHost && { globalSetup: './harness/plainHost.ts' }),
  webServer: [
    ...(onPlainHost
      ? []
      : [
          {
            command: `node node_modules/vite/bin/vite.js preview --outDir ${DIST} --port ${APP_PORT} --strictPort`,
            cwd: root,
            url: APP_ADDRESS,
            reuseExistingServer: false,
            timeout: 60_000,
          },
        ]),
    {
      command: `node node_modules/vite/bin/vite.js --mode e2e --port ${MODULES_PORT} --strictPort`,
      cwd: root,
      url: `${MODULES_ORIGIN}/e2e/modules/blank.html`,
      reuseExistingServer: false,
      timeout: 60_000,
    },
  ],
});
