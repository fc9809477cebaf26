import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, obtainBrowser } from '../../src/tools/browser.ts';
import { APP_ADDRESS, APP_PORT } from './origins.ts';

const ROOT = resolve(import.meta.dirname, '../..');

interface LongRun {
  /** Of the folder below `e2e` whose `*.check.ts` it runs, and of its build. */
  readonly name: string;
  /** Milliseconds; 0 for as long as it takes. */
  readonly timeout: number;
  /** Milliseconds that one expectation may take. */
  readonly expect: number;
}

/** Settings of what runs on the built app outside of `npm test`, since it takes too long for it. */
export function longRun({ name, timeout, expect }: LongRun): ReturnType<typeof defineConfig> {
  const dist = process.env['FACET_E2E_DIST'] ?? `.facet/${name}/dist`;
  return defineConfig({
    testDir: resolve(ROOT, 'e2e', name),
    testMatch: '*.check.ts',
    outputDir: resolve(ROOT, 'test-results', name),
    workers: 1,
    timeout,
    expect: { timeout: expect },
    forbidOnly: process.env['CI'] !== undefined,
    reporter: [['list']],
    use: {
      baseURL: APP_ADDRESS,
      serviceWorkers: 'block',
      launchOptions: { executablePath: obtainBrowser(), args: [...BROWSER_FLAGS] },
    },
    webServer: {
      command: `node node_modules/vite/bin/vite.js preview --outDir ${dist} --port ${APP_PORT} --strictPort`,
      cwd: ROOT,
      url: APP_ADDRESS,
      reuseExistingServer: false,
      timeout: 60_000,
    },
  });
}
