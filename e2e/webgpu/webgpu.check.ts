import { expect, test } from '@playwright/test';
import { seededRandom } from '../../src/base/seededRandom.ts';
import { FacetPage } from '../pages/facetPage.ts';
import { labelledPhotos, sceneUploads } from '../photos/uploads.ts';
import { chooseEngine, gpuInUse, indexPhotos, rowsOnWasm } from './rowsOnEngine.ts';
import { expectSameRow, rowDifference, storedRows } from './storedRows.ts';
import { destroyAfterSubmit, gpuUse, isInterim, losses, recoveries, watchWorkers } from './workerGpu.ts';

const PHOTOS = 16;
const LOSSES = Number(process.env['FACET_LOSSES'] ?? 20);

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
      `${most((d) => d.categoryBits)} of the category-aware ones, ${most((d) => d.lookBits)} of looks, a probability by ${most((d) => d.probability).toExponential(1)}, ` +
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

test(`no photo is put aside when the device is destroyed at work at ${LOSSES} seeded moments, on the first engine and on rebuilt ones`, async ({
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
  for (const [i, upload] of uploads.entries()) {
    const waiting = Date.now();
    await gpuInUse(page);
    const back = Date.now() - waiting;
    // A photo is some ten submissions, so the loss falls into it.
    await destroyAfterSubmit(page, 1 + Math.floor(random() * 8));
    await indexPhotos(facet, [upload]);
    const hit = await losses(page);
    expect(hit, 'devices destroyed at work').toBeGreaterThan(i);
    // Every third time the next device is lost as well, while it is being checked.
    if (i % 3 === 1 && (await isInterim(page))) {
      await destroyAfterSubmit(page, 1 + Math.floor(random() * 4));
      await expect
        .poll(async () => (await losses(page)) > hit || !(await isInterim(page)), { timeout: 60_000 })
        .toBe(true);
    }
    await destroyAfterSubmit(page, 0);
    const recovered = (await recoveries(page)).at(-1) ?? Infinity;
    // Told as it goes, so that a run that somebody stops has told what it saw.
    console.log(
      `${i + 1} of ${LOSSES}: an engine took the photo ${recovered.toFixed(0)} ms after the loss, ${await facet.quarantine.count()} put aside; ` +
        `the GPU was waited for ${back} ms before, the photo was done ${Date.now() - waiting - back} ms after it was chosen`,
    );
  }
  const rows = await storedRows(page);
  for (const { name } of uploads) expectSameRow(rows.get(name), wanted.get(name));
  await expect(facet.quarantine).toHaveCount(0);
  const times = (await recoveries(page)).sort((a, b) => a - b);
  const devices = await gpuUse(page);
  console.log(
    `${await losses(page)} losses on ${devices.length} devices; from the loss in a photo to the engine that takes it: ` +
      `median ${times[times.length >> 1]!.toFixed(0)} ms, longest ${times.at(-1)!.toFixed(0)} ms, ${times.filter((ms) => ms <= 1000).length} of ${times.length} within a second`,
  );
  expect(times).toHaveLength(LOSSES);
  expect(await losses(page), 'devices destroyed, those that were being checked among them').toBeGreaterThan(LOSSES);
  expect(devices.every(({ label }) => label === 'Facet')).toBe(true);
});
