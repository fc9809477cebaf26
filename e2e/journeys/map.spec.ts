import { expect } from '@playwright/test';
import { expectAccessible } from '../harness/facetTest.ts';
import { test } from '../harness/scenesTest.ts';
import { CollectionMapPage } from '../pages/collectionMap.ts';

/** The map of the collection, on a desktop and on a phone. */

const INSET = 16;

for (const [device, viewport] of [
  ['a desktop', { width: 1280, height: 800 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`on ${device} the map is walked, drawn on, and found again by its address`, async ({ facet, page }) => {
    await page.setViewportSize(viewport);
    const map = new CollectionMapPage(page);
    await map.open();
    await expect(map.map).toHaveAccessibleName('Map of 12 photos');
    await expectAccessible(facet);

    // By keyboard: from photo to photo, select, open, and back.
    await map.map.focus();
    await page.keyboard.press('ArrowRight');
    await expect(map.said()).toHaveText(/\.jpg, /);
    const first = (await map.said().textContent()) ?? '';
    await page.keyboard.press('PageDown');
    await expect(map.said()).not.toHaveText(first);
    await page.keyboard.press('Space');
    const bar = page.getByRole('toolbar', { name: 'Selection' });
    await expect(bar).toContainText('1');
    await expect(map.said()).toHaveText(/, selected$/);
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
    await page.keyboard.press('Enter');
    const opened = page.getByRole('button', { name: 'Close photo' });
    await expect(opened).toBeVisible();
    await page.goBack();
    await expect(opened).toHaveCount(0);

    // Zoomed, and found again by the address.
    await map.tools.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => map.place()?.zoom ?? 0).toBeGreaterThan(20);
    const before = map.place();
    await page.reload();
    await expect(map.map).toBeVisible({ timeout: 120_000 });
    expect(map.place()).toEqual(before);
    await map.tools.getByRole('button', { name: 'All of the map' }).click();
    await expect.poll(() => map.place()).toBeNull();

    // A line around all of them selects all of them.
    await map.tools.getByRole('button', { name: 'Select by drawing around photos' }).click();
    await expect(page.getByText('Draw a line around the photos that you mean.')).toBeVisible();
    const box = await map.map.boundingBox();
    if (box === null) throw new Error('map.spec: got no map on the screen, wanted one');
    // The corners of the map are round.
    const corners = [
      [INSET, INSET],
      [box.width - INSET, INSET],
      [box.width - INSET, box.height - INSET],
      [INSET, box.height - INSET],
    ] as const;
    // Through the lower left corner: buttons stand over the upper ones.
    await page.mouse.move(box.x + INSET, box.y + box.height - INSET);
    await page.mouse.down();
    for (const [x, y] of corners) await page.mouse.move(box.x + x, box.y + y, { steps: 6 });
    await page.mouse.up();
    await expect(bar).toContainText('12');
    await expectAccessible(facet);
    await bar.getByRole('button', { name: 'Clear selection' }).click();

    // A group by its name.
    await map.regions.getByRole('button').first().click();
    await expect.poll(() => map.place()).not.toBeNull();
  });
}
