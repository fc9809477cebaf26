import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, obtainBrowser } from '../../src/tools/browser.ts';
import { APP_ADDRESS, APP_PORT } from '../harness/origins.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DIST = process.env['FACET_E2E_DIST'] ?? '.facet/soak/dist';

/** `npm run soak`: the built app under faults for as long as it takes, an hour or more; FACET_SOAK_FAULTS says how many, FACET_SOAK_SEED which. Outside of `npm test`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.check.ts',
  outputDir: resolve(ROOT, 'test-results/soak'),
  workers: 1,
  timeout: 0,
  expect: { timeout: 240_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  use: {
    baseURL: APP_ADDRESS,
    serviceWorkers: 'block',
    launchOptions: { executablePath: obtainBrowser(), args: [...BROWSER_FLAGS] },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --outDir ${DIST} --port ${APP_PORT} --strictPort`,
    cwd: ROOT,
    url: APP_ADDRESS,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
