import type { Page, Worker } from '@playwright/test';

/**
 * The page's worker whose name begins so; all start from blobs, so their addresses tell nothing.
 * @throws Error when there is none.
 */
export async function workerNamed(page: Page, begin: string): Promise<Worker> {
  for (const worker of page.workers()) {
    // One that is just ending cannot be asked.
    const name = await worker.evaluate(() => self.name).catch(() => '');
    if (name.startsWith(begin)) return worker;
  }
  throw new Error(`workerNamed: the page has no worker whose name begins with "${begin}"`);
}
