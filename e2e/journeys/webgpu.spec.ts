import { expect, test } from '@playwright/test';
import { FacetPage } from '../pages/facetPage.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { type PhotoUpload, sceneUploads } from '../photos/uploads.ts';
import { chooseEngine, rowsOnWasm } from '../webgpu/rowsOnEngine.ts';
import { expectSameRow, storedRows } from '../webgpu/storedRows.ts';
import { destroyAfterSubmit, gpuUse, spoilSubmit, watchWorkers } from '../webgpu/workerGpu.ts';

/**
 * The built app with WebGPU chosen by hand: on the software adapter, whose photos take seconds, so few of them. Many real ones:
 * `npm run test:webgpu`.
 */

// Pages come from the server, where the worker's script can be watched.
test.use({ serviceWorkers: 'block' });

test('photos get the codes of WASM on one device: at first, after a GPU error, after a loss, after another engine', async ({
  browser,
  page,
  context,
}) => {
  // Four devices and five photos on the software adapter.
  test.setTimeout(900_000);
  await watchWorkers(context);
  const facet = new FacetPage(page);
  await facet.open();
  const uploads = await sceneUploads(page, [1, 2, 3, 4, 5]);
  const wanted = await rowsOnWasm(browser, uploads);

  /** Indexes photos and compares each with WASM's. @returns the engine of each */
  const index = async (photos: readonly PhotoUpload[]) => {
    await facet.pick(photos);
    for (const { name } of photos) await expect(facet.photo(name)).toBeVisible({ timeout: 240_000 });
    await facet.indexed();
    const rows = await storedRows(page);
    for (const { name } of photos) expectSameRow(rows.get(name), wanted.get(name));
    await expect(facet.quarantine).toHaveCount(0);
    return photos.map(({ name }) => rows.get(name)?.engine);
  };
  /** WASM may take the photo under which the GPU failed, and until the GPU is there again. */
  const gpuIsBack = () =>
    expect(page.getByRole('button', { name: /^Engine in use: WebGPU/ })).toBeVisible({ timeout: 240_000 });
  /** Every device that was requested is ours, and has computed. */
  const expectDevices = async (count: number): Promise<void> => {
    const devices = await gpuUse(page);
    expect(devices.map(({ label }) => label)).toEqual(Array.from({ length: count }, () => 'Facet'));
    for (const { submits } of devices) expect(submits).toBeGreaterThan(0);
  };

  await test.step('at first', async () => {
    await chooseEngine(page, 'WebGPU');
    expect(await index(uploads.slice(0, 1))).toEqual(['webgpu']);
    await expectDevices(1);
    expect([...wanted.values()].map(({ engine }) => engine)).toEqual(uploads.map(() => 'wasm'));
  });
  await test.step('after an error of the GPU in the middle of a photo, and on the new device', async () => {
    await spoilSubmit(page, 3);
    await index(uploads.slice(1, 2));
    await gpuIsBack();
    await expectDevices(2);
    await expect(page.getByText(/the engine had trouble\. The GPU failed and was restarted/)).toBeVisible();
  });
  await test.step('after the device that computes is lost in the middle of a photo', async () => {
    await destroyAfterSubmit(page, 3);
    await index(uploads.slice(2, 3));
    await gpuIsBack();
    expect(await index(uploads.slice(3, 4))).toEqual(['webgpu']);
    await expectDevices(3);
  });
  await test.step('after another engine', async () => {
    await chooseEngine(page, 'WebAssembly');
    await chooseEngine(page, 'WebGPU');
    expect(await index(uploads.slice(4, 5))).toEqual(['webgpu']);
    await expectDevices(4);
  });
});

test('a GPU that computes one kernel wrongly is refused, in words, when it is chosen and at every start after', async ({
  page,
  context,
}) => {
  const facet = new FacetPage(page);
  await facet.open();
  // Chosen while it was right.
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('facet');
      request.onsuccess = () => resolve(request.result);
    });
    const transaction = database.transaction('settings', 'readwrite');
    transaction.objectStore('settings').put('webgpu', 'engine');
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    database.close();
  });
  await watchWorkers(context, { wrongKernel: 'hashLayer' });
  await facet.reload();
  await expect(page.getByRole('button', { name: /^Engine in use: WebAssembly/ })).toBeVisible();
  const reason = /The GPU computes something else\. It gives a drawn picture \d+ other bits in the code of 16 bits\./;
  await expect(page.getByText(reason).first()).toBeVisible();
  const settings = new SettingsDialog(page);
  await settings.open();
  await expect(page.getByRole('region', { name: 'Engine' }).getByText(reason)).toBeVisible();
});
