import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { BROWSER_FLAGS, obtainBrowser } from '../../src/tools/browser.ts';
import { StaticServer } from '../harness/staticServer.ts';

/** The page over plain http from another host, as from a box in the home network. */
const DIST = resolve(import.meta.dirname, '../..', process.env['FACET_E2E_DIST'] ?? 'dist');
const HOST = 'photos.test';

test.use({
  launchOptions: {
    executablePath: obtainBrowser(),
    args: [...BROWSER_FLAGS, `--host-resolver-rules=MAP ${HOST} localhost`],
  },
});

test('without a secure connection the page says what it needs', async ({ page }) => {
  const server = new StaticServer(DIST);
  await server.start();
  try {
    await page.goto(server.origin.replace('localhost', HOST));
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await expect(page.getByRole('alert')).toContainText('Facet needs a secure connection');
    await expect(page.getByRole('alert')).toContainText('https');
  } finally {
    await server.stop();
  }
});
