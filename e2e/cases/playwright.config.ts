import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, obtainBrowser } from '../../src/tools/browser.ts';
import { APP_ADDRESS, APP_PORT } from '../harness/origins.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DIST = process.env['FACET_E2E_DIST'] ?? '.facet/cases/dist';

/** `npm run test:cases`: files that once were read wrongly, through the built app and the terminal's programs. Outside of `npm test`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.check.ts',
  outputDir: resolve(ROOT, 'test-results/cases'),
  workers: 1,
  timeout: 1_800_000,
  expect: { timeout: 120_000 },
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
