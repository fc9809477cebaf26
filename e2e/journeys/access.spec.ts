import { expect, type Page } from '@playwright/test';
import { test } from '../harness/facetTest.ts';
import { SearchLine } from '../pages/searchLine.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { sceneUploads } from '../photos/uploads.ts';

/** Keyboard, fingers and colours of a person's own. */

test('the first Tab leads past header and chips to the photos', async ({ facet, page }) => {
  await facet.pick(await sceneUploads(page, [1]));
  await facet.added(1);
  await page.reload();
  await facet.ready();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(facet.photo('scene 1.jpg')).toBeFocused();
});

/** What can be pressed and is smaller than 44 × 44 px. A control may have its label as part of its target. */
function tooSmall(page: Page): Promise<string[]> {
  return page
    .locator('button, select, summary, [role=tab], [role=slider], input, [role=switch], a[href]')
    .evaluateAll((controls) =>
      controls
        .filter((control) => control.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        .map((control) => control.closest('label') ?? control)
        .filter((target) => {
          const { width, height } = target.getBoundingClientRect();
          // Links within a sentence are exempt (WCAG 2.5.8), and so is what shows only when it is focused.
          const inline = getComputedStyle(target).display === 'inline';
          return !inline && width > 1 && height > 1 && (width < 43.5 || height < 43.5);
        })
        .map((target) => {
          const { width, height } = target.getBoundingClientRect();
          return `${target.getAttribute('aria-label') ?? target.textContent} ${width}×${height}`;
        }),
    );
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('what can be pressed is at least 44 px wide and high, in every view', async ({ facet, page }) => {
    expect(await tooSmall(page)).toEqual([]);
    await facet.pick(await sceneUploads(page, [1, 2]));
    await facet.added(2);
    const small: Record<string, string[]> = { gallery: await tooSmall(page) };
    const photo = await facet.openPhoto('scene 1.jpg');
    await photo.sayThereIs('cat');
    small['photo'] = await tooSmall(page);
    const results = await photo.moreLikeThis();
    await results.answered();
    small['search'] = await tooSmall(page);
    await facet.open();
    const line = new SearchLine(page);
    await line.ask('cat');
    await expect(line.chip('cat', 'must be there')).toBeVisible();
    await page.getByRole('button', { name: 'Sureness: balanced' }).tap();
    small['combine'] = await tooSmall(page);
    const settings = new SettingsDialog(page);
    await settings.open();
    small['settings'] = await tooSmall(page);
    expect(small).toEqual({ gallery: [], photo: [], search: [], combine: [], settings: [] });
  });

  test('several photos are selected by tapping their marks', async ({ facet, page }) => {
    await facet.pick(await sceneUploads(page, [1, 2]));
    await facet.added(2);
    await page.getByRole('checkbox', { name: 'Select scene 1.jpg' }).tap();
    await page.getByRole('checkbox', { name: 'Select scene 2.jpg' }).tap();
    await expect(page.getByRole('toolbar', { name: 'Selection' })).toContainText('2 selected');
  });
});

test('with forced colours bars, gates, switches and the chosen tab are still told apart', async ({ facet, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await facet.pick(await sceneUploads(page, [1, 2]));
  await facet.added(2);
  const photo = await facet.openPhoto('scene 1.jpg');
  await photo.sayThereIs('cat');
  const bar = photo.bars.filter({ hasText: 'cat' });
  const colours = await bar.evaluate((button) => {
    const paint = (element: Element | null) =>
      element === null ? 'missing' : getComputedStyle(element).backgroundColor;
    const track = button.querySelector('[title]');
    return [track, track?.firstElementChild ?? null, track?.lastElementChild ?? null].map(paint);
  });
  expect(new Set(colours).size).toBe(3);
  expect(colours).not.toContain('missing');

  const ground = () =>
    page
      .getByRole('radio', { name: 'Heat map' })
      .locator('..')
      .evaluate((choice) => getComputedStyle(choice).backgroundColor);
  const off = await ground();
  await photo.see('Heat map');
  await expect.poll(ground).not.toBe(off);
  await photo.see('Objects');

  const results = await photo.moreLikeThis();
  await results.answered();
  const outline = (name: string) =>
    page.getByRole('tab', { name }).evaluate((tab) => getComputedStyle(tab).outlineStyle);
  await expect.poll(() => outline('Similar overall')).toBe('solid');
  await expect.poll(() => outline('Grouped by category')).toBe('none');

  const settings = new SettingsDialog(page);
  await facet.open();
  await settings.open();
  const knob = settings.storage.getByRole('switch', { name: 'Keep larger pictures' });
  const knobGround = () => knob.evaluate((input) => getComputedStyle(input).backgroundColor);
  const unchecked = await knobGround();
  await knob.check();
  await expect.poll(knobGround).not.toBe(unchecked);
});
