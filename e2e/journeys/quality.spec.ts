import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../harness/facetTest.ts';
import { test } from '../harness/scenesTest.ts';
import { QualityViewPage } from '../pages/qualityView.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { writeScenes } from '../photos/sceneFiles.ts';

/** A labelled folder is measured in the page, and a person's own photos by their answers; both outlive a reload. */

const SCENES = {
  'car/1.jpg': 'two-cars',
  'car/2.jpg': 'at-the-kerb',
  'bicycle/3.jpg': 'way-to-work',
  'bicycle/4.jpg': 'bicycle-at-the-wall',
  'aeroplane/5.jpg': 'high-above',
  'aeroplane/6.jpg': 'landing',
  'boat/7.jpg': 'sailing',
  'unicorn/8.jpg': 'study',
};

test('the quality is measured on a folder and by answers, is seen behind its figures, and kept', async ({
  facet,
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'facet-labelled-'));
  try {
    await writeScenes(page, folder, SCENES);
    await writeFile(join(folder, 'car', 'broken.jpg'), 'no photo');
    const settings = new SettingsDialog(page);
    await settings.open();
    await page.getByRole('button', { name: 'Measure the quality…' }).click();
    const view = new QualityViewPage(page);
    await view.measure(folder);
    await expect(view.figures).toBeVisible({ timeout: 120_000 });
    const row = view.figures.getByRole('row', { name: 'Mean average precision of the categories' });
    await expect(row.getByRole('cell')).toHaveText(/^[01]\.\d{3}$/);
    await expect(view.folder.getByText('Facet has no category for: unicorn.')).toBeVisible();
    await expect(view.folder.getByText('1 photo could not be read')).toBeVisible();
    await expect(view.folder.getByRole('img', { name: 'Calibration' })).toBeVisible();

    // The photos behind a cell, with the box that won.
    await view.folder.getByRole('button', { name: 'aeroplane, said aeroplane: 2 photos' }).click();
    const behind = view.folder.getByRole('region', { name: 'aeroplane is there, Facet said aeroplane' });
    await expect(behind.getByRole('img')).toHaveCount(2);

    // Nothing of it is in the gallery, and the figures are a file.
    const download = page.waitForEvent('download');
    await view.folder.getByRole('button', { name: 'Save the categories as CSV' }).click();
    const csv = await readFile(await (await download).path(), 'utf8');
    expect(
      csv
        .split('\r\n')
        .slice(0, -1)
        .map((line) => line.split(',', 2).join()),
    ).toEqual(expect.arrayContaining(['category,photos', 'aeroplane,2', 'bicycle,2', 'boat,1', 'car,2']));

    // A person's own photos, by buttons and by keys.
    await view.own.getByRole('button', { name: 'Ask me' }).click();
    await expect(view.question(1, /\d+/)).toBeVisible();
    await view.answer('Yes');
    await expect(view.question(2, /\d+/)).toBeVisible();
    await page.keyboard.press('n');
    await expect(view.question(3, /\d+/)).toBeVisible();
    await page.keyboard.press('Backspace');
    await expect(view.question(2, /\d+/)).toBeVisible();
    await view.answer('Yes');
    await expect(view.own.getByRole('table', { name: '2 answers' })).toBeVisible();
    await expectAccessible(facet);

    await page.reload();
    await expect(view.figures).toBeVisible({ timeout: 120_000 });
    await expect(view.question(3, /\d+/)).toBeVisible();

    // What is no labelled folder is told so, and what was measured stays.
    const loose = await mkdtemp(join(tmpdir(), 'facet-loose-'));
    await writeScenes(page, loose, { 'a.jpg': 'sailing' });
    await view.measure(loose);
    await expect(view.folder.getByRole('alert')).toContainText('has no annotations.json');
    await expect(view.figures).toBeVisible();
    await rm(loose, { recursive: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
