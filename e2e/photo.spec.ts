import { expect, test } from '@playwright/test';
import { FacetPage } from './pages/facetPage.ts';
import { sceneUploads } from './photos/uploads.ts';

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
  expect(await photo.distanceColours()).not.toBe(near);

  await photo.superpixels.press('ArrowLeft');
  await photo.superpixels.press('Shift+ArrowUp');
  await expect(photo.superpixels).toContainText('Seed 88 % across and 82 % down');
  // The arrows did not turn to another photo, and the proposals come back with the switch.
  await photo.dialog.getByRole('switch', { name: 'Show superpixels' }).uncheck();
  await expect(photo.proposals(10)).toBeVisible();
});
