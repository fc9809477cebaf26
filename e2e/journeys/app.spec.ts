import { expect } from '@playwright/test';
import { expectAccessible, test } from '../harness/facetTest.ts';
import { APP_IS_BELOW } from '../harness/origins.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { corruptUpload, editedUpload, labelledPhotos, sceneUploads } from '../photos/uploads.ts';

/**
 * The main job on real parts: production build, real network on WASM, real IndexedDB. Every test has a page and a
 * gallery of its own.
 */

test('an empty gallery says what to do', async ({ facet, page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // A plain server sends no header of ours, and the page does without.
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(APP_IS_BELOW === '');
  await expectAccessible(facet);
});

test('photos are indexed by the real network, a corrupt one is reported by name, and a reload keeps both', async ({
  facet,
  page,
}) => {
  const scenes = await sceneUploads(page, [1, 2, 3]);
  await facet.pick([...scenes.slice(0, 2), corruptUpload('broken.jpg'), ...scenes.slice(2)]);
  await facet.added(3);
  await expect.poll(async () => (await facet.photoNames()).sort()).toEqual(scenes.map(({ name }) => name).sort());
  // One line until it is opened.
  await expect(facet.quarantine).not.toContainText('broken.jpg');
  await facet.showQuarantine();
  await expect(facet.quarantine).toContainText('broken.jpg');
  await expect(facet.quarantine).toContainText('This is not a photo in a format that Facet knows.');
  await expectAccessible(facet);

  await facet.reload();
  await expect(facet.photo('scene 3.jpg')).toBeVisible();
  await expect.poll(() => facet.photoNames()).toHaveLength(3);
  await facet.showQuarantine();
  await expect(facet.quarantine).toContainText('broken.jpg');
  await facet.quarantine.getByRole('button', { name: 'Dismiss broken.jpg' }).click();
  await expect(facet.quarantine).toHaveCount(0);
});

test('a photo that is dropped again is recognised, whatever it is called now', async ({ facet, page }) => {
  const [first, second] = await sceneUploads(page, [1, 2]);
  await facet.pick([first!, second!]);
  await facet.added(2);
  await facet.pick([first!, { ...second!, name: 'another name.jpg' }]);
  await expect(page.getByText('2 photos were already in the gallery.')).toBeVisible();
  await expect.poll(() => facet.photoNames()).toHaveLength(2);
});

test('an opened photo shows its proposals, its bars and the winning box of a category', async ({ facet, page }) => {
  await facet.pick(await sceneUploads(page, [3]));
  await facet.added(1);
  const photo = await facet.openPhoto('scene 3.jpg');
  await photo.showProposals(5);
  await photo.showProposals(25);
  await expect.poll(() => photo.bars.count()).toBeGreaterThanOrEqual(4);
  await photo.chooseSurestCategory();
  await expect(photo.highlighted).toBeVisible();
  await expectAccessible(facet);
  await photo.close();
});

test('a search by a file finds its twin at distance 0 and does not add the file', async ({ facet, page }) => {
  const scenes = await sceneUploads(page, [1, 2, 3]);
  await facet.pick(scenes);
  await facet.added(3);
  const results = await facet.searchByFile({ ...scenes[2]!, name: 'query.jpg' });
  await results.answered();
  const hits = await results.similar();
  expect(hits).toHaveLength(3);
  // Drawn scenes with nothing in them that Facet knows may share a code.
  expect(hits).toContainEqual({ name: 'scene 3.jpg', distance: 0 });
  expect(hits.map(({ distance }) => distance)).toEqual(hits.map(({ distance }) => distance).sort((a, b) => a - b));
  await expectAccessible(facet);
  await facet.open();
  await expect.poll(() => facet.photoNames()).toHaveLength(3);
});

test('an edited copy finds its original first; where nothing is known, both tabs say so and the order is by looks', async ({
  facet,
  page,
}) => {
  const scenes = await sceneUploads(page, [1, 2, 3, 4, 5]);
  await facet.pick(scenes);
  await facet.added(5);
  const results = await facet.searchByFile(await editedUpload(page, scenes[1]!));
  await results.answered();
  const hits = await results.similar();
  expect(hits.map(({ name }) => name)).toHaveLength(5);
  expect(hits[0]!.name).toBe('scene 2.jpg');
  const nothing = results.region.getByText('Nothing that Facet knows is in this photo');
  await expect(nothing).toBeVisible();
  await expectAccessible(facet);
  await results.region.getByRole('button', { name: /^scene 2\.jpg/ }).click();
  const match = page.getByRole('dialog');
  await expect(match.getByText('By looks alone')).toBeVisible();
  await expect(match.getByRole('region', { name: 'What both look like' })).toContainText('128 bits');
  await expectAccessible(facet);
  await page.keyboard.press('Escape');
  await results.group();
  await expect(nothing).toBeVisible();
});

test('an answer is grouped by the categories in the query', async ({ facet, page }) => {
  await facet.pick(await sceneUploads(page, [1, 2, 5]));
  await facet.added(3);
  for (const name of ['scene 1.jpg', 'scene 2.jpg', 'scene 5.jpg']) {
    const photo = await facet.openPhoto(name);
    await photo.sayThereIs('bicycle');
    await photo.close();
  }
  const photo = await facet.openPhoto('scene 1.jpg');
  const results = await photo.moreLikeThis();
  await results.answered();
  await results.group();
  expect(await results.categories()).toContain('bicycle');
  expect((await results.row('bicycle')).map(({ name }) => name).sort()).toEqual(['scene 2.jpg', 'scene 5.jpg']);
  await expectAccessible(facet);
});

test('one object of a photo is a query of its own', async ({ facet, page }) => {
  await facet.pick(await sceneUploads(page, [3, 4]));
  await facet.added(2);
  const photo = await facet.openPhoto('scene 4.jpg');
  const results = await photo.searchByMiddle();
  await results.answered();
  expect((await results.similar()).map(({ name }) => name)).toEqual(['scene 3.jpg']);
});

test('photos of one category find each other', async ({ facet }) => {
  const labelled = labelledPhotos();
  test.skip(labelled === null, 'the labelled photos are not beside this checkout');
  const of = (label: string) =>
    labelled!
      .filter(({ role, labels }) => role === 'query' && labels.length === 1 && labels[0] === label)
      .slice(0, 3)
      .map(({ upload }) => upload);
  const trains = of('train');
  await facet.pick([...trains, ...of('cat')]);
  await facet.added(6);
  const photo = await facet.openPhoto(trains[0]!.name);
  const results = await photo.moreLikeThis();
  await results.answered();
  const others = trains.slice(1).map(({ name }) => name);
  const nearest = (await results.similar()).slice(0, 2).map(({ name }) => name);
  expect(nearest.sort()).toEqual([...others].sort());
  await results.group();
  expect(await results.categories()).toContain('train');
  expect((await results.row('train')).map(({ name }) => name)).toEqual(expect.arrayContaining(others));
});

test('cancel keeps what is done and drops the rest', async ({ facet, page }) => {
  await facet.pick(await sceneUploads(page, [101, 102, 103, 104, 105, 106, 107, 108]));
  await expect.poll(() => facet.photoCount(), { timeout: 120_000 }).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Cancel indexing' }).click();
  await facet.indexed();
  const kept = await facet.photoCount();
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(8);
  await facet.reload();
  await expect.poll(() => facet.photoCount()).toBe(kept);
});

test('with the network switched off everything still works', async ({ facet, page, context }) => {
  const scenes = await sceneUploads(page, [1, 201]);
  await facet.pick(scenes.slice(0, 1));
  await facet.added(1);
  const settings = new SettingsDialog(page);
  await settings.open();
  await expect(settings.privacy).toContainText('Ready: the app is kept in this browser');
  await settings.close();
  await context.setOffline(true);
  try {
    await facet.pick(scenes.slice(1));
    await facet.added(2);
    const photo = await facet.openPhoto('scene 201.jpg');
    const results = await photo.moreLikeThis();
    await results.answered();
  } finally {
    await context.setOffline(false);
  }
});

test('the gallery can be emptied', async ({ facet, page }) => {
  await facet.pick(await sceneUploads(page, [1]));
  await facet.added(1);
  const settings = new SettingsDialog(page);
  await settings.open();
  await expectAccessible(facet);
  await settings.removeAll();
  await facet.reload();
  await expect(page.getByRole('button', { name: 'Choose photos', exact: true })).toBeVisible();
});
