import { test as base, type Page } from '@playwright/test';
import { MODULES_ORIGIN } from './origins.ts';

/**
 * For rooms that need a real browser and no page of the app: a blank, cross-origin isolated page of the development
 * server, on which `await import('/src/…')` works inside `page.evaluate`.
 */
export const test = base.extend<{ modules: Page }>({
  modules: async ({ page }, use) => {
    await page.goto(`${MODULES_ORIGIN}/e2e/modules/blank.html`);
    await use(page);
  },
});
