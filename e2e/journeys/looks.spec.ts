import { expect } from '@playwright/test';
import { expectLook } from '../harness/looks.ts';
import { test } from '../harness/scenesTest.ts';
import { CollectionMapPage } from '../pages/collectionMap.ts';

/** The main views look as they did, on the drawn scenes; see `looks.ts` for what may differ. */

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 392, height: 840 };

test('gallery, opened photo, answer and map look as they did, wide and on a phone, light and dark', async ({
  facet,
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(WIDE);
  await expect.poll(() => facet.photoCount()).toBe(12);
  await expectLook(page, 'gallery-wide-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectLook(page, 'gallery-wide-dark');

  const photo = await facet.openPhoto('Way to work.jpg');
  await expect(photo.label('bicycle')).toBeVisible();
  await expectLook(page, 'photo-wide-dark');
  await photo.close();

  await page.emulateMedia({ colorScheme: 'light' });
  const categories = page.getByRole('group', { name: 'Filter by category' });
  await categories.getByRole('button', { name: /^person, / }).click();
  await expect(page.getByRole('group', { name: 'What is asked' })).toBeVisible();
  await expectLook(page, 'answer-wide-light');
  await page.goBack();

  const map = new CollectionMapPage(page);
  await map.open();
  await expectLook(page, 'map-wide-light');
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectLook(page, 'map-phone-dark');
  await page.goBack();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => facet.photoCount()).toBe(12);
  await expectLook(page, 'gallery-phone-light');
});
