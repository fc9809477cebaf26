import { expect, type Page } from '@playwright/test';
import { expectAccessible, test } from '../harness/facetTest.ts';

/** The page in German, as somebody meets it whose browser asks for it. */

async function tryScenes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mit gezeichneten Bildern ausprobieren' }).click();
  await expect(page.getByText('12 Fotos hinzugefügt.')).toBeVisible({ timeout: 240_000 });
  await expect(page.getByRole('region', { name: 'Auswertung' })).toHaveCount(0, { timeout: 240_000 });
}

test.describe('a German browser', () => {
  test.use({ locale: 'de-DE' });

  test('is spoken to in German, finds by German words, and opens what it found', async ({ facet, page }) => {
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Finde Fotos nach dem, was drauf ist.');
    await expectAccessible(facet);
    await tryScenes(page);
    const tour = page.getByRole('region', { name: 'Rundgang' });
    await expect(tour).toContainText('1 von 3');
    await tour.getByRole('button', { name: 'Überspringen' }).click();

    const line = page.getByRole('combobox', { name: 'Suche' });
    await line.fill('sof');
    await expect(page.getByRole('option', { name: /^Sofa/ })).toBeVisible();
    await line.fill('Sofa nicht Hund seit 2024');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Wonach gefragt ist' })).toContainText(/Sofa.*ohne.*Hund.*seit 2024/);
    await expect(page).toHaveTitle('Sofa, ohne Hund, seit 2024 · Facet');
    await expect(
      page
        .getByText('Wohnzimmer.jpg')
        .or(page.getByRole('button', { name: /^Wohnzimmer\.jpg/ }))
        .first(),
    ).toBeAttached();
    await expectAccessible(facet);

    // A press leads from "and" to the next role, in German.
    await page.getByRole('button', { name: 'Sofa, muss drauf sein' }).click();
    await page.getByRole('button', { name: 'Leeren' }).click();
    await line.fill('Personen oder Fahrräder');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Wonach gefragt ist' })).toContainText(/Person.*oder.*Fahrrad/);
    await page.getByRole('button', { name: 'Leeren' }).click();

    await page
      .getByRole('grid', { name: 'Fotos' })
      .getByRole('button', { name: 'Wohnzimmer.jpg', exact: true })
      .click();
    const photo = page.getByRole('dialog', { name: 'Wohnzimmer.jpg' });
    await expect(photo).toContainText('14. Januar 2024');
    await expect(photo.getByRole('button', { name: 'Nach diesem Sofa suchen' }).first()).toBeVisible();
    await expectAccessible(facet);
    await photo.getByRole('button', { name: 'Nach diesem Sofa suchen' }).first().click();
    await expect(page.getByText('Gesucht wird mit einem Objekt aus')).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Nach Kategorie' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('heading', { level: 2, name: 'Sofa' })).toBeVisible();
    await expectAccessible(facet);
  });

  test('hears why a file could not be read, and which language to change to', async ({ facet, page }) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Fotos auswählen' }).click();
    await (await chooser).setFiles([{ name: 'leer.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) }]);
    await page.getByRole('button', { name: '1 Datei ließ sich nicht lesen' }).click();
    await expect(page.getByText('Die Datei ist leer.')).toBeVisible();

    await page.getByRole('button', { name: 'Einstellungen' }).click();
    const settings = page.getByRole('dialog', { name: 'Einstellungen' });
    await expect(settings).toContainText('Deine Fotos werden nur in diesem Browser gelesen');
    await expectAccessible(facet);
    await settings.getByRole('combobox', { name: 'Sprache' }).selectOption('English');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Language' })).toBeFocused();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.reload();
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Like the browser');
    await expect(page.getByRole('dialog', { name: 'Einstellungen' })).toBeVisible();
  });

  test('reads German after its first visit without a network, too', async ({ page, context, facet }) => {
    await facet.ready();
    await page.getByRole('button', { name: 'Einstellungen' }).click();
    await expect(page.getByText('Bereit: Die App ist in diesem Browser gespeichert')).toBeVisible({ timeout: 120_000 });
    // Its texts are kept a moment after the rest.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const kept = await Promise.all(
            (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
          );
          return kept.flat().some((url) => /\/german-[^/]*\.js$/.test(url));
        }),
      )
      .toBe(true);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('dialog', { name: 'Einstellungen' })).toBeVisible();
    await context.setOffline(false);
  });
});

test('an English browser loads no other language', async ({ facet, page }) => {
  await facet.ready();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find photos by what is in them.');
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.some((name) => name.includes('/assets/'))).toBe(true);
  expect(loaded.filter((name) => name.includes('german'))).toEqual([]);
});
