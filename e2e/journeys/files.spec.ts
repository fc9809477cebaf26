import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../harness/facetTest.ts';
import { dropPaths } from '../pages/drop.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { sceneUploads } from '../photos/uploads.ts';

/** Which files are taken for photos, however they come and whatever they are called. */
let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-files-'));
});

test.afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, bytes: Buffer): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, bytes);
  return full;
}

/** A camera's card as a computer leaves it: one photo, and what systems put beside it. */
async function cameraCard(page: Page): Promise<string> {
  const scenes = await sceneUploads(page, [1, 2, 3, 4, 5]);
  const bytes = scenes.map(({ buffer }) => buffer);
  write('card/DCIM/100CANON/IMG_0001.JPG', bytes[0]!);
  write('card/DCIM/100CANON/._IMG_0001.JPG', bytes[1]!);
  write('card/DCIM/100CANON/@eaDir/IMG_0001.JPG/SYNOPHOTO_THUMB_M.jpg', bytes[2]!);
  write('card/.Trashes/501/deleted.jpg', bytes[3]!);
  write('card/.thumbnails/1002.jpg', bytes[4]!);
  write('card/DCIM/Thumbs.db', Buffer.from('not a photo'));
  return join(folder, 'card');
}

test('of a chosen camera card only the photo is added, nothing hidden', async ({ facet, page }) => {
  const card = await cameraCard(page);
  // As in a browser that hands out no folders.
  await page.evaluate(() => Object.defineProperty(window, 'showDirectoryPicker', { value: undefined }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await (await chooser).setFiles(card);
  await facet.added(1);
  await expect.poll(() => facet.photoNames()).toEqual(['IMG_0001.JPG']);
  await expect(facet.quarantine).toHaveCount(0);
});

test('of a dropped camera card only the photo is added, nothing hidden', async ({ facet, page }) => {
  await dropPaths(page, [await cameraCard(page)]);
  await facet.added(1);
  await expect.poll(() => facet.photoNames()).toEqual(['IMG_0001.JPG']);
  await expect(facet.quarantine).toHaveCount(0);
});

test('the bytes decide what a photo is, not its name or type; what is none is named with its reason', async ({
  facet,
  page,
}) => {
  const [scene, other] = await sceneUploads(page, [1, 2]);
  const heic = readFileSync(resolve(import.meta.dirname, '../photos/scene.heic'));
  await facet.pick([
    { name: 'camera.HIF', mimeType: '', buffer: heic },
    { name: 'stereo.mpo', mimeType: '', buffer: scene!.buffer },
    { name: 'DSC0001', mimeType: 'application/octet-stream', buffer: other!.buffer },
    { name: 'raw.dng', mimeType: 'image/x-adobe-dng', buffer: Buffer.from('II*\0\b\0\0\0\0\0\0\0\0\0') },
  ]);
  await facet.added(3);
  await expect.poll(async () => (await facet.photoNames()).sort()).toEqual(['DSC0001', 'camera.HIF', 'stereo.mpo']);
  await facet.showQuarantine();
  await expect(facet.quarantine).toContainText('raw.dng');
});

test('an exported index that is dropped is offered as an import, even without its ending', async ({ facet, page }) => {
  await facet.pick(await sceneUploads(page, [1]));
  await facet.added(1);
  const settings = new SettingsDialog(page);
  await settings.open();
  const download = await settings.exportIndex({ withThumbnails: true });
  const index = write('holiday', readFileSync(await download.path()));
  await settings.removeAll();

  await dropPaths(page, [index]);
  await expect(page.getByText('holiday is an index that Facet exported.')).toBeVisible();
  await page.getByRole('button', { name: 'Import it' }).click();
  await facet.added(1);
  await expect.poll(() => facet.photoNames()).toEqual(['scene 1.jpg']);
  await expect(facet.quarantine).toHaveCount(0);
});

test('leaving while files wait is asked about, with the reason on the page; staying goes on, and afterwards nothing is asked', async ({
  facet,
  page,
}) => {
  await facet.pick(await sceneUploads(page, [1, 2, 3, 4, 5, 6]));
  await expect(facet.indexing).toContainText('Keep this page open');
  const question = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await question;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await facet.added(6);
  let asked = 0;
  page.on('dialog', async (one) => {
    asked++;
    await one.accept();
  });
  await facet.reload();
  expect(asked).toBe(0);
  await facet.added(6);
});
