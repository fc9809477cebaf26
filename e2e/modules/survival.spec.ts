import { expect, type Page } from '@playwright/test';
import { test } from '../harness/modules.ts';
import { workerNamed } from '../harness/workerNamed.ts';
import { sceneJpeg } from '../photos/scene.ts';

/** A worker that dies without a word is noticed by the lock that it held, and nothing waits for it for ever. */

type PreparePool = import('../../src/pipeline/analyser/preparePool.ts').PreparePool;
type Pipeline = import('../../src/pipeline/api/pipelineVerbs.ts').Pipeline;

declare global {
  interface Window {
    readonly survival: {
      readonly pool: PreparePool;
      readonly workers: Worker[];
      readonly asked: Promise<string>;
      letGo(): void;
    };
    readonly alive: { readonly pipeline: Pipeline; readonly added: Promise<unknown> };
  }
}

/** Whether a worker lives whose lock has such a name, and somebody waits for its end. */
function isWatched(page: Page, begin: string): Promise<boolean> {
  return page.evaluate(async (begin) => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return held.some((lock) => lock.name?.startsWith(begin) && pending.some(({ name }) => name === lock.name));
  }, begin);
}

/** Ends a worker from inside, as a browser that needs its memory does: no error, no message. @param name how its name begins, which is its lock's, too */
async function kill(page: Page, name: string): Promise<void> {
  await expect.poll(() => isWatched(page, name)).toBe(true);
  const worker = await workerNamed(page, name);
  await Promise.all([worker.waitForEvent('close'), worker.evaluate(() => self.close()).catch(() => {})]);
}

async function scenes(page: Page, count: number): Promise<number[][]> {
  const files: number[][] = [];
  for (let seed = 1; seed <= count; seed++)
    files.push(await page.evaluate(sceneJpeg, { seed, width: 320, height: 240 }));
  return files;
}

/** Asks a pool of one worker to prepare a photo, while the file that its proposals need does not come until it is let go. */
async function prepareHeldBack(page: Page): Promise<void> {
  const [scene] = await scenes(page, 1);
  await page.evaluate(async (bytes) => {
    const { PreparePool } = await import('../../src/pipeline/analyser/preparePool.ts');
    let letGo = (): void => {};
    const opened = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const fetched = window.fetch.bind(window);
    window.fetch = async (...args) => {
      if (String(args[0]).includes('models/')) await opened;
      return fetched(...args);
    };
    const workers: Worker[] = [];
    window.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        workers.push(this);
      }
    };
    const pool = new PreparePool(1);
    const asked = pool.prepare(new Blob([Uint8Array.from(bytes)])).then(
      ({ width, height }) => `${width}×${height}`,
      (error: Error) => `${error.name}: ${error.message}`,
    );
    Object.assign(window, { survival: { pool, workers, asked, letGo } });
  }, scene!);
}

/** Ends the pool's nth worker once it lives and the pool waits for its end; nobody tells the pool. */
async function killNth(page: Page, n: number): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.survival.workers.length)).toBe(n);
  await expect.poll(() => isWatched(page, 'facet-prepare ')).toBe(true);
  await page.evaluate((n) => window.survival.workers[n - 1]!.terminate(), n);
}

test('a photo whose worker dies is tried once more in a new one', async ({ modules }) => {
  await prepareHeldBack(modules);
  await killNth(modules, 1);
  await modules.evaluate(() => window.survival.letGo());
  expect(await modules.evaluate(() => window.survival.asked)).toBe('320×240');
});

test('a photo with which two workers die is given up with the true reason, and the next one is read', async ({
  modules,
}) => {
  await prepareHeldBack(modules);
  await killNth(modules, 1);
  await killNth(modules, 2);
  expect(await modules.evaluate(() => window.survival.asked)).toBe(
    'UnreadablePhoto: The worker that read it stopped in the middle, twice: it may need more memory than this device has to spare.',
  );
  await modules.evaluate(() => window.survival.letGo());
  const [scene] = await scenes(modules, 1);
  expect(
    await modules.evaluate(
      async (bytes) => (await window.survival.pool.prepare(new Blob([Uint8Array.from(bytes)]))).width,
      scene!,
    ),
  ).toBe(320);
});

test('when the background worker dies in mid-run the page starts another: every photo is there once', async ({
  modules,
}) => {
  await modules.evaluate(
    async (files) => {
      const { openPipeline } = await import('../../src/pipeline/wire/client.ts');
      const pipeline = openPipeline();
      const added = pipeline.addPhotos(
        files.map((bytes, i) => {
          const name = `photo ${i}.jpg`;
          return { file: new File([Uint8Array.from(bytes)], name, { lastModified: 1 }), path: name };
        }),
      );
      Object.assign(window, { alive: { pipeline, added } });
    },
    await scenes(modules, 4),
  );
  await modules.waitForFunction(() => (window.alive.pipeline.getSnapshot().indexing?.done ?? 0) >= 1);
  await kill(modules, 'facet ');
  const seen = await modules.evaluate(async () => {
    const { pipeline, added } = window.alive;
    const progress = await added;
    const { quarantined, state } = pipeline.getSnapshot();
    const { photosOf } = await import('../harness/photosOf.ts');
    const photos = await photosOf(pipeline);
    const answer = await pipeline.searchLike({ kind: 'photo', id: photos[0]!.id });
    return {
      progress,
      names: photos.map(({ name }) => name).sort(),
      quarantined: quarantined.length,
      phase: state.phase,
      hits: answer.similar.numbers.length,
    };
  });
  expect(seen).toMatchObject({
    progress: { done: 4, already: 0, failed: 0, left: 0 },
    names: ['photo 0.jpg', 'photo 1.jpg', 'photo 2.jpg', 'photo 3.jpg'],
    quarantined: 0,
    phase: 'ready',
    hits: 3,
  });
});
