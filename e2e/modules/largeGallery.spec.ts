import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { sampledTopics } from '../../src/lab/synthesise/sampledTopics.ts';
import { synthesiseFile } from '../../src/lab/synthesise/synthesiseFile.ts';
import { MANY_PHOTOS } from '../harness/manyPhotos.ts';
import { test } from '../harness/modules.ts';
import { sceneJpeg } from '../photos/scene.ts';

/** Galleries of a size at which every photo cannot be looked at one by one. Figures are printed, none is a bar here: the bench has them. */

type Pipeline = import('../../src/pipeline/api/pipelineVerbs.ts').Pipeline;

declare global {
  interface Window {
    readonly large: { readonly pipeline: Pipeline; readonly steps: string[] };
  }
}

/** For a small and busy machine. */
const LIMIT_MS = 1_800_000;
/** Rows of an earlier gallery: so many that they are moved in several pieces. */
const ROWS = 6000;

async function openPipeline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { openPipeline } = await import('../../src/pipeline/wire/client.ts');
    const pipeline = openPipeline();
    const steps: string[] = [];
    pipeline.subscribe(() => {
      const { state } = pipeline.getSnapshot();
      if (state.phase === 'opening' && steps.at(-1) !== state.step) steps.push(state.step);
    });
    Object.assign(window, { large: { pipeline, steps } });
  });
}

/** Until so many photos are told; milliseconds. */
async function opened(page: Page, total: number): Promise<number> {
  const start = performance.now();
  await page.waitForFunction(
    (total) => {
      const { state, gallery } = window.large.pipeline.getSnapshot();
      return state.phase === 'ready' && gallery.total === total;
    },
    total,
    { polling: 10, timeout: LIMIT_MS },
  );
  return performance.now() - start;
}

/** Adds a scene that was not there, through the engine; milliseconds. */
async function added(page: Page, seed: number): Promise<number> {
  const bytes = await page.evaluate(sceneJpeg, { seed, width: 320, height: 240 });
  return page.evaluate(
    async ({ bytes, name }) => {
      const file = new File([Uint8Array.from(bytes)], name, { lastModified: 1 });
      const start = performance.now();
      const { done } = await window.large.pipeline.addPhotos([{ file, path: name }]);
      if (done !== 1) throw new Error(`got ${done} photos added, wanted 1`);
      return performance.now() - start;
    },
    { bytes, name: `scene ${seed}.jpg` },
  );
}

/** An index file of so many photos that nobody took, for the model in use. */
async function synthetic(page: Page, folder: string, photos: number): Promise<string> {
  const bytes = await page.evaluate(async () => {
    const { file } = await window.large.pipeline.exportIndex(true);
    return [...new Uint8Array(await file.arrayBuffer())];
  });
  const [one, all] = [join(folder, 'one.facet'), join(folder, 'all.facet')];
  writeFileSync(one, Uint8Array.from(bytes));
  const { header, topics } = await sampledTopics(one);
  synthesiseFile(all, { ...header, photos, seed: 1, topics }, () => {});
  return all;
}

async function imported(page: Page, path: string): Promise<{ added: number; already: number; ms: number }> {
  await page.setContent('<input type=file>');
  await page.setInputFiles('input', path);
  return page.evaluate(async () => {
    const file = document.querySelector('input')?.files?.[0];
    if (!file) throw new Error('got no file, wanted one');
    const start = performance.now();
    const { added, already } = await window.large.pipeline.importIndex(file);
    return { added, already, ms: performance.now() - start };
  });
}

test('many thousand photos are imported, opened, and one is added and removed: nothing is lost', async ({
  modules,
}) => {
  test.setTimeout(LIMIT_MS);
  const folder = mkdtempSync(join(tmpdir(), 'facet-large-'));
  try {
    await openPipeline(modules);
    await opened(modules, 0);
    await added(modules, 1);
    const alone = [];
    for (const seed of [2, 3, 4]) alone.push(await added(modules, seed));
    const path = await synthetic(modules, folder, MANY_PHOTOS);
    const { size } = await openAsBlob(path);
    const first = await imported(modules, path);
    console.log(`imported ${first.added} photos, ${(size / 2 ** 20).toFixed(0)} MB, in ${first.ms.toFixed(0)} ms`);
    expect(first).toMatchObject({ added: MANY_PHOTOS, already: 0 });
    await opened(modules, MANY_PHOTOS + 4);
    const again = await imported(modules, path);
    expect(again).toMatchObject({ added: 0, already: MANY_PHOTOS });

    await modules.reload();
    await openPipeline(modules);
    const open = await opened(modules, MANY_PHOTOS + 4);
    const shown = await modules.evaluate(async () => {
      const { pipeline } = window.large;
      const start = performance.now();
      const { numbers } = await pipeline.find({ chips: [], words: [], order: 'newest' });
      const summaries = await pipeline.summaries(numbers.slice(0, 60));
      const pictures = await Promise.all(summaries.map((summary) => pipeline.thumbnail(summary!.id)));
      const bytes = await Promise.all(pictures.map((picture) => picture.arrayBuffer()));
      return {
        found: numbers.length,
        small: Math.min(...bytes.map(({ byteLength }) => byteLength)),
        ms: performance.now() - start,
      };
    });
    expect(shown.found).toBe(MANY_PHOTOS + 4);
    expect(shown.small).toBeGreaterThan(50);
    await added(modules, 5);
    const among = [];
    for (const seed of [6, 7, 8]) among.push(await added(modules, seed));
    await opened(modules, MANY_PHOTOS + 8);
    const removed = await modules.evaluate(async () => {
      const { pipeline } = window.large;
      const { numbers } = await pipeline.find({ chips: [], words: ['scene', '8.jpg'], order: 'newest' });
      const [own] = await pipeline.summaries(numbers);
      const old = await pipeline.find({ chips: [], words: [], order: 'oldest' });
      const [packed] = await pipeline.summaries(old.numbers.slice(0, 1));
      const start = performance.now();
      await pipeline.removePhotos([own!.id, packed!.id]);
      return { ids: [own!.id, packed!.id], ms: performance.now() - start };
    });
    await opened(modules, MANY_PHOTOS + 6);
    await modules.reload();
    await openPipeline(modules);
    await opened(modules, MANY_PHOTOS + 6);
    expect(
      await modules.evaluate((ids) => Promise.all(ids.map((id) => window.large.pipeline.numberOf(id))), removed.ids),
    ).toEqual([null, null]);
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[1]!;
    console.log(
      [
        `${MANY_PHOTOS} photos, ${(size / 2 ** 20).toFixed(0)} MB`,
        `import ${first.ms.toFixed(0)} ms, ${((1000 * MANY_PHOTOS) / first.ms).toFixed(0)} photos a second; again ${again.ms.toFixed(0)} ms`,
        `opened, total told: ${open.toFixed(0)} ms; 60 newest with their pictures: ${shown.ms.toFixed(0)} ms`,
        `one more photo: ${median(among).toFixed(0)} ms, in a gallery of four ${median(alone).toFixed(0)} ms; two removed: ${removed.ms.toFixed(0)} ms`,
      ].join('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a gallery of before there were segments is killed while it is rearranged, opens again, and nothing is lost', async ({
  modules,
  context,
}) => {
  test.setTimeout(LIMIT_MS);
  const wanted = await modules.evaluate(async (rows) => {
    const { earlierGallery } = await import('../harness/earlierGallery.ts');
    const { testIndexed, testPhotoId } = await import('../../src/gallery/testPhotos.ts');
    const before = await earlierGallery(4);
    for (let start = 0; start < rows; start += 1000) {
      const transaction = before.transaction(['photos', 'analyses', 'thumbnails', 'files'], 'readwrite');
      for (let n = start; n < start + 1000; n++) {
        const { photo, analysis, thumbnail, file } = testIndexed(n, {
          corrections: n % 100 === 0 ? { cat: 'absent' } : {},
        });
        void transaction.objectStore('photos').put(photo);
        void transaction.objectStore('analyses').put(analysis);
        void transaction.objectStore('thumbnails').put(thumbnail);
        void transaction.objectStore('files').put(file);
      }
      await transaction.done;
    }
    before.close();
    return Array.from({ length: rows }, (_, n) => testPhotoId(n)).sort();
  }, ROWS);
  await openPipeline(modules);
  await modules.waitForFunction(() => window.large.steps.some((step) => /: [1-9]\d* of/.test(step)), null, {
    polling: 5,
  });
  await modules.close();

  const next = await context.newPage();
  await next.goto(modules.url());
  const left = await next.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await asked(indexedDB.open('facet'));
    const count = (store: string) => asked(database.transaction(store).objectStore(store).count());
    const counts = { rows: await count('photos'), segments: await count('segments') };
    database.close();
    return counts;
  });
  console.log(`killed with ${left.rows} of ${ROWS} rows left, ${left.segments} segments written`);
  expect(left.segments).toBeGreaterThan(0);
  await openPipeline(next);
  await opened(next, ROWS);
  const seen = await next.evaluate(async () => {
    const { Connection } = await import('../../src/gallery/connection.ts');
    const { Gallery } = await import('../../src/gallery/gallery.ts');
    const gallery = new Gallery(new Connection());
    const photos = await gallery.photos();
    return {
      ids: photos.map(({ id }) => id),
      corrected: photos.filter(({ corrections }) => corrections['cat'] === 'absent').length,
      left: await gallery.countNew(),
      boxes: (await gallery.analysis(photos[7]!.id)).analysis.boxes.length,
      picture: (await gallery.thumbnail(photos[7]!.id)).size,
      paths: (await gallery.files()).length,
    };
  });
  expect(seen).toEqual({
    ids: wanted,
    corrected: ROWS / 100,
    left: expect.any(Number),
    boxes: 4,
    picture: 8,
    paths: ROWS,
  });
  expect(seen.left).toBeLessThan(1024);
});
