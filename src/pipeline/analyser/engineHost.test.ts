import { expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import { rgbImage } from '../../base/image/rgbImage.ts';
import { DeviceLost, GpuFailed, GpuUnavailable } from '../../gpu/device/errors.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { EnginePreference, EngineStatus } from '../api/pipeline.ts';
import { type BuildEngine, EngineHost } from './engineHost.ts';

const ANALYSIS: PhotoAnalysis = {
  boxes: unitBoxes(Float32Array.of(0, 0, 1, 1)),
  objectness: Float32Array.of(1),
  proposalProbabilities: Float32Array.of(0.5),
  probabilities: Float32Array.of(0.5),
  winners: Int32Array.of(0),
  semanticCodes: { 16: Uint32Array.of(1), 32: Uint32Array.of(1), 48: Uint32Array.of(1, 1), 64: Uint32Array.of(1, 1) },
  categoryCodes: Uint32Array.of(1),
  appearance: new Uint32Array(4),
  regionAppearance: new Uint32Array(2),
};
/** Far beyond what an engine by script takes, unless it hangs. */
const LIMIT_MS = 1000;
const PICTURE = rgbImage(1, 1, new Uint8Array(3));

/** Whatever can go on without waiting for something outside has gone on. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

function gate() {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/**
 * A host whose engines fail by script: what each analysis on a GPU throws or that it hangs, null for neither, and what each building of a GPU throws or waits
 * for. WASM always works, and is ready a moment after a GPU that waits for nothing.
 */
function hostOf(
  analyses: readonly (Error | 'hangs' | null)[],
  buildings: readonly (Error | Promise<void> | null)[] = [],
  preference: EnginePreference | null = 'webgpu',
) {
  const photos = [...analyses];
  const builds = [...buildings];
  const statuses: EngineStatus[] = [];
  const alive = { webgpu: 0, wasm: 0 };
  const build: BuildEngine = async (preference) => {
    const engine = preference === 'wasm' ? 'wasm' : 'webgpu';
    const building = engine === 'webgpu' ? builds.shift() : settled();
    if (building instanceof Error) throw building;
    await building;
    alive[engine]++;
    return {
      status: { engine, reason: 'by script', detail: '' },
      ...(engine === 'wasm' ? { analyseFile: () => Promise.reject(new Error('not by script')) } : {}),
      onLost: () => {},
      dispose: () => void alive[engine]--,
      network: {
        categories: [],
        bitsPerCategory: 1,
        version: 'v',
        vectors: null,
        async analyse() {
          const thrown = engine === 'webgpu' ? photos.shift() : null;
          if (thrown === 'hangs') await new Promise(() => {});
          if (thrown instanceof Error) throw thrown;
          return { analysis: ANALYSIS, times: { proposalsMs: 0, backboneMs: 0, headsMs: 0 } };
        },
        dispose() {},
      },
    };
  };
  const host = new EngineHost(
    build,
    (status) => statuses.push(status),
    () => {},
    LIMIT_MS,
  );
  if (preference !== null) host.prefer(preference);
  return { host, statuses, alive };
}

const error = () => new GpuFailed('The GPU reported an error: invalid pipeline');

test('who asks for the network before it is known what a person chose gets what was chosen', async () => {
  const { host, alive } = hostOf([], [], null);
  const network = host.network();
  await settled();
  expect(alive).toEqual({ webgpu: 0, wasm: 0 });
  host.prefer('wasm');
  await network;
  expect(alive).toEqual({ webgpu: 0, wasm: 1 });
});

test('a photo that a GPU error spoils is done on a new engine, and the page is told once what happened', async () => {
  const { host, statuses, alive } = hostOf([null, error(), null, null]);
  for (let photo = 0; photo < 3; photo++)
    expect(await host.analyse(PICTURE)).toEqual({ analysis: ANALYSIS, engine: 'webgpu' });
  expect(statuses.map(({ engine, trouble }) => [engine, trouble])).toEqual([
    ['webgpu', undefined],
    ['webgpu', 'The GPU failed and was restarted. The GPU reported an error: invalid pipeline'],
  ]);
  expect(alive).toEqual({ webgpu: 1, wasm: 0 });
});

test('a photo that the new engine fails on too is done on WASM, whose analysis says so', async () => {
  const { host, statuses, alive } = hostOf([error(), error()]);
  expect(await host.analyse(PICTURE)).toMatchObject({ engine: 'wasm' });
  expect(statuses.map(({ engine }) => engine)).toEqual(['webgpu', 'webgpu', 'wasm']);
  expect(statuses.at(-1)).toMatchObject({
    reason: 'The GPU failed twice with one photo. The GPU reported an error: invalid pipeline',
  });
  expect(await host.analyse(PICTURE)).toMatchObject({ engine: 'wasm' });
  expect(alive).toEqual({ webgpu: 0, wasm: 1 });
});

test('a photo over which the GPU hangs is done on WASM, and is not put aside', async () => {
  const { host, statuses, alive } = hostOf(['hangs', 'hangs']);
  expect(await host.analyse(PICTURE)).toMatchObject({ engine: 'wasm' });
  expect(statuses.at(-1)).toMatchObject({
    reason: 'The GPU failed twice with one photo. It took longer than 1 seconds.',
  });
  expect(alive).toEqual({ webgpu: 0, wasm: 1 });
});

test('a GPU that is lost under one photo three times is given up, whatever lies between', async () => {
  const lost = () => new DeviceLost('The GPU device was lost (destroyed): ');
  const { host, statuses } = hostOf([lost(), lost(), lost()]);
  expect(await host.analyse(PICTURE)).toMatchObject({ engine: 'wasm' });
  expect(statuses.map(({ engine }) => engine)).toEqual(['webgpu', 'webgpu', 'webgpu', 'wasm']);
});

test('until a lost GPU is there again WASM takes the photos, prepared as for the GPU, and then the GPU takes them', async () => {
  const gpu = gate();
  const { host, statuses, alive } = hostOf([error(), null], [null, gpu.opened]);
  for (let photo = 0; photo < 2; photo++) expect(await host.analyse(PICTURE)).toMatchObject({ engine: 'wasm' });
  expect(host.status).toEqual({
    engine: 'wasm',
    interim: true,
    reason: 'The GPU failed and is being started again. WebAssembly computes until then.',
    detail: '',
  });
  expect(host.ready?.analyseFile).toBeUndefined();
  gpu.open();
  await settled();
  expect(await host.analyse(PICTURE)).toMatchObject({ engine: 'webgpu' });
  expect(statuses.map(({ engine, interim, trouble }) => [engine, interim, trouble])).toEqual([
    ['webgpu', undefined, undefined],
    ['wasm', true, undefined],
    ['webgpu', undefined, 'The GPU failed and was restarted. The GPU reported an error: invalid pipeline'],
  ]);
  expect(alive).toEqual({ webgpu: 1, wasm: 0 });
});

test('an engine that a person chooses meanwhile stays, and the GPU that comes back too late is disposed', async () => {
  const gpu = gate();
  const { host, alive } = hostOf([error()], [null, gpu.opened]);
  await host.analyse(PICTURE);
  await host.choose('wasm');
  gpu.open();
  await settled();
  expect(await host.analyse(PICTURE)).toMatchObject({ engine: 'wasm' });
  expect(host.ready?.analyseFile).toBeDefined();
  expect(alive).toEqual({ webgpu: 0, wasm: 1 });
});

test('a GPU that is chosen while it comes back is built once more, when the first one is gone', async () => {
  const gpu = gate();
  const { host, alive } = hostOf([error(), null], [null, gpu.opened, null]);
  await host.analyse(PICTURE);
  const chosen = host.choose('webgpu');
  await settled();
  expect(alive.webgpu).toBe(0);
  gpu.open();
  await chosen;
  expect(await host.analyse(PICTURE)).toMatchObject({ engine: 'webgpu' });
  expect(alive).toEqual({ webgpu: 1, wasm: 0 });
});

test('a GPU that does not come back leaves WASM for good, with the reason', async () => {
  const gone = () => new GpuUnavailable('The browser gives no adapter.');
  const { host, statuses, alive } = hostOf([error()], [null, gone(), gone(), gone()]);
  expect(await host.analyse(PICTURE)).toMatchObject({ engine: 'wasm' });
  expect(host.status).toMatchObject({ interim: true });
  await expect
    .poll(() => statuses.at(-1), { timeout: 20_000 })
    .toMatchObject({ engine: 'wasm', reason: 'The GPU failed and did not come back: The browser gives no adapter.' });
  expect(statuses.at(-1)).not.toHaveProperty('interim');
  expect(host.ready?.analyseFile).toBeDefined();
  expect(alive).toEqual({ webgpu: 0, wasm: 1 });
}, 30_000);

test("an error that is not the GPU's is the photo's own, and the engine stays", async () => {
  const { host, statuses } = hostOf([new RangeError('hypothesesOf: got the region'), null]);
  await expect(host.analyse(PICTURE)).rejects.toThrow('hypothesesOf');
  expect(await host.analyse(PICTURE)).toMatchObject({ engine: 'webgpu' });
  expect(statuses).toHaveLength(1);
});

test('where the first GPU computes something else it is WASM, with the reason, also where a person had chosen WebGPU', async () => {
  const wrong = new GpuUnavailable('The GPU computes something else.');
  const { host, statuses } = hostOf([], [wrong]);
  const [analysed] = await Promise.all([host.analyse(PICTURE), host.network()]);
  expect(analysed.engine).toBe('wasm');
  expect(statuses).toEqual([
    { engine: 'wasm', reason: wrong.message, detail: '', trouble: 'The GPU computes something else.' },
  ]);
});

test('to choose a GPU that computes something else is refused, and the engine of before is there again', async () => {
  const wrong = new GpuUnavailable('The GPU computes something else.');
  const { host, statuses } = hostOf([], [wrong]);
  host.prefer('wasm');
  await host.network();
  await expect(host.choose('webgpu')).rejects.toThrow('The GPU computes something else.');
  expect(await host.analyse(PICTURE)).toMatchObject({ engine: 'wasm' });
  expect(statuses.map(({ engine }) => engine)).toEqual(['wasm', 'wasm']);
});
