import { expect } from '@playwright/test';
import { expectAccessible } from '../harness/facetTest.ts';
import { test } from '../harness/scenesTest.ts';
import { SearchLine } from '../pages/searchLine.ts';

/** Categories that no layer of ours was trained for, and the list of all by group. The network finds real ones in the drawn scenes. */

test('what the detection head alone tells is found by its name and in the list by group, and says that it is less sure', async ({
  facet,
  page,
}) => {
  const line = new SearchLine(page);
  await line.ask('vases');
  await expect(line.chip('vase', 'must be there')).toBeVisible();
  await expect(line.results.getByRole('status').first()).toHaveText(/^1 photo\b/);
  await expect(line.tile('Reading corner.jpg, vase')).toBeVisible();
  await page.goBack();

  const categories = page.getByRole('group', { name: 'Filter by category' });
  // What is in none of the photos is not offered, though it is known.
  await expect(categories.getByRole('button', { name: /^zebra/ })).toHaveCount(0);
  await categories.getByRole('button', { name: 'All categories' }).click();
  const list = page.getByRole('dialog', { name: 'Categories in these photos' });
  await expect(list.getByRole('region', { name: 'vehicles' }).getByRole('button')).toHaveCount(4);
  await expectAccessible(facet);
  const field = list.getByRole('searchbox', { name: 'Find a category' });
  await field.fill('zebra');
  await expect(list.getByRole('status')).toHaveText('None of these photos shows that.');
  await field.fill('household');
  await list.getByRole('button', { name: 'vase, 1 photo' }).click();
  await expect(list).toHaveCount(0);
  await expect(line.chip('vase', 'must be there')).toBeVisible();

  await line.tile('Reading corner.jpg, vase').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^vase \d+ %, gate/ }).click();
  await expect(dialog).toContainText('Facet is less sure of this category');
  await expectAccessible(facet);
});
