import { expect, type Page } from '@playwright/test';
import { test } from '../harness/modules.ts';
import { sceneJpeg } from '../photos/scene.ts';

/** What is said and kept when the browser's storage is full, is deleted under the page, or is forbidden. */

type Connection = import('../../src/gallery/connection.ts').Connection;
type Gallery = import('../../src/gallery/gallery.ts').Gallery;
type Pipeline = import('../../src/pipeline/api/pipelineVerbs.ts').Pipeline;

declare global {
  interface Window {
    readonly stored: { readonly gallery: Gallery; readonly connection: Connection; readonly news: string[] };
    readonly full: { readonly pipeline: Pipeline; readonly added: Promise<unknown> };
  }
}

/** Sets how much a page's origin may store, in bytes; null for what the browser usually gives. It holds for as long as the session does. */
async function quotaOf(page: Page): Promise<(quotaSize: number | null) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  return async (quotaSize) =>
    void (await session.send(
      'Storage.overrideQuotaForOrigin',
      quotaSize === null ? { origin } : { origin, quotaSize },
    ));
}

async function openGallery(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { Connection } = await import('../../src/gallery/connection.ts');
    const { Gallery } = await import('../../src/gallery/gallery.ts');
    const news: string[] = [];
    const connection = new Connection(({ kind }) => news.push(kind));
    Object.assign(window, { stored: { gallery: new Gallery(connection), connection, news } });
  });
}

test('a run that meets a full storage waits and says what did not fit; with room it goes on, and nothing is computed twice', async ({
  modules,
}) => {
  const files: number[][] = [];
  for (const seed of [1, 2, 3]) files.push(await modules.evaluate(sceneJpeg, { seed, width: 320, height: 240 }));
  await modules.evaluate(async () => {
    const { openPipeline } = await import('../../src/pipeline/wire/client.ts');
    Object.assign(window, { full: { pipeline: openPipeline() } });
  });
  await modules.waitForFunction(() => window.full.pipeline.getSnapshot().state.phase === 'ready');
  const setQuota = await quotaOf(modules);
  await setQuota(1);
  await modules.evaluate((files) => {
    const { pipeline } = window.full;
    const photos = files.map((bytes, i) => {
      const name = `photo ${i}.jpg`;
      return { file: new File([Uint8Array.from(bytes)], name, { lastModified: 1 }), path: name };
    });
    const broken = { file: new File(['no photo'], 'broken.jpg'), path: 'broken.jpg' };
    Object.assign(window.full, { added: pipeline.addPhotos([...photos, broken]) });
  }, files);
  await modules.waitForFunction(() => window.full.pipeline.getSnapshot().indexing?.paused !== undefined);
  const paused = await modules.evaluate(() => window.full.pipeline.getSnapshot().indexing);
  expect(paused).toMatchObject({
    paused:
      "There is no room left in this browser's storage for the photo photo 0.jpg. Everything stored so far is kept.",
    failed: 0,
    left: 4,
  });
  await setQuota(null);
  const after = await modules.evaluate(async () => {
    const { pipeline, added } = window.full;
    await pipeline.resumeIndexing();
    const progress = await added;
    const { quarantined, indexing } = pipeline.getSnapshot();
    const { photosOf } = await import('../harness/photosOf.ts');
    const photos = await photosOf(pipeline);
    return { progress, photos: photos.length, quarantined: quarantined.map(({ path }) => path), indexing };
  });
  expect(after).toMatchObject({
    progress: { done: 3, failed: 1, left: 0 },
    photos: 3,
    quarantined: ['broken.jpg'],
    indexing: null,
  });
});

test('every write of the gallery says in a sentence what did not fit', async ({ modules }) => {
  await openGallery(modules);
  await modules.evaluate(() => window.stored.gallery.photos());
  const setQuota = await quotaOf(modules);
  await setQuota(1);
  const said = await modules.evaluate(async () => {
    const { gallery } = window.stored;
    const long = 'x'.repeat(300_000);
    const writes = [
      gallery.seen({ path: `a.jpg${long}`, size: 1, lastModified: 1, id: 'a' }),
      gallery.quarantine({ key: 'b.jpg', path: 'b.jpg', name: 'b.jpg', reason: long, failedAt: 1 }),
      gallery.setDistinct(['c', `d${long}`]),
      gallery.mergeDistinct([{ first: 'c', second: `d${long}` }]),
      gallery.setSetting('engine', long),
    ];
    const settled = await Promise.allSettled(writes);
    return settled.map((one) =>
      one.status === 'rejected' ? `${one.reason.name}: ${one.reason.message.replace(long, '…')}` : 'written',
    );
  });
  const sentence = (what: string): string =>
    `StorageFull: There is no room left in this browser's storage for ${what}. Everything stored so far is kept.`;
  expect(said).toEqual([
    sentence('the path a.jpg…'),
    sentence('the reason why b.jpg could not be read'),
    sentence('what you said about these duplicates'),
    sentence('what was said about duplicates'),
    sentence('this setting'),
  ]);
  await setQuota(null);
});

const GONE = /^StorageGone: What Facet had stored in this browser was deleted while the page was open/;

test('a database that another page deletes is told to be gone, and is not made anew', async ({ modules, context }) => {
  await openGallery(modules);
  await modules.evaluate(() => window.stored.gallery.setSetting('engine', 'wasm'));
  const other = await context.newPage();
  await other.goto(modules.url());
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('facet');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
  const seen = await modules.evaluate(async () => {
    const { gallery, news } = window.stored;
    const late = await gallery.photos().catch((error: Error) => `${error.name}: ${error.message}`);
    return { late, news, left: (await indexedDB.databases()).map(({ name }) => name) };
  });
  expect(seen).toEqual({ late: expect.stringMatching(GONE), news: ['gone'], left: [] });
});

test("site data that is cleared while the page is open is told to be gone without anybody's asking", async ({
  modules,
}) => {
  await openGallery(modules);
  await modules.evaluate(() => window.stored.gallery.setSetting('engine', 'wasm'));
  const session = await modules.context().newCDPSession(modules);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(modules.url()).origin, storageTypes: 'all' });
  await modules.waitForFunction(() => window.stored.news.length > 0);
  expect(await modules.evaluate(() => window.stored.news)).toEqual(['gone']);
  const late = await modules.evaluate(() =>
    window.stored.gallery.photos().catch((error: Error) => `${error.name}: ${error.message}`),
  );
  expect(late).toMatch(GONE);
});
