import { expect } from '@playwright/test';
import { test } from '../harness/scenesTest.ts';
import { FacetPage } from '../pages/facetPage.ts';

test('what a person says of a photo turns its codes: its like are others, over a reload, until the words are taken back', async ({
  page,
}) => {
  const facet = new FacetPage(page);
  await facet.open();
  /** How far the cars at the kerb and the boats on the water are from the two cars, in bits. */
  const apart = async () => {
    const photo = await facet.openPhoto('Two cars.jpg');
    const results = await photo.moreLikeThis();
    await results.answered();
    const hits = new Map((await results.similar()).map(({ name, distance }) => [name, distance]));
    // No new page: the network looks at a corrected photo again while the page stays open.
    await page
      .getByRole('button', { name: 'Facet, back to the gallery' })
      .or(page.getByRole('link', { name: 'Facet, back to the gallery' }))
      .click();
    return { cars: hits.get('At the kerb.jpg') ?? Number.NaN, boats: hits.get('Sailing.jpg') ?? Number.NaN };
  };
  const before = await apart();
  expect(before.cars).toBeLessThan(before.boats);

  const photo = await facet.openPhoto('Two cars.jpg');
  await photo.sayThereIs('boat');
  await photo.close();
  // The codes follow when the network has looked again.
  await expect.poll(async () => (await apart()).boats).toBeLessThan(before.boats);
  const after = await apart();
  expect(after.cars).toBeGreaterThan(before.cars);
  await facet.reload();
  expect(await apart()).toEqual(after);

  const again = await facet.openPhoto('Two cars.jpg');
  await again.dialog.getByRole('button', { name: /^boat/ }).first().click();
  await again.dialog.getByRole('button', { name: 'Undo' }).click();
  await again.close();
  await expect.poll(apart).toEqual(before);
});
