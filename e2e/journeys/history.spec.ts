import { expect } from '@playwright/test';
import { test } from '../harness/facetTest.ts';
import { SearchLine } from '../pages/searchLine.ts';
import { sceneUploads } from '../photos/uploads.ts';

/** Back takes back one step at a time, and an address brings back what it names. */

test('Back undoes one chip, one order, one opened photo at a time', async ({ facet, page }) => {
  await facet.pick(await sceneUploads(page, [1, 2]));
  await facet.added(2);
  const photo = await facet.openPhoto('scene 1.jpg');
  await photo.sayThereIs('cat');
  await photo.close();

  const line = new SearchLine(page);
  await page.getByRole('button', { name: 'cat, 1 photo' }).click();
  await line.chip('cat', 'must be there').click();
  await expect(line.chip('cat', 'must not be there')).toBeVisible();
  const sort = page.getByRole('combobox', { name: 'Sort results' });
  await sort.selectOption('By name');
  await line.tile('scene 2.jpg').click();

  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(sort).toHaveValue('name');
  await page.goBack();
  await expect(sort).toHaveValue('best');
  await expect(line.chip('cat', 'must not be there')).toBeVisible();
  await page.goBack();
  await expect(line.chip('cat', 'must be there')).toBeVisible();
  await page.goBack();
  await expect(line.sentence).toHaveCount(0);
});

test('what is asked stands in the address: a reload keeps it, Back takes back its last step, old addresses still read', async ({
  facet,
  page,
}) => {
  await facet.pick(await sceneUploads(page, [1]));
  await facet.added(1);
  const line = new SearchLine(page);
  await line.ask('cat');
  await line.ask('not sofa');
  await expect(line.chip('sofa', 'must not be there')).toBeVisible();

  await facet.reload();
  await expect(line.chip('sofa', 'must not be there')).toBeVisible();
  await page.goBack();
  await expect(line.chip('sofa', 'must not be there')).toHaveCount(0);
  await expect(line.chip('cat', 'must be there')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('grid', { name: 'Photos' })).toBeVisible();

  await page.goto('#/combine?chip=all:cat&chip=none:sofa');
  await expect(line.chip('cat', 'must be there')).toBeVisible();
  await page.goto('#/?with=cat&without=dog');
  await expect(line.chip('dog', 'must not be there')).toBeVisible();
});
