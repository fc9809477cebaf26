import { expect, type Page } from '@playwright/test';
import { test } from '../harness/modules.ts';
import { sceneJpeg } from '../photos/scene.ts';

/** What happens when the engine fails under the indexer: real device, real loss, real gallery, real wiring, a small network. */

/** Scene i is 160 + i pixels wide, by which a network can tell which photo it has got. */
async function scenes(page: Page, count: number): Promise<number[][]> {
  const files: number[][] = [];
  for (let i = 0; i < count; i++)
    files.push(await page.evaluate(sceneJpeg, { seed: i + 1, width: 160 + i, height: 120 }));
  return files;
}

test('a device that is lost in mid-run is rebuilt; the run goes on with the same photo on WASM meanwhile, none is lost, none twice', async ({
  modules,
}) => {
  const seen = await modules.evaluate(
    async (files) => {
      const { pipelineWith, photoFiles } = await import('../harness/indexing.ts');
      let photos = 0;
      const { host, engines, settled, stored, quarantined, gallery } = pipelineWith((_, device) => {
        // In the middle of the third photo: its work is handed over and not read back.
        if (++photos === 3) device?.destroy();
      });
      host.engine.prefer('webgpu');
      const progress = await host.verbs.addPhotos(photoFiles(files));
      await settled();
      return {
        progress,
        engines: engines().map(({ engine }) => engine),
        stored: await stored(),
        quarantined: quarantined(),
        rows: (await gallery.photos()).length,
        photos,
      };
    },
    await scenes(modules, 5),
  );
  expect(seen).toMatchObject({
    progress: { done: 5, failed: 0, left: 0 },
    engines: ['webgpu', 'wasm', 'webgpu'],
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
      const { pipelineWith, photoFiles } = await import('../harness/indexing.ts');
      const failing = pipelineWith((_, device) => device?.destroy());
      failing.host.engine.prefer('webgpu');
      const progress = [];
      for (const file of photoFiles(files)) {
        progress.push(await failing.host.verbs.addPhotos([file]));
        await failing.settled();
      }
      const onWasm = await failing.gallery.photos();
      await failing.gallery.removeAll();

      const whole = pipelineWith(() => {});
      whole.host.engine.prefer('webgpu');
      await whole.host.verbs.addPhotos(photoFiles(files));
      const onGpu = await whole.gallery.photos();
      const codes = (rows: typeof onGpu) => rows.map(({ semanticCodes }) => [...semanticCodes[64]]);
      return {
        progress,
        engines: failing.engines().map(({ engine }) => engine),
        reason: failing.engines().at(-1)?.reason,
        gpu: whole.engines().map(({ engine }) => engine),
        same: JSON.stringify(codes(onWasm)) === JSON.stringify(codes(onGpu)),
      };
    },
    await scenes(modules, 4),
  );
  expect(seen).toMatchObject({
    progress: Array.from({ length: 4 }, () => ({ done: 1, failed: 0, left: 0 })),
    // The second and the fourth stand in for a GPU.
    engines: ['webgpu', 'wasm', 'webgpu', 'wasm', 'webgpu', 'wasm'],
    reason: expect.stringMatching(/^The GPU failed three times\. The GPU device was lost/),
    gpu: ['webgpu'],
    same: true,
  });
});

test('an engine that fails on one photo quarantines it; one that fails on three in a row stops the run and says so', async ({
  modules,
}) => {
  const seen = await modules.evaluate(
    async (files) => {
      const { pipelineWith, photoFiles } = await import('../harness/indexing.ts');
      const { host, stored, quarantined, progress } = pipelineWith(({ width }) => {
        const photo = width - 160;
        if (photo === 1 || photo >= 3) throw new Error('out of memory');
      });
      host.engine.prefer('wasm');
      const error = await host.verbs.addPhotos(photoFiles(files)).then(
        () => null,
        (thrown: Error) => `${thrown.name}: ${thrown.message}`,
      );
      return { error, stored: await stored(), quarantined: quarantined(), last: progress().at(-1) };
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

test('a file that hangs the decoder is given up after two limits, a photo that was late once is not, and workers are replaced', async ({
  modules,
}) => {
  const seen = await modules.evaluate(
    async (files) => {
      const { PreparePool } = await import('../../src/pipeline/analyser/preparePool.ts');
      const { Patience } = await import('../../src/pipeline/analyser/patience.ts');
      const [photo] = files;
      const file = new Blob([Uint8Array.from(photo!)]);
      // Nothing is done within no time: a pool that never learns takes every file for one that hangs.
      const impatient = new PreparePool(1, new Patience(0, 0));
      const late = await impatient.prepare(file).then(
        () => 'prepared',
        (error: Error) => `${error.name}: ${error.message}`,
      );
      // As on a machine so busy that the first limit is far too short.
      const learning = new PreparePool(1, new Patience(0));
      const patient = new PreparePool(1);
      const prepared = await Promise.all([learning.prepare(file), learning.prepare(file), patient.prepare(file)]);
      return {
        late,
        same: new Set(prepared.map(({ fingerprint }) => fingerprint.join())).size === 1,
        sides: [prepared[0].width, prepared[0].height],
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

test('where a worker has the network WASM stands in at once, whatever photo that worker is busy with', async ({
  modules,
}) => {
  const first = await modules.evaluate(
    async (files) => {
      const { PreparePool } = await import('../../src/pipeline/analyser/preparePool.ts');
      const { pooledNetwork } = await import('../../src/pipeline/analyser/pooledNetwork.ts');
      const pool = new PreparePool(1);
      await pool.loadNetwork();
      const photo = pool.prepare(new Blob([Uint8Array.from(files[0]!)]));
      const ready = await Promise.race([pool.loadNetwork().then(() => 'network'), photo.then(() => 'photo')]);
      const { image } = await photo;
      const { analysis } = await pooledNetwork(pool, await pool.loadNetwork()).analyse(image, { atMost: 4 });
      return { ready, codes: analysis.semanticCodes[64].length };
    },
    await scenes(modules, 1),
  );
  expect(first).toEqual({ ready: 'network', codes: 2 });
});
