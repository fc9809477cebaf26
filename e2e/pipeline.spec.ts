import { expect, type Page } from '@playwright/test';
import { test } from './modules.ts';
import { sceneJpeg } from './photos/scene.ts';

/** The pipeline through its client and worker, without the app around it. */

interface Driver {
  readonly pipeline: import('../src/pipeline/pipeline.ts').Pipeline;
  file(name: string, bytes: readonly number[]): File;
  ready(): Promise<void>;
}

declare global {
  interface Window {
    readonly driver: Driver;
  }
}

async function open(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { openPipeline } = await import('../src/pipeline/client.ts');
    const pipeline = openPipeline();
    const file = (name: string, bytes: readonly number[]) => new File([Uint8Array.from(bytes)], name, { lastModified: 1000, type: 'image/jpeg' });
    const ready = () =>
      new Promise<void>((resolve, reject) => {
        const look = (): void => {
          const { state } = pipeline.getSnapshot();
          if (state.phase === 'ready') resolve();
          if (state.phase === 'failed') reject(new Error(state.message));
        };
        pipeline.subscribe(look);
        look();
      });
    Object.assign(window, { driver: { pipeline, file, ready } });
    await ready();
  });
}

async function scenes(page: Page, seeds: readonly number[]): Promise<number[][]> {
  const files: number[][] = [];
  for (const seed of seeds) files.push(await page.evaluate(sceneJpeg, { seed, width: 640, height: 480 }));
  return files;
}

test('photos go in, a reload keeps them, a search finds the same photo first', async ({ modules }) => {
  await open(modules);
  const files = await scenes(modules, [1, 2, 3]);
  const first = await modules.evaluate(async (files) => {
    const { pipeline, file } = window.driver;
    const progress = await pipeline.addPhotos([...files.map((bytes, i) => file(`scene ${i}.jpg`, bytes)), file('bad.jpg', [1, 2, 3]), file('again.jpg', files[0]!)]);
    const { photos, quarantined, indexing } = pipeline.getSnapshot();
    return { progress, names: photos.map(({ name }) => name), quarantined: quarantined.map(({ path, reason, retry }) => ({ path, reason, retry })), indexing };
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
    const { photos, quarantined } = pipeline.getSnapshot();
    const answer = await pipeline.search({ kind: 'file', file: file('query.jpg', bytes), name: 'query.jpg' });
    const own = await pipeline.search({ kind: 'photo', id: photos[1]!.id });
    const thumbnail = await pipeline.thumbnail(photos[0]!.id);
    return {
      names: photos.map(({ name }) => name),
      retry: quarantined.map(({ retry }) => retry),
      best: { name: photos.find(({ id }) => id === answer.similar[0]!.id)?.name, distance: answer.similar[0]!.distance },
      hits: answer.similar.length,
      ownHits: own.similar.map(({ id }) => id).includes(photos[1]!.id),
      stillThree: pipeline.getSnapshot().photos.length,
      thumbnail: thumbnail.type,
      boxes: answer.query.analysis.boxes.length / 4,
    };
  }, files[1]!);
  expect(second).toMatchObject({
    names: ['scene 2.jpg', 'scene 1.jpg', 'scene 0.jpg'],
    retry: ['dropAgain'],
    best: { name: 'scene 1.jpg', distance: 0 },
    hits: 3,
    ownHits: false,
    stillThree: 3,
    thumbnail: 'image/webp',
  });
  expect(second.boxes).toBeGreaterThan(10);
});
