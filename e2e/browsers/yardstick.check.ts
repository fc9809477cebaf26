import { expect } from '@playwright/test';
import { FacetJourney } from './facetJourney.ts';
import { builtApp, openPage, test } from './setup.ts';
import { storedPhotos } from './storedPhotos.ts';
import { drawnPhotos, drawPhotos, keepYardstick, realPhotos } from './yardstick.ts';

test('the yardstick: what the built app stores on WASM', async ({ setup }) => {
  const page = await openPage(setup);
  if (typeof page === 'string') throw new Error(`Nothing can be compared: ${page}`);
  const server = builtApp(setup);
  await server.start();
  try {
    const facet = new FacetJourney(page);
    expect(await facet.open(server.origin)).toContain('WebAssembly');
    await drawPhotos(page);
    await facet.addPhotos([...drawnPhotos(), ...(realPhotos(32) ?? [])]);
    keepYardstick(await storedPhotos(page));
  } finally {
    await page.close();
    await server.stop();
  }
});
