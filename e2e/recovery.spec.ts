import { expect, type Page } from '@playwright/test';
import { test } from './modules.ts';
import { sceneJpeg } from './photos/scene.ts';

/** What happens when the engine fails under the indexer: real device, real loss, real gallery, a small network. */

async function scenes(page: Page, count: number): Promise<number[][]> {
  const files: number[][] = [];
  for (let seed = 1; seed <= count; seed++)
    files.push(await page.evaluate(sceneJpeg, { seed, width: 160, height: 120 }));
  return files;
}

test('a device that is lost in mid-run is rebuilt; the run goes on with the same photo, none is lost, none twice', async ({
  modules,
}) => {
  const seen = await modules.evaluate(
    async (files) => {
      const { indexingWith, photoFiles } = await import('./harness/indexing.ts');
      const { smallNetwork } = await import('./harness/smallNetwork.ts');
      let photos = 0;
      const { indexer, host, statuses, stored, quarantined, gallery } = indexingWith((device) =>
        smallNetwork(() => {
          // In the middle of the third photo: its work is handed over and not read back.
          if (++photos === 3) device?.destroy();
        }),
      );
      host.prefer('webgpu');
      const progress = await indexer.add(photoFiles(files), new AbortController().signal);
      return {
        progress,
        engines: statuses.map(({ engine }) => engine),
        stored,
        quarantined,
        rows: (await gallery.photos()).length,
        photos,
      };
    },
    await scenes(modules, 5),
  );
  expect(seen).toMatchObject({
    progress: { done: 5, failed: 0, left: 0 },
    engines: ['webgpu', 'webgpu'],
    stored: ['photo 0.jpg', 'photo 1.jpg', 'photo 2.jpg', 'photo 3.jpg', 'photo 4.jpg'],
    quarantined: [],
    rows: 5,
    photos: 6,
  });
});

test('a device that is lost three times within a minute is given up for WASM, and the codes stay the same', async ({
  modules,
}) => {
  const seen = await modules.evaluate(
    async (files) => {
      const { indexingWith, photoFiles } = await import('./harness/indexing.ts');
      const { smallNetwork } = await import('./harness/smallNetwork.ts');
      const failing = indexingWith((device) => smallNetwork(() => device?.destroy()));
      failing.host.prefer('webgpu');
      const progress = await failing.indexer.add(photoFiles(files), new AbortController().signal);
      const onWasm = await failing.gallery.photos();
      await failing.gallery.removeAll();

      const whole = indexingWith(() => smallNetwork(() => {}));
      whole.host.prefer('webgpu');
      await whole.indexer.add(photoFiles(files), new AbortController().signal);
      const onGpu = await whole.gallery.photos();
      const codes = (rows: typeof onGpu) => rows.map(({ semanticCodes }) => [...semanticCodes[64]]);
      return {
        progress,
        engines: failing.statuses.map(({ engine }) => engine),
        reason: failing.statuses.at(-1)?.reason,
        gpu: whole.statuses.map(({ engine }) => engine),
        same: JSON.stringify(codes(onWasm)) === JSON.stringify(codes(onGpu)),
      };
    },
    await scenes(modules, 2),
  );
  expect(seen).toMatchObject({
    progress: { done: 2, failed: 0, left: 0 },
    engines: ['webgpu', 'webgpu', 'webgpu', 'wasm'],
    reason: expect.stringMatching(/^The GPU failed three times\. The GPU device was lost/),
    gpu: ['webgpu'],
    same: true,
  });
});

test('an engine that fails on one photo puts it aside; one that fails on three in a row stops the run and says so', async ({
  modules,
}) => {
  const seen = await modules.evaluate(
    async (files) => {
      const { indexingWith, photoFiles } = await import('./harness/indexing.ts');
      const { smallNetwork } = await import('./harness/smallNetwork.ts');
      let photos = 0;
      const { indexer, host, stored, quarantined, progress } = indexingWith(() =>
        smallNetwork(() => {
          photos++;
          if (photos === 2 || photos >= 4) throw new Error('out of memory');
        }),
      );
      host.prefer('wasm');
      const error = await indexer.add(photoFiles(files), new AbortController().signal).then(
        () => null,
        (thrown: Error) => `${thrown.name}: ${thrown.message}`,
      );
      return { error, stored, quarantined, last: progress.at(-1) };
    },
    await scenes(modules, 8),
  );
  expect(seen).toEqual({
    error: 'EngineFailed: Indexing stopped, because the engine failed on 3 photos in a row: out of memory',
    stored: ['photo 0.jpg', 'photo 2.jpg'],
    quarantined: Array.from({ length: 4 }, () => 'The engine could not work on it: out of memory'),
    last: null,
  });
});

test('a file that hangs the decoder is put aside after the time limit, and its worker is replaced', async ({
  modules,
}) => {
  const seen = await modules.evaluate(
    async (files) => {
      const { PreparePool } = await import('../src/pipeline/prepare/preparePool.ts');
      const [photo] = files;
      const file = new Blob([Uint8Array.from(photo!)]);
      const impatient = new PreparePool(1, 0);
      const late = await impatient.prepare(file).then(
        () => 'prepared',
        (error: Error) => `${error.name}: ${error.message}`,
      );
      const patient = new PreparePool(1);
      const both = await Promise.all([patient.prepare(file), patient.prepare(file)]);
      return {
        late,
        same: both[0].fingerprint.join() === both[1].fingerprint.join(),
        sides: [both[0].width, both[0].height],
      };
    },
    await scenes(modules, 1),
  );
  expect(seen).toEqual({
    late: 'UnreadablePhoto: It could not be read within 0 seconds.',
    same: true,
    sides: [160, 120],
  });
});
