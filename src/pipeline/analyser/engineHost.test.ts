import { expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import { rgbImage } from '../../base/image/rgbImage.ts';
import { DeviceLost, GpuFailed, GpuUnavailable } from '../../gpu/device/errors.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { EngineStatus } from '../api/pipeline.ts';
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
const PICTURE = rgbImage(1, 1, new Uint8Array(3));

/**
 * A host whose engines fail by script: what each analysis on a GPU throws, null for none, and what each building of a GPU throws. WASM
 * always works.
 */
function hostOf(analyses: readonly (Error | null)[], buildings: readonly (Error | null)[] = []) {
  const photos = [...analyses];
  const builds = [...buildings];
  const statuses: EngineStatus[] = [];
  const alive = { webgpu: 0, wasm: 0 };
  const build: BuildEngine = async (preference) => {
    const engine = preference === 'wasm' ? 'wasm' : 'webgpu';
    const refused = engine === 'webgpu' ? builds.shift() : null;
    if (refused) throw refused;
    alive[engine]++;
    return {
      status: { engine, reason: 'by script', detail: '' },
      onLost: () => {},
      dispose: () => void alive[engine]--,
      network: {
        categories: [],
        bitsPerCategory: 1,
        version: 'v',
        async analyse() {
          const thrown = engine === 'webgpu' ? photos.shift() : null;
          if (thrown) throw thrown;
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
  );
  host.prefer('webgpu');
  return { host, statuses, alive };
}

const error = () => new GpuFailed('The GPU reported an error: invalid pipeline');

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

test('a GPU that is lost under one photo three times is given up, whatever lies between', async () => {
  const lost = () => new DeviceLost('The GPU device was lost (destroyed): ');
  const { host, statuses } = hostOf([lost(), lost(), lost()]);
  expect(await host.analyse(PICTURE)).toMatchObject({ engine: 'wasm' });
  expect(statuses.map(({ engine }) => engine)).toEqual(['webgpu', 'webgpu', 'webgpu', 'wasm']);
});

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
