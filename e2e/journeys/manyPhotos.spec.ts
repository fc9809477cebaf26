import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible, test } from '../harness/facetTest.ts';
import { MANY_PHOTOS } from '../harness/manyPhotos.ts';
import { fillGallery } from '../harness/synthetic.ts';
import type { FacetPage } from '../pages/facetPage.ts';
import { sceneUpload } from '../photos/uploads.ts';

/**
 * A gallery of many thousand, as a person meets it. Figures are printed, none is a bar here: the machine may be busy, and the bench
 * has the bars.
 */

/**
 * Device pixels in a CSS pixel, as the page is told: so many that the list is higher than the box that a browser can make, however few
 * photos there are.
 */
const DENSITY = Math.ceil(300_000 / MANY_PHOTOS);

function grid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Photos' });
}

/** The tile that has the focus: its place in the list. */
function focused(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.activeElement?.getAttribute('data-index') ?? -1));
}

/** Whether the list is at its foot: the last row in sight is the grid's last one. */
async function atFoot(page: Page): Promise<boolean> {
  const last = Number(await grid(page).getByRole('row').last().getAttribute('aria-rowindex'));
  return last === Number(await grid(page).getAttribute('aria-rowcount'));
}

async function printed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  console.log(`${name}: ${Math.round(performance.now() - start)} ms`);
  return result;
}

/** Of how many places in the window no row is drawn while it scrolls by steps of so many pixels. */
function emptyPlaces(page: Page, steps: number, pixels: number): Promise<number> {
  return grid(page).evaluate(
    async (element, { steps, pixels }) => {
      const scroller = element.parentElement;
      if (scroller === null)
        throw new Error('emptyPlaces: got a grid without a parent, wanted the element that scrolls');
      const { top, height } = scroller.getBoundingClientRect();
      let empty = 0;
      for (let step = 0; step < steps; step++) {
        scroller.scrollTop += pixels;
        await new Promise((frame) => requestAnimationFrame(frame));
        const rows = [...element.querySelectorAll('[role=row]')].map((row) => row.getBoundingClientRect());
        for (const y of [0.1, 0.5, 0.9]) {
          const at = top + y * height;
          if (!rows.some((row) => row.top - 12 <= at && row.bottom + 12 >= at)) empty++;
        }
      }
      return empty;
    },
    { steps, pixels },
  );
}

/** Every answer to a search is reached, as every photo of the gallery is. @param photos that there are */
async function walkTheAnswers(facet: FacetPage, page: Page, photos: number): Promise<void> {
  const results = await printed('search by a photo', async () => {
    const found = await facet.searchByFile(await sceneUpload(page, 3, 480, 360));
    await found.answered();
    return found;
  });
  const slider = results.region.getByRole('slider');
  await slider.focus();
  await slider.press('End');
  const panel = results.region.getByRole('tabpanel', { name: 'Similar overall' });
  const tiles = panel.getByRole('button', { name: /bits apart/ });
  await tiles.first().focus();
  const tile = () => page.evaluate(() => Number(document.activeElement?.getAttribute('data-tile') ?? -1));
  await page.keyboard.press('End');
  await expect.poll(tile).toBe(photos - 1);
  await expect(tiles.last()).toBeInViewport();
  await page.keyboard.press('Home');
  await expect.poll(tile).toBe(0);
  await panel.evaluate((element) => element.scrollTo(0, Number.MAX_SAFE_INTEGER));
  await expect(panel.locator(`[data-tile="${photos - 1}"]`)).toBeInViewport();
  const scrolled = await panel.evaluate((element) => element.scrollHeight);
  expect(scrolled * DENSITY).toBeLessThanOrEqual(16_000_002);
}

async function heapMegabytes(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 1e5) / 10;
}

async function walkTheGallery(page: Page): Promise<void> {
  const photos = grid(page);
  await photos.getByRole('gridcell').first().getByRole('button').first().focus();
  await page.keyboard.press('End');
  await expect.poll(() => focused(page)).toBe(MANY_PHOTOS);
  expect(await atFoot(page)).toBe(true);
  await page.keyboard.press('PageUp');
  await expect.poll(() => focused(page)).toBeLessThan(MANY_PHOTOS);
  await page.keyboard.press('Home');
  await expect.poll(() => focused(page)).toBe(0);

  const time = page.getByRole('slider', { name: 'Time' });
  await time.focus();
  await page.keyboard.press('End');
  await expect(time).toHaveAttribute('aria-valuetext', /\d{4}$/);
  await expect
    .poll(async () => Number(await photos.getByRole('row').first().getAttribute('aria-rowindex')))
    .toBeGreaterThan(1000);
  // The scrollbar, dragged to its end.
  await photos.evaluate((element) => element.parentElement?.scrollTo(0, Number.MAX_SAFE_INTEGER));
  await expect.poll(() => atFoot(page)).toBe(true);
  await photos.evaluate((element) => element.parentElement?.scrollTo(0, 0));
  expect(await emptyPlaces(page, 60, 160)).toBe(0);
  expect(await emptyPlaces(page, 20, 50_000)).toBe(0);
  await photos.evaluate((element) => element.parentElement?.scrollTo(0, 0));
}

test('many thousand photos: each is reached, filtered, selected, removed and brought back, on a desktop and a phone', async ({
  facet,
  page,
}) => {
  await page.addInitScript((density) => {
    Object.defineProperty(window, 'devicePixelRatio', { value: density });
  }, DENSITY);
  await page.reload();
  await printed(`${MANY_PHOTOS} photos written and imported`, () => fillGallery(facet, MANY_PHOTOS));
  await expect.poll(() => facet.photoCount()).toBe(MANY_PHOTOS + 1);
  await printed('reload → total and first picture', async () => {
    await page.reload();
    await expect.poll(() => facet.photoCount()).toBe(MANY_PHOTOS + 1);
    await grid(page).getByRole('img').first().waitFor();
  });
  await facet.ready();
  await walkTheGallery(page);

  // A filter is a part of the one question, and Back takes it back.
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const filter = page.getByRole('dialog', { name: 'Filter' });
  const year = filter.getByRole('button', { name: /^20\d\d/ }).first();
  await expectAccessible(facet);
  await printed('a year', async () => {
    await year.click();
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: new RegExp(`^[\\d,]+ photos? of ${(MANY_PHOTOS + 1).toLocaleString('en')}`) }),
    ).toBeVisible();
  });
  await page.keyboard.press('Escape');
  await page.goBack();
  await expect.poll(() => facet.photoCount()).toBe(MANY_PHOTOS + 1);
  await printed('by name', async () => {
    await page.getByLabel('Sort photos').selectOption('name');
    await expect(grid(page).getByRole('heading')).toHaveCount(0);
  });
  await page.goBack();

  // Everything can be selected at once, and what is removed comes back.
  await page.keyboard.press('Control+a');
  const selection = page.getByRole('toolbar', { name: 'Selection' });
  await expect(selection).toContainText(`${(MANY_PHOTOS + 1).toLocaleString('en')} selected`);
  await page.keyboard.press('Escape');
  await expect(selection).toHaveCount(0);
  const tiles = grid(page).getByRole('gridcell');
  await tiles.nth(1).hover();
  await tiles.nth(1).getByRole('checkbox').click();
  await tiles
    .nth(3)
    .getByRole('button')
    .first()
    .click({ modifiers: ['Shift'] });
  await expect(selection).toContainText('3 selected');
  await printed('three removed', async () => {
    await selection.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => facet.photoCount()).toBe(MANY_PHOTOS - 2);
  });
  await printed('and brought back', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => facet.photoCount()).toBe(MANY_PHOTOS + 1);
  });
  await printed('one added', async () => {
    await facet.pick([await sceneUpload(page, 2, 480, 360)]);
    await facet.added(MANY_PHOTOS + 2);
  });
  console.log(`heap of the page: ${await heapMegabytes(page)} MB`);

  await page.setViewportSize({ width: 320, height: 640 });
  const scrolled = await grid(page).evaluate((element) => element.parentElement?.scrollHeight ?? 0);
  expect(scrolled * DENSITY).toBeGreaterThan(15_900_000);
  expect(scrolled * DENSITY).toBeLessThanOrEqual(16_000_002);
  await grid(page).evaluate((element) => element.parentElement?.scrollTo(0, Number.MAX_SAFE_INTEGER));
  await expect.poll(() => atFoot(page)).toBe(true);
  await grid(page).evaluate((element) => element.parentElement?.scrollTo(0, element.clientHeight / 2));
  expect(await emptyPlaces(page, 30, 90)).toBe(0);
  await walkTheAnswers(facet, page, MANY_PHOTOS + 2);
});
