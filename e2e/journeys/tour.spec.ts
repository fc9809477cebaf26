import { expect } from '@playwright/test';
import { expectAccessible, test } from '../harness/facetTest.ts';

/** The drawn scenes that everybody can try. */

test('a first try: twelve scenes, a tour of three steps, and the scenes are gone again on wish', async ({
  facet,
  page,
}) => {
  await facet.tryScenes();
  await expect.poll(() => facet.photoCount()).toBe(12);
  const tour = page.getByRole('region', { name: 'Tour' });
  await expect(tour).toContainText('1 of 3');
  await expectAccessible(facet);
  await tour.getByRole('button', { name: 'Next' }).click();
  await tour.getByRole('button', { name: 'Next' }).click();
  await expect(tour).toContainText('3 of 3');
  await tour.getByRole('button', { name: 'Remove the scenes' }).click();
  await expect(page.getByRole('button', { name: 'Choose photos', exact: true })).toBeVisible();
  await expect(tour).toHaveCount(0);
});
