import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible, test } from '../harness/facetTest.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { sceneUploads } from '../photos/uploads.ts';

test.skip(
  !existsSync(resolve(import.meta.dirname, '../../public/models/answers-nanodet-g+googlenet.json')),
  'heads that go with GoogLeNet are not at hand: npm run train -- --backbone nanodet-g+googlenet, then npm run answers with it',
);

/** BVLC's GoogLeNet, which the project may use and not hold. */
const WEIGHTS = resolve(import.meta.dirname, '../../../shared/weights/bvlc_googlenet.safetensors');

test('a file that holds no weights of the network is refused with the reason, and the network stays', async ({
  facet,
  page,
}) => {
  const settings = new SettingsDialog(page);
  await settings.open();
  await settings.bringWeights({ name: 'holiday.jpg', mimeType: '', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) });
  await expect(settings.network.getByRole('alert')).toHaveText(
    'holiday.jpg is not a file of weights: wanted safetensors, ONNX or a Caffe model.',
  );
  await expect(settings.network.getByRole('radio')).toHaveCount(0);
  await expectAccessible(facet);
});

test('GoogLeNet’s weights are brought, used after a reload, and taken back; nothing is lost on the way', async ({
  facet,
  page,
}) => {
  test.skip(!existsSync(WEIGHTS), 'the weights of GoogLeNet are not at hand');
  const [first, second, third] = await sceneUploads(page, [1, 2, 3]);
  await facet.pick([first!, third!]);
  await facet.indexed();
  const settings = new SettingsDialog(page);
  await settings.open();
  await settings.bringWeights(WEIGHTS);
  await expect(settings.network).toContainText('bvlc_googlenet.safetensors, 12');
  await settings.chooseNetwork('With GoogLeNet');
  await expectAccessible(facet);
  await settings.network.getByRole('button', { name: 'Reload now' }).click();
  await facet.ready();
  await settings.close();

  // Of two networks' codes none are compared: the photos of before are there, and not found.
  await facet.pick([second!]);
  await facet.indexed();
  await expect
    .poll(async () => (await facet.photoNames()).sort())
    .toEqual(['scene 1.jpg', 'scene 2.jpg', 'scene 3.jpg']);
  const results = await facet.searchByFile({ ...second!, name: 'query.jpg' });
  await results.answered();
  expect(await results.similar()).toEqual([{ name: 'scene 2.jpg', distance: 0 }]);

  // Until they are seen again, those of before are searched among themselves.
  await facet.open();
  const earlier = await (await facet.openPhoto('scene 1.jpg')).moreLikeThis();
  await earlier.answered();
  expect((await earlier.similar()).map(({ name }) => name)).toEqual(['scene 3.jpg']);
  await expect(page.getByText('Found among the 2 photos that an earlier network saw.')).toBeVisible();
  await expectAccessible(facet);

  await settings.open();
  await expect(settings.network.getByRole('radio', { name: 'With GoogLeNet' })).toBeChecked();
  await settings.network.getByRole('button', { name: 'Remove the weights' }).click();
  await settings.network.getByRole('button', { name: 'Reload now' }).click();
  await facet.ready();
  await settings.close();
  const again = await facet.searchByFile({ ...first!, name: 'query.jpg' });
  await again.answered();
  expect((await again.similar())[0]).toEqual({ name: 'scene 1.jpg', distance: 0 });
});
