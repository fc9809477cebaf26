import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible, test } from '../harness/facetTest.ts';
import type { FacetPage } from '../pages/facetPage.ts';
import { OpenedPhoto } from '../pages/openedPhoto.ts';
import { SearchLine } from '../pages/searchLine.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';

/** A category that nobody trained, taught from drawn scenes: found, answered for, kept, given away and forgotten. */

class TeachDialog {
  readonly page: Page;
  readonly dialog: Locator;
  readonly found: Locator;
  readonly examples: Locator;
  readonly question: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: /^Teach/ });
    this.found = this.dialog.getByRole('region', { name: 'What it would find' });
    this.examples = this.dialog.getByRole('region', { name: 'Photos that show it' });
    this.question = this.dialog.getByRole('region', { name: 'Is this one?' });
  }

  /** Until what it would find is known of all that was said. */
  async looked(): Promise<void> {
    await expect(this.found.getByRole('status')).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
  }

  async name(name: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'What is it?' }).fill(name);
  }

  async done(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(this.dialog).toHaveCount(0);
  }
}

/** Selects photos as a person does, and begins. */
async function teachFrom({ page }: FacetPage, names: readonly string[]): Promise<TeachDialog> {
  for (const name of names) {
    await page.getByRole('img', { name, exact: true }).first().hover();
    await page.getByRole('checkbox', { name: `Select ${name}` }).check({ force: true });
  }
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Teach Facet what they show…' }).click();
  return new TeachDialog(page);
}

async function begun(facet: FacetPage): Promise<void> {
  await facet.tryScenes();
  await facet.page.getByRole('button', { name: 'Skip the tour' }).click();
}

const TRAFFIC = ['Two cars.jpg', 'At the kerb.jpg'] as const;
const KITES = ['High above.jpg', 'Landing.jpg'];

test('a category is taught from two scenes, asked about, found by its name, corrected, kept over a reload, and forgotten', async ({
  facet,
  page,
}) => {
  await begun(facet);
  const teaching = await teachFrom(facet, KITES);
  await teaching.looked();
  await expect(teaching.examples.getByRole('listitem')).toHaveCount(2);
  await expect(teaching.dialog.getByRole('button', { name: 'Done', exact: true })).toBeDisabled();
  await expectAccessible(facet);

  // An answer is counted, and the next question comes.
  await expect(teaching.question).toContainText('1 of 8');
  await teaching.question.getByRole('button', { name: 'No', exact: true }).click();
  await expect(teaching.question).toContainText('2 of 8');
  await teaching.looked();
  await expect(teaching.dialog.getByRole('region', { name: 'Photos that do not' }).getByRole('listitem')).toHaveCount(
    1,
  );
  await teaching.name('dog');
  await teaching.dialog.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(teaching.dialog.getByRole('alert')).toContainText('There is a category “dog” already.');
  await teaching.name('up in the air');
  await teaching.done();
  await expect(page.getByText('Facet knows “up in the air” now.')).toBeVisible();

  const line = new SearchLine(page);
  await line.ask('up in the air');
  await expect(line.chip('up in the air', 'must be there')).toBeVisible();
  for (const name of KITES) await expect(line.tile(name)).toBeVisible();

  await facet.reload();
  for (const name of KITES) await expect(line.tile(name)).toBeVisible({ timeout: 60_000 });

  // A word on an opened photo counts at once.
  await line.tile('Landing.jpg').click();
  const photo = new OpenedPhoto(page, 'Landing.jpg');
  await photo.bars.filter({ hasText: 'up in the air' }).click();
  await photo.dialog.getByRole('button', { name: /^Undo$/ }).click();
  await photo.dialog.getByRole('button', { name: /^(Not|There is) an up in the air$/ }).click();
  await expect(photo.dialog.getByText(/^You said: /)).toBeVisible();
  await photo.close();
});

test('what was taught is renamed, given away as a file, goes with the index, and is forgotten and brought back', async ({
  facet,
  page,
}) => {
  await begun(facet);
  // One example is enough for what looks alike: another photo would be found.
  const teaching = await teachFrom(facet, [TRAFFIC[0]]);
  await teaching.looked();
  await expect(teaching.found.getByRole('status')).toContainText('1 photo besides yours, right with a chance of about');
  await expect(teaching.found.getByRole('img', { name: TRAFFIC[1] })).toBeVisible();
  await teaching.name('parked');
  await teaching.done();

  const settings = new SettingsDialog(page);
  await settings.open();
  const taught = page.getByRole('region', { name: 'What you taught' });
  await expect(taught.getByRole('listitem')).toContainText(['parked 1 example']);
  await expectAccessible(facet);
  await taught.getByRole('button', { name: 'Rename parked' }).click();
  await taught.getByRole('textbox', { name: 'New name of parked' }).fill('standing');
  await taught.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(taught.getByRole('listitem')).toContainText(['standing 1 example']);

  const given = page.waitForEvent('download');
  await taught.getByRole('button', { name: 'Save them as a file' }).click();
  const small = await (await given).path();
  const index = await (await settings.exportIndex({ withThumbnails: true })).path();

  await taught.getByRole('button', { name: 'Forget standing' }).click();
  await expect(taught.getByRole('listitem')).toHaveCount(0);
  await taught.getByRole('button', { name: 'Undo' }).click();
  await expect(taught.getByRole('listitem')).toHaveCount(1);
  await taught.getByRole('button', { name: 'Forget standing' }).click();
  await expect(taught.getByRole('listitem')).toHaveCount(0);
  const chooser = page.waitForEvent('filechooser');
  await taught.getByRole('button', { name: 'Open such a file…' }).click();
  await (await chooser).setFiles(small);
  await expect(taught.getByRole('listitem')).toContainText(['standing from a file']);

  await settings.removeAll();
  await settings.open();
  await expect(taught.getByRole('listitem')).toHaveCount(0);
  await settings.importIndex(index);
  await expect(settings.storage.getByRole('status')).toHaveText('12 photos imported.', { timeout: 60_000 });
  await expect(taught.getByRole('listitem')).toContainText(['standing 1 example']);
  await settings.close();
  const line = new SearchLine(page);
  await line.ask('standing');
  for (const name of TRAFFIC) await expect(line.tile(name)).toBeVisible({ timeout: 60_000 });
});
