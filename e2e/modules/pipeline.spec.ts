import { expect, type Page } from '@playwright/test';
import { test } from '../harness/modules.ts';
import { sceneJpeg } from '../photos/scene.ts';

/** The pipeline through its client and worker, without the app around it. */

interface Driver {
  readonly pipeline: import('../../src/pipeline/api/pipelineVerbs.ts').Pipeline;
  file(name: string, bytes: readonly number[]): File;
  photo(name: string, bytes: readonly number[], path?: string): import('../../src/pipeline/api/photoFile.ts').PhotoFile;
  ready(): Promise<void>;
  /** Those in the gallery, the last added first. */
  photos(): Promise<import('../../src/pipeline/api/found.ts').NumberedSummary[]>;
}

declare global {
  interface Window {
    readonly driver: Driver;
    readonly late: Promise<{
      readonly progress: import('../../src/pipeline/api/pipeline.ts').IndexingProgress;
      readonly after: import('../../src/pipeline/api/pipeline.ts').PipelineSnapshot;
      readonly names: readonly string[];
    }>;
  }
}

async function open(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { openPipeline } = await import('../../src/pipeline/wire/client.ts');
    const { photosOf } = await import('../harness/photosOf.ts');
    const pipeline = openPipeline();
    const file = (name: string, bytes: readonly number[]) =>
      new File([Uint8Array.from(bytes)], name, { lastModified: 1000, type: 'image/jpeg' });
    const photo = (name: string, bytes: readonly number[], path: string = name) => ({ file: file(name, bytes), path });
    const ready = () =>
      new Promise<void>((resolve, reject) => {
        const look = (): void => {
          const { state, engine } = pipeline.getSnapshot();
          if (state.phase === 'ready' && engine !== null) resolve();
          if (state.phase === 'failed') reject(new Error(state.message));
        };
        pipeline.subscribe(look);
        look();
      });
    Object.assign(window, { driver: { pipeline, file, photo, ready, photos: () => photosOf(pipeline) } });
    await ready();
  });
}

/** Holds a request back until it is let go. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

async function scenes(page: Page, seeds: readonly number[]): Promise<number[][]> {
  const files: number[][] = [];
  for (const seed of seeds) files.push(await page.evaluate(sceneJpeg, { seed, width: 640, height: 480 }));
  return files;
}

test('photos go in, a reload keeps them, a search finds the same photo at distance 0', async ({ modules }) => {
  await open(modules);
  const files = await scenes(modules, [1, 2, 3]);
  const first = await modules.evaluate(async (files) => {
    const { pipeline, photo } = window.driver;
    const progress = await pipeline.addPhotos([
      ...files.map((bytes, i) => photo(`scene ${i}.jpg`, bytes)),
      photo('bad.jpg', [1, 2, 3]),
      photo('again.jpg', files[0]!),
    ]);
    const { quarantined, indexing } = pipeline.getSnapshot();
    const photos = await window.driver.photos();
    return {
      progress,
      names: photos.map(({ name }) => name),
      quarantined: quarantined.map(({ path, reason, retry }) => ({ path, reason, retry })),
      indexing,
    };
  }, files);
  expect(first).toEqual({
    progress: { done: 3, failed: 1, already: 1, left: 0, current: null, etaSeconds: 0, where: 'here' },
    names: ['scene 2.jpg', 'scene 1.jpg', 'scene 0.jpg'],
    quarantined: [{ path: 'bad.jpg', reason: 'This is not a photo in a format that Facet knows.', retry: 'again' }],
    indexing: null,
  });

  await modules.reload();
  await open(modules);
  const second = await modules.evaluate(async (bytes) => {
    const { pipeline, file } = window.driver;
    const { quarantined } = pipeline.getSnapshot();
    const photos = await window.driver.photos();
    const answer = await pipeline.searchLike({ kind: 'file', file: file('query.jpg', bytes), name: 'query.jpg' });
    const own = await pipeline.searchLike({ kind: 'photo', id: photos[1]!.id });
    const twin = await pipeline.numberOf(photos.find(({ name }) => name === 'scene 1.jpg')!.id);
    const itself = await pipeline.numberOf(photos[1]!.id);
    const thumbnail = await pipeline.thumbnail(photos[0]!.id);
    return {
      names: photos.map(({ name }) => name),
      retry: quarantined.map(({ retry }) => retry),
      twin: answer.similar.distances[answer.similar.numbers.indexOf(twin!)],
      hits: answer.similar.numbers.length,
      ownHits: own.similar.numbers.includes(itself!),
      stillThree: (await window.driver.photos()).length,
      thumbnail: thumbnail.type,
      boxes: answer.query.analysis.boxes.length / 4,
    };
  }, files[1]!);
  expect(second).toMatchObject({
    names: ['scene 2.jpg', 'scene 1.jpg', 'scene 0.jpg'],
    retry: ['dropAgain'],
    twin: 0,
    hits: 3,
    ownHits: false,
    stillThree: 3,
    thumbnail: 'image/jpeg',
  });
  expect(second.boxes).toBeGreaterThan(10);
});

test('cancel stops between two photos, what is done stays, and the rest can be added later', async ({ modules }) => {
  await open(modules);
  const files = await scenes(modules, [11, 12, 13, 14, 15]);
  const seen = await modules.evaluate(async (files) => {
    const { pipeline, photo } = window.driver;
    const photos = files.map((bytes, i) => photo(`scene ${i}.jpg`, bytes));
    const controller = new AbortController();
    const lines: { readonly sum: number; readonly left: number }[] = [];
    const stop = pipeline.subscribe(() => {
      const { indexing } = pipeline.getSnapshot();
      if (indexing)
        lines.push({ sum: indexing.done + indexing.failed + indexing.already + indexing.left, left: indexing.left });
      if (indexing?.done === 2) controller.abort();
    });
    const stopped = await pipeline.addPhotos(photos, { signal: controller.signal });
    stop();
    const kept = { photos: await window.driver.photos(), indexing: pipeline.getSnapshot().indexing };
    const resumed = await pipeline.addPhotos(photos);
    const late = await pipeline.addPhotos(photos, { signal: AbortSignal.abort() }).catch((error: Error) => error.name);
    return {
      stopped,
      resumed,
      late,
      kept: kept.photos.length,
      indexing: kept.indexing,
      sums: [...new Set(lines.filter(({ left }) => left > 0).map(({ sum }) => sum))],
      all: (await window.driver.photos()).length,
    };
  }, files);
  // The photo in the engine when the signal fires is finished.
  expect(seen.kept).toBe(seen.stopped.done);
  expect(seen.stopped.done).toBeGreaterThanOrEqual(2);
  expect(seen.stopped.done + seen.stopped.left).toBe(5);
  expect(seen.indexing).toBeNull();
  expect(seen.resumed).toMatchObject({ done: 5 - seen.stopped.done, already: seen.stopped.done, failed: 0, left: 0 });
  expect(seen.all).toBe(5);
  expect(seen.late).toBe('Cancelled');
  // Done, failed and left always add up to what was dropped, until the cancel takes the rest out.
  expect(seen.sums[0]).toBe(5);
});

test('regions, chips, corrections, duplicates, retry and removal', async ({ modules }) => {
  await open(modules);
  const files = await scenes(modules, [21, 22]);
  const seen = await modules.evaluate(async (files) => {
    const { pipeline, photo } = window.driver;
    const nested = photo('copy.jpg', files[0]!, 'backup/copy.jpg');
    await pipeline.addPhotos([photo('a.jpg', files[0]!), photo('b.jpg', files[1]!), nested, photo('bad.jpg', [0])]);
    const { categories } = pipeline.getSnapshot();
    const photos = await window.driver.photos();
    const name = categories[3]!.name;
    const a = photos.find(({ name }) => name === 'a.jpg')!;
    const b = photos.find(({ name }) => name === 'b.jpg')!;

    const region = { x0: 0.25, y0: 0.25, x1: 0.75, y1: 0.75 };
    const answer = await pipeline.searchLike({ kind: 'region', of: { kind: 'photo', id: a.id }, region });
    const boxes = [...answer.query.analysis.boxes];
    const wrong = await pipeline
      .searchLike({ kind: 'region', of: { kind: 'photo', id: a.id }, region: { ...region, x1: 0.1 } })
      .catch((error: Error) => error.message);

    await pipeline.correctLabel(a.id, name, 'present');
    await pipeline.correctLabel(b.id, name, 'absent');
    const three = await pipeline.find({
      chips: [{ category: name, role: 'all', like: { kind: 'photo', id: a.id } }],
      words: [],
      order: 'best',
    });
    const [numberOfA, numberOfB] = [await pipeline.numberOf(a.id), await pipeline.numberOf(b.id)];
    const corrections = [...(await pipeline.corrections(a.id))].map(([key, verdict]) => [key === name, verdict]);
    const unknown = await pipeline.correctLabel(a.id, 'yeti', 'present').catch((error: Error) => error.message);
    await pipeline.correctLabel(a.id, name, null);
    const undone = await pipeline.corrections(a.id);
    const corrected = (await window.driver.photos()).find(({ id }) => id === b.id)!.probabilities[3];

    const duplicates = await pipeline.duplicates();
    const { key } = pipeline.getSnapshot().quarantined[0]!;
    const retried = await pipeline.retryQuarantined([key]);
    const unreadable = await pipeline
      .searchLike({ kind: 'file', file: new Blob(['x']), name: 'x' })
      .catch((error: Error) => `${error.name}: ${error.message}`);
    await pipeline.dismissQuarantined(key);
    const { quarantined } = pipeline.getSnapshot();
    await pipeline.removePhotos([b.id]);
    const afterOne = (await window.driver.photos()).map(({ name }) => name);
    const gone = await pipeline.photo(b.id).catch((error: Error) => error.message);
    await pipeline.removeAll();
    return {
      first: boxes.slice(0, 4),
      hits: [...answer.similar.numbers].map((number) => number === numberOfB),
      wrong,
      three: Array.from(three.numbers.subarray(0, three.sure), (number, i) => [
        number === numberOfA,
        three.distances?.[i],
        three.probabilities?.[i],
      ]),
      corrections,
      unknown,
      undone: undone.size,
      corrected,
      duplicates: duplicates.map(({ kind, paths }) => ({ kind, paths })),
      retried,
      unreadable,
      quarantined,
      afterOne,
      gone,
      left: (await window.driver.photos()).length,
    };
  }, files);
  expect(seen).toMatchObject({
    // Box 0 stands for the region itself.
    first: [0.25, 0.25, 0.75, 0.75],
    hits: [true],
    wrong:
      'regionInPhoto: got (0.25, 0.25, 0.1, 0.75), wanted a rectangle that meets the photo, in shares of its sides',
    three: [[true, 0, 1]],
    corrections: [[true, 'present']],
    unknown: expect.stringContaining('categoryIndex: got the category "yeti", wanted one of '),
    undone: 0,
    corrected: 0,
    duplicates: [{ kind: 'exact', paths: ['a.jpg', 'backup/copy.jpg'] }],
    retried: { failed: 1, done: 0 },
    unreadable: 'UnreadablePhoto: This is not a photo in a format that Facet knows.',
    quarantined: [],
    afterOne: ['a.jpg'],
    gone: 'This photo is no longer in the gallery.',
    left: 0,
  });
});

test('a second tab follows the first, waits for its turn and goes on', async ({ modules, context }) => {
  const other = await context.newPage();
  await other.goto(modules.url());
  await open(modules);
  await open(other);
  const files = await scenes(modules, [31, 32, 33, 34]);
  const first = modules.evaluate(
    (files) => {
      const { pipeline, photo } = window.driver;
      return pipeline.addPhotos(files.map((bytes, i) => photo(`first ${i}.jpg`, bytes)));
    },
    files.slice(0, 3),
  );
  await other.waitForFunction(() => window.driver.pipeline.getSnapshot().indexing?.where === 'elsewhere');
  const second = await other.evaluate(async (bytes) => {
    const { pipeline, photo } = window.driver;
    const seen = new Set<string>();
    pipeline.subscribe(() => seen.add(pipeline.getSnapshot().indexing?.where ?? 'none'));
    const progress = await pipeline.addPhotos([photo('second.jpg', bytes)]);
    return { progress, seen: [...seen] };
  }, files[3]!);
  expect(await first).toMatchObject({ done: 3 });
  expect(second.progress).toMatchObject({ done: 1 });
  expect(second.seen).toContain('waiting');
  for (const page of [modules, other]) {
    await expect
      .poll(() => page.evaluate(async () => (await window.driver.photos()).map(({ name }) => name).sort()))
      .toEqual(['first 0.jpg', 'first 1.jpg', 'first 2.jpg', 'second.jpg']);
    await expect.poll(() => page.evaluate(() => window.driver.pipeline.getSnapshot().indexing)).toBeNull();
  }
});

test('a photo may come before the engine: the gallery is open while the network loads, the photo waits and is indexed once', async ({
  modules,
}) => {
  const weights = gate();
  await modules.route('**/models/heads-*.safetensors', async (route) => {
    await weights.opened;
    await route.continue();
  });
  const [scene] = await scenes(modules, [1]);
  const early = await modules.evaluate(async (bytes) => {
    const { openPipeline } = await import('../../src/pipeline/wire/client.ts');
    const pipeline = openPipeline();
    const until = (holds: (snapshot: ReturnType<typeof pipeline.getSnapshot>) => boolean) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (holds(pipeline.getSnapshot())) resolve();
        };
        pipeline.subscribe(look);
        look();
      });
    await until(({ state, engineStep }) => state.phase === 'ready' && engineStep === 'Loading the network');
    const added = pipeline.addPhotos([
      {
        file: new File([Uint8Array.from(bytes)], 'early.jpg', { lastModified: 1000, type: 'image/jpeg' }),
        path: 'early.jpg',
      },
    ]);
    await until(({ indexing }) => indexing?.current === 'early.jpg');
    const { engine, indexing, gallery } = pipeline.getSnapshot();
    const { photosOf } = await import('../harness/photosOf.ts');
    Object.assign(window, {
      late: added.then(async (progress) => ({
        progress,
        after: pipeline.getSnapshot(),
        names: (await photosOf(pipeline)).map(({ name }) => name),
      })),
    });
    return { engine, left: indexing?.left, photos: gallery.total };
  }, scene!);
  expect(early).toEqual({ engine: null, left: 1, photos: 0 });
  weights.open();
  const late = await modules.evaluate(async () => {
    const { progress, after, names } = await window.late;
    return {
      done: progress.done,
      failed: progress.failed,
      names,
      engine: after.engine?.engine,
      step: after.engineStep,
    };
  });
  expect(late).toEqual({ done: 1, failed: 0, names: ['early.jpg'], engine: 'wasm', step: '' });
});

test('while a hundred photos wait to be indexed, a file that is dropped is answered, and so is a combined search that asks anew with each photo', async ({
  modules,
}) => {
  await open(modules);
  const [scene, dropped] = await scenes(modules, [300, 301]);
  const seen = await modules.evaluate(
    async ({ scene, dropped }) => {
      const { pipeline, file, photo, photos } = window.driver;
      // What follows a JPEG's end is no part of the picture, but makes another file of it.
      const files = Array.from({ length: 100 }, (_, i) => [...scene, i]);
      const indexed = () => pipeline.getSnapshot().indexing?.done ?? 0;
      const stop = new AbortController();
      const run = pipeline.addPhotos(
        files.map((bytes, i) => photo(`scene ${i}.jpg`, bytes)),
        { signal: stop.signal },
      );
      await new Promise<void>((resolve) => {
        pipeline.subscribe(() => {
          if (indexed() >= 2) resolve();
        });
      });
      const like = {
        kind: 'region',
        of: { kind: 'photo', id: (await photos())[0]!.id },
        region: { x0: 0.2, y0: 0.2, x1: 0.7, y1: 0.8 },
      } as const;
      const chip = { category: pipeline.getSnapshot().categories[0]!.name, role: 'all', like } as const;
      const before = indexed();
      let asks = 0;
      // As the page does it: a photo that arrives withdraws the question and asks it again.
      const combined = new Promise<number>((resolve, reject) => {
        let running = new AbortController();
        const ask = (): void => {
          running.abort();
          const mine = new AbortController();
          running = mine;
          asks++;
          pipeline.find({ chips: [chip], words: [], order: 'best' }, { signal: mine.signal }).then(
            () => resolve(indexed()),
            (error: Error) => error.name !== 'Cancelled' && reject(error),
          );
        };
        let asked = indexed();
        pipeline.subscribe(() => {
          if (indexed() === asked) return;
          asked = indexed();
          ask();
        });
        ask();
      });
      const answer = await pipeline.searchLike({
        kind: 'file',
        file: file('dropped.jpg', dropped),
        name: 'dropped.jpg',
      });
      const afterFile = indexed();
      const afterCombined = await combined;
      stop.abort();
      const { done } = await run;
      return {
        hits: answer.similar.numbers.length,
        file: afterFile - before,
        combined: afterCombined - before,
        asks,
        done,
      };
    },
    { scene: scene!, dropped: dropped! },
  );
  expect(seen.hits).toBeGreaterThanOrEqual(2);
  // Each of the two waits for a worker to finish the photo in its hands, and is then analysed itself; the other worker goes on indexing.
  expect(seen.file).toBeLessThan(12);
  expect(seen.combined).toBeLessThan(12);
  expect(seen.done).toBeLessThan(40);
});
