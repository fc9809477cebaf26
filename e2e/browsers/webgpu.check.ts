import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { MODULES_ORIGIN } from '../harness/origins.ts';
import type { StaticServer } from '../harness/staticServer.ts';
import type { BrowserPage } from './browserPage.ts';
import { codeDifference, differenceInWords } from './codeDifference.ts';
import { FacetJourney } from './facetJourney.ts';
import { note } from './notes.ts';
import { builtApp, hideSoftwareFlag, openPage, test } from './setup.ts';
import { storedPhotos } from './storedPhotos.ts';
import { drawnPhoto, drawnPhotos, realPhotos, yardstickOf } from './yardstick.ts';

/** Another implementation of WebGPU than Chromium's: Firefox has naga in Dawn's place, here on Mesa's llvmpipe. */

const MODULES = '/e2e/browsers/gpuModules.ts';
/** Between two orders of sums in float32 a bit whose sum lies at its threshold may fall. */
const BITS_APART = 1;
const PROBABILITY_APART = 2e-3;

let server: StaticServer;
let page: BrowserPage | null = null;

test.beforeEach(async ({ setup }) => {
  const opened = await openPage(setup);
  test.skip(typeof opened === 'string', typeof opened === 'string' ? opened : '');
  if (typeof opened === 'string') return;
  page = opened;
  note('browser', page.browser);
  server = builtApp(setup);
  await server.start();
});

test.afterEach(async () => {
  await page?.close();
  await server?.stop();
  page = null;
});

/** A blank page in which the modules of the source can be loaded. */
async function modulesPage(asReal: boolean): Promise<BrowserPage> {
  if (page === null) throw new Error('modulesPage: got no browser');
  await page.goto(`${MODULES_ORIGIN}/e2e/blank.html`);
  if (asReal) await page.evaluate(hideSoftwareFlag, null);
  return page;
}

test('every kernel, and what the network makes of several, gives what its reference says', async ({ setup }) => {
  const modules = await modulesPage(setup.engine === 'WebGPU as on a real adapter');
  const { adapter, cases, failures } = await modules.evaluate(async (path) => {
    const { kernelSuite }: typeof import('./gpuModules.ts') = await import(path);
    return kernelSuite();
  }, MODULES);
  note('engine', `${setup.engine}, ${adapter}`);
  note('figure', `${cases - failures.length} of ${cases} cases`);
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThan(100);
});

test("the whole network gives WASM's codes for a photo", async ({ setup }) => {
  const modules = await modulesPage(setup.engine === 'WebGPU as on a real adapter');
  const jpeg = [...readFileSync(realPhotos(1)?.[0] ?? drawnPhoto(1))];
  const { detail, difference, errors } = await modules.evaluate(
    async ({ path, jpeg }) => {
      const { wholeNetwork }: typeof import('./gpuModules.ts') = await import(path);
      return wholeNetwork(jpeg);
    },
    { path: MODULES, jpeg },
  );
  const { semanticBits, categoryBits, probability, winners } = difference;
  note(
    'figure',
    `${semanticBits[64]} of 64 bits, ${categoryBits} of the category codes, ${probability.toExponential(1)} of a probability, ` +
      `${winners} winners apart; ${detail}`,
  );
  expect(errors).toEqual([]);
  expect(difference).toMatchObject({ winners: 0, sameBoxes: true });
  expect(semanticBits[64]).toBeLessThanOrEqual(BITS_APART);
  expect(probability).toBeLessThanOrEqual(PROBABILITY_APART);
  // Only where the adapter passes for a real one are convolutions measured.
  expect(/by (our|tfjs)/.test(detail)).toBe(setup.engine === 'WebGPU as on a real adapter');
});

test("the built app stores what Chromium's WASM stores", async ({ setup }) => {
  if (page === null) throw new Error('The test has no browser.');
  const facet = new FacetJourney(page);
  const first = await facet.open(server.origin);
  const engine = setup.engine === 'WebGPU by hand' ? await facet.chooseEngine('WebGPU') : first;
  expect(engine, await facet.engineInWords()).toContain('WebGPU');
  const photos = [...drawnPhotos(), ...(realPhotos(16) ?? [])];
  await facet.addPhotos(photos);
  const difference = codeDifference(await storedPhotos(page), yardstickOf(photos));
  note('figure', differenceInWords(difference));
  expect(await facet.open(server.origin)).toContain('WebGPU');
  expect(difference).toMatchObject({ photos: photos.length, categories: 80, winners: 0 });
  expect(difference.mostBitsOf64).toBeLessThanOrEqual(BITS_APART);
  expect(difference.probability).toBeLessThanOrEqual(PROBABILITY_APART);
});
