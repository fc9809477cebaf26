import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { FacetPage } from '../pages/facetPage.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { sceneUpload, sceneUploads } from '../photos/uploads.ts';

/** The opened photo beyond its boxes and bars. One gallery for each test, of one drawn scene. */
let facet: FacetPage;

test.beforeEach(async ({ page }) => {
  facet = new FacetPage(page);
  await facet.open();
  await facet.pick(await sceneUploads(page, [1]));
  await expect(facet.photo('scene 1.jpg')).toBeVisible({ timeout: 240_000 });
});

test('superpixels and the distances from a seed that the pointer and the arrow keys move', async () => {
  const photo = await facet.openPhoto('scene 1.jpg');
  await photo.showSuperpixels();
  await expect(photo.legend).toContainText('Geodesic distance');

  const box = await photo.superpixels.boundingBox();
  await facet.page.mouse.move(box!.x + box!.width * 0.1, box!.y + box!.height * 0.1);
  await expect(photo.superpixels).toContainText('Seed 10 % across and 10 % down');
  const near = await photo.distanceColours();
  await facet.page.mouse.move(box!.x + box!.width * 0.9, box!.y + box!.height * 0.9);
  await expect(photo.superpixels).toContainText('Seed 90 % across and 90 % down');
  await expect.poll(() => photo.distanceColours()).not.toBe(near);

  await photo.superpixels.press('ArrowLeft');
  await photo.superpixels.press('Shift+ArrowUp');
  await expect(photo.superpixels).toContainText('Seed 88 % across and 82 % down');
  // The arrows did not turn to another photo, and the proposals come back when they are chosen.
  await photo.see('Proposals');
  await expect(photo.proposals(10)).toBeVisible();
});

test('the photo says which picture of it is shown: its file, after a reload a stored one, and the file again once it is dropped', async ({
  page,
}) => {
  const photo = await facet.openPhoto('scene 1.jpg');
  await expect(photo.dialog).toContainText('Shown: the photo itself');
  await page.reload();
  await expect(photo.dialog).toContainText('Shown: the thumbnail that is stored here, in full size', {
    timeout: 120_000,
  });
  await photo.close();
  await facet.pick(await sceneUploads(page, [1]));
  await expect(page.getByText('1 photo was already in the gallery')).toBeVisible();
  await facet.openPhoto('scene 1.jpg');
  await expect(photo.dialog).toContainText('Shown: the photo itself');
});

test('larger pictures are kept where a person wants them, and say what they take', async ({ page }) => {
  const settings = new SettingsDialog(page);
  await settings.open();
  await settings.storage.getByRole('switch', { name: 'Keep larger pictures' }).check();
  await settings.close();
  await facet.pick([await sceneUpload(page, 9, 2000, 1500)]);
  await expect(facet.photo('scene 9.jpg')).toBeVisible({ timeout: 240_000 });
  await facet.indexed();
  await facet.reload();
  const photo = await facet.openPhoto('scene 9.jpg');
  await expect(photo.dialog).toContainText('Shown: the larger picture of 1,600 px that is stored here.');
  expect(
    await photo.dialog
      .getByRole('img', { name: 'scene 9.jpg' })
      .evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBe(1600);
  await photo.close();

  await settings.open();
  await expect(settings.storage.getByRole('switch', { name: 'Keep larger pictures' })).toBeChecked();
  await expect(settings.storage).toContainText(/1 larger picture, [\d.]+ kB/);
  await settings.storage.getByRole('button', { name: 'Remove larger pictures' }).click();
  await expect(settings.storage).not.toContainText('1 larger picture');
  await settings.close();
  await facet.openPhoto('scene 9.jpg');
  await expect(photo.dialog).toContainText(
    'Shown: the thumbnail of 512 px that is stored here. Drop the file on the page to see all of it.',
  );
});

test('the objects of a photo are reached with the keyboard alone', async () => {
  const photo = await facet.openPhoto('scene 1.jpg');
  await facet.page.keyboard.press('b');
  const proposals = photo.proposals(10).getByRole('button');
  await proposals.first().focus();
  await facet.page.keyboard.press('ArrowRight');
  await expect(proposals.nth(1)).toBeFocused();
  await facet.page.keyboard.press('Enter');
  await expect(photo.card).toContainText('Proposal 2 of 10');
  await photo.card.getByRole('button', { name: 'Next proposal' }).press('Enter');
  await expect(photo.card).toContainText('Proposal 3 of 10');
  await photo.card.getByRole('button', { name: /^Search by this/ }).press('Enter');
  await expect(facet.page.getByText('Searching by one object in')).toBeVisible();
});

test('a bar that reaches its gate is marked, and the gate is explained', async () => {
  const photo = await facet.openPhoto('scene 1.jpg');
  await photo.sayThereIs('bicycle');
  const bicycle = photo.bars.filter({ hasText: 'bicycle' });
  await expect(bicycle.getByTitle(/^Found: 100 % reaches the gate of \d+ %$/)).toBeVisible();
  await expect(photo.dialog).toContainText('a bar that reaches it counts as found');
});

test('a HEIC photo is read, in a browser that cannot by itself', async () => {
  const buffer = readFileSync(resolve(import.meta.dirname, '../photos/scene.heic'));
  await facet.pick([
    { name: 'scene.heic', mimeType: 'image/heic', buffer },
    { name: 'torn.heic', mimeType: 'image/heic', buffer: buffer.subarray(0, 700) },
  ]);
  await expect(facet.photo('scene.heic')).toBeVisible({ timeout: 240_000 });
  await facet.showQuarantine();
  await expect(facet.quarantine).toContainText('The HEIC file is damaged or cut short');
  const photo = await facet.openPhoto('scene.heic');
  await expect(photo.dialog).toContainText('320 × 240');
  await expect(photo.dialog).toContainText('Shown: the thumbnail that is stored here, in full size');
  await photo.showSuperpixels();
  await expect(photo.dialog.getByRole('img', { name: 'scene.heic' })).toBeVisible();
});
