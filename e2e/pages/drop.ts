import type { Page } from '@playwright/test';

/** Drops files and folders that lie on the disk into the middle of the page, through the browser's own drag and drop. */
export async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  // The left half: beside 'Search by this photo' it is the one that adds.
  const at = { x: width / 4, y: height / 2 };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
  await session.detach();
}
