import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../harness/facetTest.ts';
import { test } from '../harness/scenesTest.ts';
import type { OpenedPhoto } from '../pages/openedPhoto.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';

/** What an opened photo can do, on the drawn scenes. The network finds real categories in them. */

test('each scene holds something that the network finds', async ({ facet, page }) => {
  await facet.openPhoto('On the pier.jpg');
  for (let place = 1; place <= 12; place++) {
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(`${place} of 12`);
    await expect(dialog.getByRole('button', { name: /^Search by this (?!object)/ }).first()).toBeVisible();
    await page.keyboard.press('ArrowRight');
  }
});

test('one labelled box for each found category; all boxes by B; a search by the object from its box', async ({
  facet,
  page,
}) => {
  const photo = await facet.openPhoto('Living room.jpg');
  const labels = photo.label('[^,]*');
  await expect.poll(() => labels.count()).toBeGreaterThanOrEqual(2);
  await expect(photo.dialog.getByTestId('found-box')).toHaveCount(await labels.count());
  await expect(photo.proposals(10)).toHaveCount(0);
  await expectAccessible(facet);

  await page.keyboard.press('b');
  await expect(photo.proposals(10)).toBeAttached();
  await expectAccessible(facet);
  await page.keyboard.press('b');

  await photo.label('sofa').click();
  await expect(photo.highlighted).toBeVisible();
  await expect(photo.bars.filter({ hasText: 'sofa' })).toHaveAttribute('aria-pressed', 'true');
  await photo.dialog.getByRole('button', { name: 'Search by this sofa' }).first().click();
  await expect(page.getByText('Searching by one object in')).toBeVisible();
  await page.goBack();
  await expect(photo.picture).toBeVisible();
});

/** Where the drawn box lies on the screen. */
async function place({ box }: OpenedPhoto) {
  const at = await box.boundingBox();
  if (at === null) throw new Error('place: the box is not on the screen');
  return at;
}

test('a drawn box says what is in it, moves and sizes by pointer and by keys, and the answer follows', async ({
  facet,
  page,
}) => {
  const photo = await facet.openPhoto('Way to work.jpg');
  await expect(photo.label('bicycle')).toBeVisible();
  await page.keyboard.press('d');
  await expect(photo.box).toBeFocused();
  const first = await place(photo);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  const moved = await place(photo);
  expect(moved.x).toBeGreaterThan(first.x);
  expect(moved.width).toBeCloseTo(first.width, 0);
  expect(moved.height).toBeGreaterThan(first.height);

  // Over the bicycle alone: dragged by its inside, then by its far corner.
  const frame = await photo.place();
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await page.mouse.move(to.x, to.y);
    await page.mouse.up();
  };
  const middle = { x: moved.x + moved.width / 2, y: moved.y + moved.height / 2 };
  await drag(middle, {
    x: middle.x + frame.x + frame.width * 0.38 - moved.x,
    y: middle.y + frame.y + frame.height * 0.48 - moved.y,
  });
  const dragged = await place(photo);
  expect(dragged.x - frame.x).toBeCloseTo(frame.width * 0.38, -1);
  await drag(
    { x: dragged.x + dragged.width, y: dragged.y + dragged.height },
    { x: frame.x + frame.width * 0.98, y: frame.y + frame.height * 0.97 },
  );
  await expect(photo.card.getByRole('list', { name: 'Categories of this object' })).toContainText('bicycle');
  const search = photo.card.getByRole('button', { name: 'Search by this bicycle' });
  await expect(search).toBeVisible();
  await expect(photo.card.getByRole('button', { name: 'Bicycle at the wall.jpg' })).toBeVisible();
  await expectAccessible(facet);

  await photo.box.press('Escape');
  await expect(photo.box).toHaveCount(0);
  await expect(photo.dialog).toBeVisible();
});

test('two objects of one photo are searched for together', async ({ facet, page }) => {
  const photo = await facet.openPhoto('Way to work.jpg');
  for (const category of ['person', 'bicycle']) {
    await photo.label(category).click();
    await photo.dialog.getByRole('button', { name: 'Search by several' }).click();
    await photo.label(category).click();
  }
  const picked = photo.dialog.getByRole('region', { name: 'Objects to search by' });
  await expect(picked.getByRole('listitem')).toHaveCount(2);
  await expectAccessible(facet);
  await picked.getByRole('button', { name: 'Search by these 2 objects' }).click();
  await expect(page).toHaveURL(/#\/search\?.*more=/);
});

test('how it sees: heat map of the chosen category, cells of the pyramid, superpixels', async ({ facet }) => {
  const photo = await facet.openPhoto('Living room.jpg');
  await photo.see('Heat map');
  const heat = photo.dialog.getByRole('img', { name: /^Where .* is, up to/ });
  await expect(heat).toBeVisible();
  const painted = () => heat.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const before = await painted();
  await photo.bars.nth(1).click();
  await expect.poll(painted).not.toBe(before);
  await expectAccessible(facet);
  await photo.see('Pyramid');
  await expect(photo.dialog.getByRole('img', { name: 'Cells of the feature maps in the box' })).toBeVisible();
  await expect(photo.dialog).toContainText('52 × 40, 26 × 20 and 13 × 10 cells');
});

test('zoom by keys and wheel, full screen, and the filmstrip leads to another photo', async ({ facet, page }) => {
  const photo = await facet.openPhoto('Sailing.jpg');
  const width = async () => (await photo.place()).width;
  const fitted = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeCloseTo(fitted * 1.5, 0);
  // The boxes lie over the picture.
  await photo.picture.hover({ force: true });
  await page.mouse.wheel(0, -400);
  await expect.poll(width).toBeGreaterThan(fitted * 2);
  const left = async () => (await photo.place()).x;
  const x = await left();
  await page.keyboard.press('ArrowRight');
  await expect.poll(left).toBeLessThan(x);
  await page.keyboard.press('0');
  await expect.poll(width).toBeCloseTo(fitted, 0);

  await page.keyboard.press('f');
  await expect(photo.dialog.getByRole('button', { name: 'Leave full screen' })).toBeVisible();
  await expect(photo.bars.first()).toBeHidden();
  await page.keyboard.press('f');
  await expect(photo.bars.first()).toBeVisible();

  await photo.filmstrip.getByRole('button', { name: 'Landing.jpg' }).click();
  await expect(page.getByRole('dialog', { name: 'Landing.jpg' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a theme of one’s own stays over a reload, and ? lists the shortcuts', async ({ facet, page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  const settings = new SettingsDialog(page);
  await settings.open();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect.poll(ground).not.toBe(light);
  await expectAccessible(facet);
  await settings.close();
  await facet.reload();
  await expect.poll(ground).not.toBe(light);
  await page.keyboard.press('?');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(shortcuts.getByRole('region', { name: 'Opened photo' })).toContainText('All boxes');
  await expectAccessible(facet);
  await page.keyboard.press('Escape');
  await expect(shortcuts).toHaveCount(0);
});

/** Fingers as the browser's own input makes them: Playwright has taps alone. */
async function swipe(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [from]);
  for (const share of [0.25, 0.5, 0.75, 1])
    await touch('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
  await touch('touchEnd', []);
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('swipe to the next photo, draw a box with a finger, move it, and a bar with words', async ({ facet, page }) => {
    const bar = page.getByRole('navigation', { name: 'Main' });
    for (const name of ['Photos', 'Search by photo', 'Add photos', 'Duplicates', 'Settings'])
      await expect(bar.getByRole('button', { name, exact: true })).toBeVisible();
    await expectAccessible(facet);

    const first = await facet.openPhoto('On the pier.jpg');
    const frame = await first.place();
    const at = (x: number, y: number) => ({ x: frame.x + frame.width * x, y: frame.y + frame.height * y });
    await swipe(page, at(0.8, 0.5), at(0.2, 0.5));
    await expect(page.getByRole('dialog', { name: 'Sailing.jpg' })).toBeVisible();
    await swipe(page, at(0.2, 0.5), at(0.8, 0.5));
    await expect(first.dialog).toBeVisible();

    await first.tapToDraw();
    const before = await place(first);
    const left = async () => (await place(first)).x;
    await swipe(page, at(0.5, 0.5), at(0.6, 0.6));
    await expect.poll(left).toBeGreaterThan(before.x);
    // Beside the box a finger draws another.
    await swipe(page, at(0.05, 0.05), at(0.3, 0.3));
    await expect.poll(left).toBeLessThan(before.x);
    await expect(first.dialog).toBeVisible();
    await expectAccessible(facet);
    // What is said of the box scrolls under the photo, which stays in sight.
    await first.dialog.getByRole('radio', { name: 'Heat map', exact: true }).scrollIntoViewIfNeeded();
    await expect(first.picture).toBeInViewport({ ratio: 0.9 });
  });
});
