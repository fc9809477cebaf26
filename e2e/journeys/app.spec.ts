import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { APP_ORIGIN } from '../harness/origins.ts';
import { FacetPage } from '../pages/facetPage.ts';
import { corruptUpload, labelledPhotos, type PhotoUpload, sceneUploads } from '../photos/uploads.ts';

/**
 * The main job on real parts, one step after the other in one browser: production build, real network on WASM, real
 * IndexedDB. The steps share a gallery because indexing is what takes time.
 */
test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let page: Page;
let facet: FacetPage;
let scenes: PhotoUpload[];
const foreign: string[] = [];
const complaints: string[] = [];
let lastRequest = 0;

test.beforeAll(async ({ browser }) => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  context.on('request', (request) => {
    lastRequest = Date.now();
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'blob:' && origin !== APP_ORIGIN) foreign.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The browser itself asks for the tab's icon again now and then; while the network is switched off that is no fault of the page's.
    const ownIcon =
      message.text().includes('ERR_INTERNET_DISCONNECTED') && message.location().url.endsWith('/icon.svg');
    if (message.type() === 'error' && !ownIcon) complaints.push(`${message.text()} ${message.location().url}`);
  });
  facet = new FacetPage(page);
  await facet.open();
  scenes = await sceneUploads(page, [1, 2, 3, 4, 5, 6, 7, 8]);
});

test.afterAll(() => context.close());

/** Until what moves and ends has ended: half faded in, a text has not yet the contrast that it will have. */
async function settled(): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const ending = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && effect !== null && effect.getComputedTiming().endTime !== Infinity,
      );
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** The rules of WCAG 2 A and AA that axe can check on the view once it has come to rest. */
async function expectAccessible(view: string): Promise<void> {
  await settled();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${view}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

test('an empty gallery says what to do', async () => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expectAccessible('welcome');
});

test('photos are indexed by the real network; a corrupt one is reported by name and the rest go on', async () => {
  await facet.pick([...scenes.slice(0, 4), corruptUpload('broken.jpg'), ...scenes.slice(4)]);
  await expect(facet.indexing).toBeVisible();
  await facet.indexed();
  expect((await facet.photoNames()).sort()).toEqual(scenes.map(({ name }) => name).sort());
  await expect(facet.quarantine).toContainText('broken.jpg');
  await expect(facet.quarantine).toContainText('This is not a photo in a format that Facet knows.');
  await expectAccessible('gallery');
});

test('a reload keeps photos and complaints', async () => {
  await facet.reload();
  await expect(facet.photo('scene 8.jpg')).toBeVisible();
  expect(await facet.photoNames()).toHaveLength(8);
  await expect(facet.quarantine).toContainText('broken.jpg');
  await facet.quarantine.getByRole('button', { name: 'Dismiss broken.jpg' }).click();
  await expect(facet.quarantine).toHaveCount(0);
});

test('a photo dropped again is known already and indexed once', async () => {
  await facet.pick([scenes[0]!, { ...scenes[1]!, name: 'another name.jpg' }]);
  await expect(page.getByText('2 photos were in the gallery already')).toBeVisible();
  expect(await facet.photoNames()).toHaveLength(8);
});

test('an opened photo shows its proposals, its bars and the box that won a category', async () => {
  const photo = await facet.openPhoto('scene 3.jpg');
  await photo.showProposals(5);
  await photo.showProposals(25);
  expect(await photo.bars.count()).toBeGreaterThanOrEqual(4);
  await photo.chooseSurestCategory();
  await expect(photo.highlighted).toBeVisible();
  await expectAccessible('photo');
  await photo.close();
});

test('a search by a file finds its twin at distance 0 and does not add the file', async () => {
  const results = await facet.searchByFile({ ...scenes[2]!, name: 'query.jpg' });
  await results.answered();
  const hits = await results.similar();
  expect(hits).toHaveLength(8);
  // Drawn scenes that hold nothing known may share a code with it.
  expect(hits).toContainEqual({ name: 'scene 3.jpg', distance: 0 });
  expect(hits.map(({ distance }) => distance)).toEqual(hits.map(({ distance }) => distance).sort((a, b) => a - b));
  await expectAccessible('search');
  await facet.open();
  expect(await facet.photoNames()).toHaveLength(8);
});

test('an answer is grouped by the categories that the query holds', async () => {
  for (const name of ['scene 1.jpg', 'scene 2.jpg', 'scene 5.jpg']) {
    const photo = await facet.openPhoto(name);
    await photo.sayThereIs('bicycle');
    await photo.close();
  }
  const photo = await facet.openPhoto('scene 1.jpg');
  const results = await photo.moreLikeThis();
  await results.answered();
  await results.group();
  expect(await results.categories()).toContain('bicycle');
  expect((await results.row('bicycle')).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['scene 2.jpg', 'scene 5.jpg']),
  );
  expect((await results.row('bicycle')).map(({ name }) => name)).not.toContain('scene 1.jpg');
  await expectAccessible('grouped');
  await facet.open();
});

test('one object of a photo is a query of its own', async () => {
  const photo = await facet.openPhoto('scene 4.jpg');
  const results = await photo.searchByMiddle();
  await results.answered();
  expect(await results.similar()).toHaveLength(7);
  await facet.open();
});

test('photos of one category find each other', async () => {
  const labelled = labelledPhotos();
  test.skip(labelled === null, 'the labelled photos are not beside this checkout');
  const of = (label: string) =>
    labelled!.filter(({ role, labels }) => role === 'query' && labels.length === 1 && labels[0] === label).slice(0, 3);
  const trains = of('train').map(({ upload }) => upload);
  const cats = of('cat').map(({ upload }) => upload);
  await facet.pick([...trains, ...cats]);
  await expect(facet.photo(cats[2]!.name)).toBeVisible({ timeout: 240_000 });
  await facet.indexed();
  const photo = await facet.openPhoto(trains[0]!.name);
  const results = await photo.moreLikeThis();
  await results.answered();
  const nearest = (await results.similar()).slice(0, 2).map(({ name }) => name);
  expect(nearest.sort()).toEqual(
    trains
      .slice(1)
      .map(({ name }) => name)
      .sort(),
  );
  await results.group();
  expect(await results.categories()).toContain('train');
  expect((await results.row('train')).map(({ name }) => name)).toEqual(
    expect.arrayContaining(trains.slice(1).map(({ name }) => name)),
  );
  await facet.open();
});

test('cancel keeps what is done and drops the rest', async () => {
  const before = (await facet.photoNames()).length;
  await facet.pick(await sceneUploads(page, [101, 102, 103, 104, 105, 106, 107, 108]));
  await expect.poll(async () => (await facet.photoNames()).length, { timeout: 120_000 }).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Cancel indexing' }).click();
  await facet.indexed();
  const kept = (await facet.photoNames()).length;
  expect(kept).toBeGreaterThan(before);
  expect(kept).toBeLessThan(before + 8);
  await facet.reload();
  expect(await facet.photoNames()).toHaveLength(kept);
});

test('with the network switched off everything still works', async () => {
  // Once the page and its workers have loaded what they need.
  await expect.poll(() => Date.now() - lastRequest).toBeGreaterThan(5000);
  await context.setOffline(true);
  try {
    const [late] = await sceneUploads(page, [201]);
    await facet.pick([late!]);
    await expect(facet.photo('scene 201.jpg')).toBeVisible({ timeout: 120_000 });
    const photo = await facet.openPhoto('scene 201.jpg');
    const results = await photo.moreLikeThis();
    await results.answered();
  } finally {
    await context.setOffline(false);
  }
  await facet.open();
});

test('the gallery can be emptied', async () => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await expectAccessible('settings');
  await page.getByRole('button', { name: 'Remove all photos' }).click();
  await page.getByRole('button', { name: 'Remove all', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Choose photos', exact: true })).toBeVisible();
  await facet.reload();
  await expect(page.getByRole('button', { name: 'Choose photos', exact: true })).toBeVisible();
});

test('no request ever left for another origin, and nothing complained', () => {
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});
