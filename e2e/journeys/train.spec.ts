import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../harness/facetTest.ts';
import { test } from '../harness/scenesTest.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { TrainPart } from '../pages/trainPart.ts';
import { writeScenes } from '../photos/sceneFiles.ts';
import { sceneUploads } from '../photos/uploads.ts';

/** Heads are trained in the page on drawn scenes with labels, paused, gone on with after a reload, used, and left again. */

const SCENES = {
  'outside/1.jpg': 'two-cars',
  'outside/2.jpg': 'at-the-kerb',
  'outside/3.jpg': 'way-to-work',
  'outside/4.jpg': 'bicycle-at-the-wall',
  'at home/5.jpg': 'dinner-table',
  'at home/6.jpg': 'living-room',
  'at home/7.jpg': 'reading-corner',
  'at home/8.jpg': 'study',
  'harbour/9.jpg': 'on-the-pier',
};

test('heads are trained on a folder, over a pause and a reload, are used, and those of before are used again', async ({
  facet,
  page,
}) => {
  test.setTimeout(900_000);
  const folder = await mkdtemp(join(tmpdir(), 'facet-train-'));
  try {
    await writeScenes(page, folder, SCENES);
    await page.goto('./#/quality');
    const train = new TrainPart(page);
    await train.begin(folder);
    await train.curve('Categories, part 1');
    await train.press('Pause');
    await expect(train.part.getByText('is paused')).toBeVisible();
    await facet.reload();
    await expect(train.part.getByText('is paused')).toBeVisible();
    await train.press('Go on');
    await train.trained();
    await expect(train.card.getByRole('row')).toContainText([
      /^Category/,
      /^at home4/,
      /^outside4/,
      /^Mean average precision9/,
    ]);
    await train.curve('Codes');
    await expect(train.part.getByText('Fewer than 3 photos each, so not trained: harbour.')).toBeVisible();
    await expectAccessible(facet);

    const download = page.waitForEvent('download');
    await train.press('Save as a file');
    const file = await readFile(await (await download).path());
    expect(file.subarray(8, 20_000).toString('latin1')).toContain('at home');

    // In use after a reload, and kept.
    await train.press('Use it');
    await train.press('Reload now');
    await facet.ready();
    await expect(train.part.getByText('In use')).toBeVisible();
    await page.goto('./#/');
    const [photo] = await sceneUploads(page, [1]);
    await facet.pick([photo!]);
    await facet.indexed();
    const results = await facet.searchByFile({ ...photo!, name: 'query.jpg' });
    await results.answered();
    expect(await results.similar()).toEqual([{ name: 'scene 1.jpg', distance: 0 }]);

    // What only the network of before has seen is shown as that said it, as far as these heads know the words.
    await page.goto('./#/');
    const earlier = await facet.openPhoto('Two cars.jpg');
    await earlier.dialog.getByRole('button', { name: /^Show all/ }).click();
    await expect(earlier.bars.filter({ hasText: /^outside/ })).toContainText('0 %');
    await page.goto('./#/');

    const settings = new SettingsDialog(page);
    await settings.open();
    await settings.network.getByRole('combobox', { name: 'Network to use' }).selectOption('Standard');
    await settings.network.getByRole('button', { name: 'Reload now' }).click();
    await facet.ready();
    await settings.close();
    const back = await facet.openPhoto('Two cars.jpg');
    await expect(back.bars.filter({ hasText: /^car/ })).toBeVisible();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
