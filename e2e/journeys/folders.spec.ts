import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, test } from '../harness/facetTest.ts';
import { dropPaths } from '../pages/drop.ts';
import { FacetPage } from '../pages/facetPage.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { sceneUpload } from '../photos/uploads.ts';

/** Folders that stay: on the disk, dropped by the browser's own drag and drop, and read by it again. */
let disk: string;

test.beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), 'facet-folders-'));
});

test.afterEach(() => rmSync(disk, { recursive: true }));

function write(path: string, bytes: Buffer): void {
  mkdirSync(dirname(join(disk, path)), { recursive: true });
  writeFileSync(join(disk, path), bytes);
}

/** Scenes larger than what is stored of a photo. */
async function largeScenes(page: Page, seeds: readonly number[]): Promise<Buffer[]> {
  const scenes: Buffer[] = [];
  for (const seed of seeds) scenes.push((await sceneUpload(page, seed, 900, 600)).buffer);
  return scenes;
}

async function lookForChanges(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add photos', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Look for changes in your folders' }).click();
}

function said(page: Page, text: string | RegExp) {
  return page.getByRole('status').filter({ hasText: text });
}

test('after a reload originals are at hand, and what is new, changed or gone in the folder is found', async ({
  facet,
  page,
}) => {
  const [one, two, three, four, other] = await largeScenes(page, [1, 2, 3, 4, 5]);
  write('Holiday/one.jpg', one!);
  write('Holiday/inner/two.jpg', two!);
  write('Holiday/three.jpg', three!);
  await dropPaths(page, [join(disk, 'Holiday')]);
  await facet.added(3);

  await facet.reload();
  const opened = await facet.openPhoto('one.jpg');
  // What is stored of it has 512 pixels.
  await expect
    .poll(() => opened.picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBe(900);
  await opened.close();

  await lookForChanges(page);
  await expect(said(page, 'Nothing is new in Holiday: 3 files are in the gallery.')).toBeVisible();

  write('Holiday/four.jpg', four!);
  write('Holiday/three.jpg', other!);
  rmSync(join(disk, 'Holiday/one.jpg'));
  renameSync(join(disk, 'Holiday/inner/two.jpg'), join(disk, 'Holiday/moved.jpg'));
  await lookForChanges(page);
  const told = said(page, '2 photos are no longer in Holiday');
  await expect(told).toBeVisible({ timeout: 120_000 });
  // The deleted one and the changed one as it was before; the moved one has been found.
  await facet.added(5);
  await told.getByRole('button', { name: 'Show them' }).click();
  const dialog = page.getByRole('dialog', { name: '2 photos no longer in Holiday' });
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await expectAccessible(facet);
  await dialog.getByRole('button', { name: 'Remove them from the gallery' }).click();
  await facet.added(3);
  expect(readFileSync(join(disk, 'Holiday/three.jpg')).equals(other!)).toBe(true);

  // It is no duplicate of itself because it was moved.
  await page.getByRole('button', { name: 'Duplicates', exact: true }).click();
  await expect(page.getByText('The same file')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /no duplicates/i })).toBeVisible();
});

test('a run that is interrupted by a reload goes on by itself, and the page says that nothing is lost', async ({
  facet,
  page,
}) => {
  const scenes = await largeScenes(page, [11, 12, 13, 14, 15, 16]);
  scenes.forEach((bytes, i) => write(`Holiday/${i}.jpg`, bytes));
  await dropPaths(page, [join(disk, 'Holiday')]);
  await expect(facet.indexing).toContainText('You can close this page: adding them goes on at your next visit.');
  await expect(facet.indexing).toContainText(/[1-3] done/, { timeout: 120_000 });
  await facet.reload();
  await facet.added(6);
});

test('at the next visit the browser is asked once more whether the page may read the folder', async ({
  facet,
  page,
  context,
}) => {
  const [one] = await largeScenes(page, [21]);
  write('Holiday/one.jpg', one!);
  await dropPaths(page, [join(disk, 'Holiday')]);
  await facet.added(1);
  // With its last page the browser forgets what a person allowed.
  await page.close();
  const next = new FacetPage(await context.newPage());
  await next.open();
  const line = next.page.getByRole('region', { name: 'Folder' });
  await expect(line).toContainText('Holiday can be read again once you allow it');
  await expectAccessible(next);
  const settings = new SettingsDialog(next.page);
  await settings.open();
  await expect(settings.storage.getByRole('list', { name: 'Your folders' })).toContainText(
    'Holiday · waits for your permission',
  );
  await settings.close();

  // The one part that is replaced is the browser's own question, which no test can click.
  await next.page.evaluate(() => {
    const value = () => Promise.resolve('denied');
    Object.defineProperty(FileSystemHandle.prototype, 'requestPermission', { value });
  });
  await line.getByRole('button', { name: 'Allow reading' }).click();
  await expect(next.page.getByRole('alert')).toContainText('Holiday cannot be read');
  await line.getByRole('button', { name: 'Not now' }).click();
  await expect(line).toHaveCount(0);

  // Dropped again, it may be read: it is known as the same folder, and nothing is computed anew.
  await dropPaths(next.page, [join(disk, 'Holiday')]);
  await expect(said(next.page, 'Nothing is new in Holiday: 1 file is in the gallery.')).toBeVisible();
  const opened = await next.openPhoto('one.jpg');
  await expect
    .poll(() => opened.picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBe(900);
  await opened.close();

  await settings.open();
  await settings.storage.getByRole('button', { name: 'Forget the folder Holiday' }).click();
  await expect(settings.storage.getByRole('list', { name: 'Your folders' })).toHaveCount(0);
});

test('a folder chosen in the browser’s dialog stays, too', async ({ facet, page }) => {
  const scenes = await largeScenes(page, [31, 32]);
  // The dialog is the browser's own and no test can click it: it is answered with a folder of the browser's own storage.
  await page.evaluate(
    async (photos) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('Chosen', { create: true });
      for (const [i, bytes] of photos.entries()) {
        const file = await folder.getFileHandle(`${i}.jpg`, { create: true });
        const writing = await file.createWritable();
        await writing.write(Uint8Array.from(bytes));
        await writing.close();
      }
      Object.defineProperty(window, 'showDirectoryPicker', { value: () => Promise.resolve(folder) });
    },
    scenes.map((bytes) => [...bytes]),
  );
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await facet.added(2);
  await facet.reload();
  await page.getByRole('checkbox', { name: 'Select 0.jpg' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Download' }).click();
  const saved = readFileSync(await (await download).path());
  expect(scenes.some((bytes) => bytes.equals(saved))).toBe(true);
});
