import { expect, test } from '@playwright/test';
import { seededRandom } from '../../src/base/seededRandom.ts';
import { FacetPage } from '../pages/facetPage.ts';
import { labelledPhotos, sceneUploads } from '../photos/uploads.ts';
import { chooseEngine, indexPhotos, rowsOnWasm } from './rowsOnEngine.ts';
import { expectSameRow, rowDifference, storedRows } from './storedRows.ts';
import { destroyAfterSubmit, gpuUse, recoveries, watchWorkers } from './workerGpu.ts';

const PHOTOS = 16;
const LOSSES = 20;

/** Spread over the whole folder. */
function realPhotos(count: number) {
  const all = labelledPhotos();
  return all && Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]!.upload);
}

test(`${PHOTOS} real photos get the codes, probabilities and winners that they get on WASM`, async ({
  browser,
  page,
  context,
}) => {
  const uploads = realPhotos(PHOTOS);
  test.skip(uploads === null, 'The labelled photos are not beside the checkout (../shared/data/voc07).');
  await watchWorkers(context);
  const wanted = await rowsOnWasm(browser, uploads!);
  const facet = new FacetPage(page);
  await facet.open();
  await chooseEngine(page, 'WebGPU');
  const start = Date.now();
  await indexPhotos(facet, uploads!);
  const seconds = (Date.now() - start) / 1000 / PHOTOS;
  const rows = await storedRows(page);
  const differences = uploads!.map(({ name }) => rowDifference(rows.get(name)!, wanted.get(name)!));
  const most = (of: (difference: (typeof differences)[number]) => number): number => Math.max(...differences.map(of));
  const devices = await gpuUse(page);
  console.log(
    `${PHOTOS} photos, ${seconds.toFixed(1)} s each: at most ${most((d) => d.semanticBits)} bits of a semantic code, ` +
      `${most((d) => d.categoryBits)} of the category-aware ones, a probability by ${most((d) => d.probability).toExponential(1)}, ` +
      `${most((d) => d.otherWinners)} other winners; submissions on each device: ${devices.map(({ label, submits }) => `${label || 'no label'} ${submits}`).join(', ')}`,
  );
  for (const { name } of uploads!) expectSameRow(rows.get(name), wanted.get(name));
  expect(devices.map(({ label }) => label)).toEqual(['Facet']);
});

test("a device with WebGPU's default limits and no feature gives the same codes", async ({
  browser,
  page,
  context,
}) => {
  const facet = new FacetPage(page);
  await watchWorkers(context, { defaultsAlone: true });
  await facet.open();
  const uploads = await sceneUploads(page, [11, 12]);
  const wanted = await rowsOnWasm(browser, uploads);
  await chooseEngine(page, 'WebGPU');
  await indexPhotos(facet, uploads);
  const rows = await storedRows(page);
  for (const { name } of uploads) {
    expectSameRow(rows.get(name), wanted.get(name));
    expect(rows.get(name)!.engine).toBe('webgpu');
  }
});

test(`no photo is put aside when the device is destroyed at ${LOSSES} seeded moments, on the first engine and on rebuilt ones`, async ({
  browser,
  page,
  context,
}) => {
  await watchWorkers(context);
  const facet = new FacetPage(page);
  await facet.open();
  const random = seededRandom(11);
  const seeds = Array.from({ length: LOSSES }, (_, i) => 100 + i);
  const uploads = await sceneUploads(page, seeds);
  const wanted = await rowsOnWasm(browser, uploads);
  await chooseEngine(page, 'WebGPU');
  for (const upload of uploads) {
    // A photo is some ten submissions, the check of a rebuilt engine as many: so the loss falls into either.
    await destroyAfterSubmit(page, 1 + Math.floor(random() * 14));
    await indexPhotos(facet, [upload]);
    await destroyAfterSubmit(page, 0);
    // Three losses within a minute mean WASM, as they should; a person who wants the GPU back chooses it.
    if (await page.getByRole('button', { name: /^Engine in use: WebAssembly/ }).isVisible())
      await chooseEngine(page, 'WebGPU');
  }
  const rows = await storedRows(page);
  for (const { name } of uploads) expectSameRow(rows.get(name), wanted.get(name));
  await expect(facet.quarantine).toHaveCount(0);
  const times = (await recoveries(page)).sort((a, b) => a - b);
  const devices = await gpuUse(page);
  console.log(
    `${times.length} losses on ${devices.length} devices; from loss to engine: median ${times[times.length >> 1]!.toFixed(0)} ms, longest ${times.at(-1)!.toFixed(0)} ms`,
  );
  expect(devices.every(({ label }) => label === 'Facet')).toBe(true);
});
