import { expect } from '@playwright/test';
import { test } from '../harness/facetTest.ts';
import { sceneUploads } from '../photos/uploads.ts';

/** Back takes back one step at a time, and an address brings back what it names. */

test('Back undoes one chip, one order, one opened photo at a time', async ({ facet, page }) => {
  await facet.pick(await sceneUploads(page, [1, 2]));
  await facet.added(2);
  const photo = await facet.openPhoto('scene 1.jpg');
  await photo.sayThereIs('cat');
  await photo.close();

  const chip = page.getByRole('button', { name: 'cat, 1 photo' });
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'mixed');
  await page.getByRole('combobox', { name: 'Sort photos' }).selectOption('By name');
  await facet.openPhoto('scene 2.jpg');

  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Sort photos' })).toHaveValue('name');
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Sort photos' })).toHaveValue('newest');
  await expect(chip).toHaveAttribute('aria-pressed', 'mixed');
  await page.goBack();
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
});

test('a combined search stands in the address: Back takes back its last line, a reload keeps it', async ({
  facet,
  page,
}) => {
  await facet.pick(await sceneUploads(page, [1]));
  await facet.added(1);
  await page.getByRole('button', { name: 'Combine objects' }).click();
  const lines = page.getByRole('list', { name: 'What photos must contain' }).getByRole('listitem');
  const add = page.getByRole('combobox', { name: 'Add a category' });
  await add.selectOption('cat');
  await add.selectOption('sofa');
  await page.getByRole('combobox', { name: 'Role of sofa' }).selectOption('must not be there');
  await expect(lines).toHaveCount(2);

  await facet.reload();
  await expect(lines).toHaveCount(2);
  await expect(page.getByRole('combobox', { name: 'Role of sofa' })).toHaveValue('none');
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Role of sofa' })).toHaveValue('all');
  await page.goBack();
  await expect(lines).toHaveCount(1);
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('grid', { name: 'Photos' })).toBeVisible();
});
