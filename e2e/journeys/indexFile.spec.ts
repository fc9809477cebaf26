import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { FacetPage } from '../pages/facetPage.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { type PhotoUpload, sceneUploads } from '../photos/uploads.ts';

/** The index as a file: out, everything removed, in again. */
let facet: FacetPage;
let settings: SettingsDialog;
let scenes: PhotoUpload[];

test.beforeEach(async ({ page }) => {
  facet = new FacetPage(page);
  settings = new SettingsDialog(page);
  await facet.open();
  scenes = await sceneUploads(page, [1, 2]);
  await facet.pick(scenes);
  await facet.indexed();
  await expect(facet.photo('scene 2.jpg')).toBeVisible({ timeout: 240_000 });
});

test('an exported index brings photos, thumbnails, boxes, corrections and searches back, and no photo twice', async ({
  page,
}) => {
  const photo = await facet.openPhoto('scene 1.jpg');
  await photo.sayThereIs('sofa');
  await photo.close();
  await settings.open();
  const file = await (await settings.exportIndex({ withThumbnails: true })).path();
  await expect(settings.storage).toContainText('The index of 2 photos was exported.');
  await settings.removeAll();

  await settings.open();
  await settings.importIndex(file);
  await expect(settings.storage.getByRole('status')).toHaveText('2 photos imported.');
  await settings.importIndex(file);
  await expect(settings.storage.getByRole('status')).toHaveText('0 photos imported; 2 were already in the gallery.');
  await settings.close();
  await facet.reload();

  await expect.poll(async () => (await facet.photoNames()).sort()).toEqual(['scene 1.jpg', 'scene 2.jpg']);
  await expect(page.getByRole('grid', { name: 'Photos' }).locator('img')).toHaveCount(2);
  const back = await facet.openPhoto('scene 1.jpg');
  await back.showProposals(10);
  await expect(back.bars.filter({ hasText: 'sofa' })).toHaveAccessibleName(/^sofa 100 %/);
  await back.close();
  const results = await facet.searchByFile({ ...scenes[1]!, name: 'query.jpg' });
  await results.answered();
  expect(await results.similar()).toContainEqual({ name: 'scene 2.jpg', distance: 0 });
});

test('an index without thumbnails says so in the photo, until the file is dropped again', async () => {
  await settings.open();
  const download = await settings.exportIndex({ withThumbnails: false });
  const file = await download.path();
  await settings.removeAll();
  await settings.open();
  await settings.importIndex(file);
  await expect(settings.storage.getByRole('status')).toHaveText('2 photos imported.');
  await settings.close();

  const photo = await facet.openPhoto('scene 1.jpg');
  await expect(photo.dialog).toContainText('No picture is stored here. Drop the file on the page to see it.');
  await photo.see('Superpixels');
  await expect(photo.dialog.getByRole('alert')).toHaveText(
    'No picture of this photo is stored here. Drop its file on the page to see it.',
  );
  await photo.close();

  await facet.pick(scenes);
  await facet.indexed();
  const again = await facet.openPhoto('scene 1.jpg');
  await expect(again.dialog).toContainText('Shown: the photo itself');
});

test('a file that is no index, is cut short or is of another model changes nothing and says why', async () => {
  await settings.open();
  const bytes = readFileSync(await (await settings.exportIndex({ withThumbnails: true })).path());
  const upload = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

  await settings.importIndex(upload('holiday.facet', Buffer.from('PK and so on')));
  await expect(settings.storage.getByRole('alert')).toHaveText(
    'holiday.facet was not imported. It is not an index file that Facet exported.',
  );
  await settings.importIndex(upload('half.facet', bytes.subarray(0, bytes.length / 2)));
  await expect(settings.storage.getByRole('alert')).toHaveText(
    'half.facet was not imported. The file is incomplete: its end is missing.',
  );
  await settings.importIndex(upload('other.facet', ofAnotherModel(bytes)));
  await expect(settings.storage.getByRole('alert')).toHaveText(
    /^other\.facet was not imported\. This index was made by the model other-model.*, and this page works with .+\. Codes of two models cannot be compared/,
  );
  await settings.close();
  await expect.poll(() => facet.photoNames()).toHaveLength(2);
});

/** The same file, its header naming another model; the header's checksum is made right again. */
function ofAnotherModel(file: Buffer): Buffer {
  const changed = Buffer.from(file);
  const [textBytes, start] = [changed.readUInt32LE(20), 32];
  const header = changed
    .subarray(start, start + textBytes)
    .toString()
    .replace(/"modelVersion":"(.{12})/, '"modelVersion":"other-model ');
  changed.write(header, start);
  let hash = 0x811c9dc5;
  for (let at = start; at < start + textBytes; at += 4) hash = Math.imul(hash ^ changed.readUInt32LE(at), 0x01000193);
  changed.writeUInt32LE(hash >>> 0, 28);
  return changed;
}
