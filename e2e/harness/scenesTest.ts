import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { FacetPage } from '../pages/facetPage.ts';
import { test as facetTest } from './facetTest.ts';
import { APP_ADDRESS } from './origins.ts';

async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'facet-scenes-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * A test that begins where somebody left the page with the twelve drawn scenes in it, the tour skipped. They are indexed once a run by
 * the page itself; every test has a copy of the whole browser profile, so a gallery of its own, and none waits for the network
 * to see the same scenes again.
 */
export const test = facetTest.extend<object, { scenesProfile: string }>({
  scenesProfile: [
    async ({ launchOptions }, use) => {
      await inTemporaryFolder(async (folder) => {
        const context = await chromium.launchPersistentContext(folder, { ...launchOptions, baseURL: APP_ADDRESS });
        const facet = new FacetPage(await onlyPage(context));
        await facet.open();
        await facet.tryScenes();
        await facet.page.getByRole('button', { name: 'Skip the tour' }).click();
        // Closed before it is copied, so that all of it is written.
        await context.close();
        await use(folder);
      });
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  context: async (
    { scenesProfile, launchOptions, viewport, hasTouch, isMobile, locale, baseURL, actionTimeout, navigationTimeout },
    use,
  ) => {
    await inTemporaryFolder(async (folder) => {
      await cp(scenesProfile, folder, { recursive: true });
      const context = await chromium.launchPersistentContext(folder, {
        ...launchOptions,
        viewport,
        hasTouch,
        isMobile,
        ...(locale !== undefined && { locale }),
        ...(baseURL !== undefined && { baseURL }),
      });
      context.setDefaultTimeout(actionTimeout);
      context.setDefaultNavigationTimeout(navigationTimeout);
      await use(context);
      await context.close();
    });
  },
  page: async ({ context }, use) => {
    await use(await onlyPage(context));
  },
});

async function onlyPage(context: BrowserContext) {
  return context.pages()[0] ?? (await context.newPage());
}
