import { type Browser, expect, type Page } from '@playwright/test';
import { FacetPage } from '../pages/facetPage.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import type { PhotoUpload } from '../photos/uploads.ts';
import { type StoredRow, storedRows } from './storedRows.ts';
import { isInterim } from './workerGpu.ts';

/** As a person does it. */
export async function chooseEngine(page: Page, name: 'WebGPU' | 'WebAssembly'): Promise<void> {
  const settings = new SettingsDialog(page);
  await settings.open();
  await settings.chooseEngine(name);
  await settings.close();
}

/**
 * Three losses within a minute mean WASM for good, as they should; a person who wants the GPU back says so in the settings.
 * @param limitMs how long it is waited for
 * @returns whether it is in use
 */
export async function gpuInUse(page: Page, limitMs = Infinity): Promise<boolean> {
  const end = Date.now() + limitMs;
  const onWasm = page.getByRole('button', { name: /^Engine in use: WebAssembly/ });
  while (await onWasm.isVisible()) {
    if (Date.now() > end) return false;
    if (await isInterim(page)) {
      await page.waitForTimeout(200);
      continue;
    }
    const settings = new SettingsDialog(page);
    await settings.open();
    await settings.tryGpuAgain();
    await settings.close();
  }
  return true;
}

/** Picks photos and waits until each is in the grid. */
export async function indexPhotos(facet: FacetPage, uploads: readonly PhotoUpload[]): Promise<void> {
  await facet.pick(uploads);
  for (const { name } of uploads) await expect(facet.photo(name)).toHaveCount(1, { timeout: 600_000 });
  await expect(facet.indexing).toHaveCount(0, { timeout: 600_000 });
}

/** What the app stores of the photos on WASM, in a browser profile of its own. */
export async function rowsOnWasm(browser: Browser, uploads: readonly PhotoUpload[]): Promise<Map<string, StoredRow>> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const facet = new FacetPage(await context.newPage());
  await facet.open();
  await indexPhotos(facet, uploads);
  const rows = await storedRows(facet.page);
  await context.close();
  return rows;
}
