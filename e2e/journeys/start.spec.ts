import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { BROWSER_FLAGS, obtainBrowser } from '../../src/tools/browser.ts';
import { ownAddress } from '../harness/ownAddress.ts';
import { StaticServer } from '../harness/staticServer.ts';

/** A start that cannot succeed says why, and what a browser may lack does not stop it. Other browsers: e2e/browsers/start.check.ts. */

const DIST = resolve(import.meta.dirname, '../..', process.env['FACET_E2E_DIST'] ?? 'dist');

async function without(page: Page, holder: 'window' | 'navigator', name: string): Promise<void> {
  await page.addInitScript(
    ([holder, name]) => {
      const target = holder === 'navigator' ? Navigator.prototype : window;
      Object.defineProperty(target, name, { value: undefined, configurable: true });
    },
    [holder, name] as const,
  );
}

test('without a StorageManager the page opens, and says that nothing was promised', async ({ page }) => {
  await without(page, 'navigator', 'storage');
  await page.goto('./');
  await expect(page.getByRole('button', { name: /^Engine in use/ })).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: 'Settings' }).click();
  const storage = page.getByRole('region', { name: 'Storage' });
  await expect(storage).toContainText('The browser has not promised to keep the gallery');
  await expect(storage).not.toContainText('Stored here');
});

test('what the browser lacks is named', async ({ page }) => {
  await without(page, 'navigator', 'locks');
  await without(page, 'window', 'OffscreenCanvas');
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('This browser lacks Web Locks, OffscreenCanvas.');
  await expect(page.getByRole('alert')).not.toContainText('still stored');
});

test('at an insecure address the page says that it needs https or localhost', async ({ page }) => {
  const host = ownAddress();
  test.skip(host === null, 'this machine has no address but its own');
  const server = new StaticServer(DIST, { host: host ?? '' });
  await server.start();
  try {
    await page.goto(server.origin);
    await expect(page.getByRole('alert')).toContainText('Facet needs a secure address, https or localhost');
  } finally {
    await server.stop();
  }
});

test('where a person has blocked the data of sites the page says what to allow', async ({ baseURL }) => {
  const profile = mkdtempSync(join(tmpdir(), 'facet-blocked-'));
  mkdirSync(join(profile, 'Default'));
  const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(blocked));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: obtainBrowser(),
    args: [...BROWSER_FLAGS],
  });
  try {
    const page = await context.newPage();
    await page.goto(baseURL ?? '');
    await expect(page.getByRole('alert')).toContainText('This browser does not let Facet store anything.');
    await expect(page.getByRole('alert')).toContainText('Allow cookies and site data for this address');
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

test('without its scripts the page is not empty', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto('./');
  await expect(page.getByText('Facet has not started.')).toBeVisible();
});

test('once the page is there, the sentence about its scripts is gone', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByText('Facet has not started.')).toHaveCount(0);
});
