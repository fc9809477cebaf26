import { expect } from '@playwright/test';
import { expectAccessible } from '../harness/facetTest.ts';
import { test } from '../harness/scenesTest.ts';
import { SearchLine } from '../pages/searchLine.ts';
import { SearchResults } from '../pages/searchResults.ts';

/** One search line for everything: typed, completed, said back as chips, kept in the address. */

test('the whole of search by keyboard', async ({ facet, page }) => {
  const line = new SearchLine(page);

  // A name is completed, chosen by the arrows and becomes a chip.
  await page.keyboard.press('/');
  await expect(line.field).toBeFocused();
  await page.keyboard.type('sof');
  await expect(line.options.filter({ hasText: 'sofa' })).toBeVisible();
  await expectAccessible(facet);
  await page.keyboard.press('ArrowDown');
  await expect(line.options.filter({ hasText: 'sofa' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(line.chip('sofa', 'must be there')).toBeVisible();
  await expect(line.tile('Living room.jpg')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#/?chip=all%3Asofa');

  // What no photo holds is said, with the chip to drop.
  await page.keyboard.type('named:nothing sheep');
  await page.keyboard.press('Enter');
  await expect(line.results).toContainText('No photo surely holds all of this');
  await page.goBack();

  // Enter on a chip leads it through its roles, each a step that Back takes back.
  await line.tabTo(line.chip('sofa', 'must be there'));
  await page.keyboard.press('Enter');
  await expect(line.chip('sofa', 'must not be there')).toBeFocused();
  await expect(line.tile('Living room.jpg')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(line.chip('sofa', 'and nothing else')).toBeFocused();
  await page.goBack();
  await page.goBack();
  await expect(line.chip('sofa', 'must be there')).toBeVisible();

  // How sure Facet has to be, and what that costs.
  await line.tabTo(page.getByRole('button', { name: 'Sureness: balanced' }));
  await page.keyboard.press('Enter');
  const slider = page.getByRole('slider', { name: 'Sureness of all categories' });
  await line.tabTo(slider);
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', /^surest: .*(right|finds|too few)/);
  await expectAccessible(facet);
  expect(new URL(page.url()).hash).toContain('sure=1');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Sureness: balanced' })).toBeVisible();

  // Space selects a hit, Enter opens it, Escape closes it and leads back to it.
  const tile = line.tile('Living room.jpg');
  await line.tabTo(line.results.locator('[data-tile][tabindex="0"]'));
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toContainText('1 selected');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(tile).toBeVisible();

  // Backspace in the empty field takes the last chip away.
  await page.keyboard.press('/');
  await page.keyboard.press('Backspace');
  await expect(line.sentence).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('#/');
});

test('more like this, less like this, groups and saved searches', async ({ facet, page }) => {
  const line = new SearchLine(page);
  await line.ask('sofa');
  await line.tile('Living room.jpg').hover();
  await line.results.getByRole('button', { name: 'More like Living room.jpg' }).click();

  const results = new SearchResults(page);
  await results.answered();
  const hits = await results.similar();
  expect(hits.length).toBeGreaterThan(3);
  await expectAccessible(facet);
  const [first, second] = hits;
  const add = async (name: string, label: 'More' | 'Less') => {
    await results.region.getByRole('button', { name: new RegExp(`^${name}`) }).hover();
    await results.region.getByRole('button', { name: `${label} like ${name}`, exact: true }).click();
  };
  await add(first!.name, 'More');
  await expect(line.sentence.getByRole('button', { name: `and like ${first!.name}` })).toBeVisible();
  await add(second!.name, 'Less');
  const unlike = line.sentence.getByRole('button', { name: `not like ${second!.name}` });
  await expect(unlike).toBeVisible();
  await results.answered();
  await expectAccessible(facet);
  // An example is no hit.
  expect((await results.similar()).map(({ name }) => name)).not.toContain(first!.name);

  // Answers are filtered as the gallery is, in one step that Back takes back.
  await results.region.getByRole('button', { name: 'Filter', exact: true }).click();
  const filter = page.getByRole('dialog', { name: 'Filter' });
  await filter.getByRole('button', { name: /^2024/ }).click();
  await expect(line.sentence).toContainText('2024');
  await expectAccessible(facet);
  await page.keyboard.press('Escape');
  await expect(filter).toHaveCount(0);
  await results.answered();
  await page.goBack();
  await expect(line.sentence).not.toContainText('2024');

  await facet.reload();
  await expect(unlike).toBeVisible();
  await line.sentence.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this search' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Rooms');
  await expectAccessible(facet);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const { hash } = new URL(page.url());

  await results.answered();
  await results.group();
  await expect(results.region.getByRole('heading', { level: 2, name: 'sofa' })).toBeVisible();
  await expectAccessible(facet);

  await facet.open();
  await page.keyboard.press('/');
  await line.options.filter({ hasText: 'Rooms' }).click();
  await expect(unlike).toBeVisible();
  expect(new URL(page.url()).hash).toBe(hash);
});

test('"like this one" binds a chip to the object of a hit, whose hits open the match view', async ({ facet, page }) => {
  const line = new SearchLine(page);
  await line.ask('sofa');
  await line.tile('Living room.jpg').hover();
  await line.results.getByRole('button', { name: 'Like the sofa in Living room.jpg' }).click();
  await expect(line.chip('this sofa', 'must be there')).toBeVisible();
  await expect(line.results.getByRole('button', { name: /bits apart/ }).first()).toBeVisible();
  await expectAccessible(facet);
  await line.results
    .getByRole('button', { name: /bits apart/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Why it matched' })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(line.chip('sofa', 'must be there')).toBeVisible();
});

test('a hit opens the match view, and the arrows walk the answer', async ({ facet, page }) => {
  const photo = await facet.openPhoto('Living room.jpg');
  await photo.dialog
    .getByRole('button', { name: /^Search by this sofa/ })
    .first()
    .click();
  const results = new SearchResults(page);
  await results.answered();
  const hits = await results.similar();
  expect(hits.length).toBeGreaterThan(3);
  await results.region
    .getByRole('button', { name: /bits apart/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Why it matched' })).toBeVisible();
  await expect(dialog).toContainText(`Match 1 of ${hits.length}`);
  await page.keyboard.press('ArrowRight');
  await expect(dialog).toContainText(`Match 2 of ${hits.length}`);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a line is completed with a tap, its chips cycle with a tap', async ({ facet, page }) => {
    const line = new SearchLine(page);
    await line.field.tap();
    await line.field.fill('sof');
    await expectAccessible(facet);
    await line.options.filter({ hasText: /^sofa/ }).tap();
    await expect(line.tile('Living room.jpg')).toBeVisible();
    await expectAccessible(facet);
    await line.chip('sofa', 'must be there').tap();
    await expect(line.chip('sofa', 'must not be there')).toBeVisible();
    await line.sentence.getByRole('button', { name: 'Remove sofa' }).tap();
    await expect(line.sentence).toHaveCount(0);
    await line.ask('last year');
    await expect(line.sentence).toContainText('2025');
    await page.reload();
    await expect(line.sentence).toContainText('2025');
  });
});
