import { expect, test } from 'vitest';
import { betweenStages } from '../../base/betweenStages.ts';
import { pixelBoxes, unitBoxes } from '../../base/image/box.ts';
import { rgbImage } from '../../base/image/rgbImage.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { Network } from '../../network/network.ts';
import type { EnginePreference } from '../api/pipeline.ts';
import type { AnalysedPhoto, AnalyseOptions } from './analyser.ts';
import { engineAnalyser } from './engineAnalyser.ts';
import { type Engine, EngineHost } from './engineHost.ts';
import type { PreparedPhoto } from './preparedPhoto.ts';

/** The analysis of photo n is told by its only code. */
function analysisOf(n: number): PhotoAnalysis {
  return {
    boxes: unitBoxes(Float32Array.of(0, 0, 1, 1)),
    objectness: Float32Array.of(1),
    proposalProbabilities: Float32Array.of(0.5),
    probabilities: Float32Array.of(0.5),
    winners: Int32Array.of(0),
    semanticCodes: { 16: Uint32Array.of(n), 32: Uint32Array.of(n), 48: Uint32Array.of(n, 0), 64: Uint32Array.of(n, 0) },
    categoryCodes: Uint32Array.of(n),
    appearance: new Uint32Array(4),
    regionAppearance: new Uint32Array(2),
  };
}

/** Photo n is n pixels wide. */
function prepared(n: number): PreparedPhoto {
  return {
    image: rgbImage(n, 1, new Uint8Array(n * 3)),
    proposals: { boxes: pixelBoxes(new Float32Array(0)), scores: new Float32Array(0) },
    width: n,
    height: 1,
    thumbnail: { type: 'image/jpeg', bytes: new ArrayBuffer(1) },
    preview: null,
    fingerprint: new Uint32Array(2),
  };
}

const photo = (n: number) => new Blob([String(n)]);
const numberOf = async (file: Blob) => Number(await file.text());
/** A turn of the event loop. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await settled();
}

/**
 * The real engine host and analyser over a network whose photos are finished by hand.
 * @param kind where the network lives: on a GPU beside the gallery, or in the pool's workers
 */
function scene(kind: 'webgpu' | 'wasm') {
  const inHand: { readonly n: number; readonly within: readonly number[] | undefined; readonly finish: () => void }[] =
    [];
  const log: string[] = [];
  const losses: (() => void)[] = [];
  let letEngineStart = (): void => {};
  const mayStart = new Promise<void>((resolve) => {
    letEngineStart = resolve;
  });

  const network: Network = {
    categories: [{ name: 'thing', gate: 0.5 }],
    bitsPerCategory: 8,
    version: 'version',
    vectors: null,
    async analyse({ width: n }, { within, signal } = {}) {
      log.push(`network ${n}`);
      await new Promise<void>((finish) => inHand.push({ n, within, finish }));
      await betweenStages(signal);
      log.push(`analysed ${n}`);
      return { analysis: analysisOf(n), times: { proposalsMs: 0, backboneMs: 0, headsMs: 0 } };
    },
    dispose() {},
  };
  const prepare = async (file: Blob, { signal }: AnalyseOptions = {}): Promise<PreparedPhoto> => {
    const n = await numberOf(file);
    await betweenStages(signal);
    log.push(`prepared ${n}`);
    return prepared(n);
  };
  const build = async (preference: EnginePreference): Promise<Engine> => {
    await mayStart;
    const engine = preference === 'auto' ? kind : preference;
    return {
      network,
      status: { engine, reason: 'chosen', detail: '' },
      ...(engine === 'wasm' && {
        async analyseFile(file, options) {
          const tried = await prepare(file, options);
          return { ...tried, analysis: tried.width === 13 ? null : analysisOf(tried.width) };
        },
      }),
      onLost: (listener) => losses.push(listener),
      dispose() {},
    };
  };
  const host = new EngineHost(
    build,
    () => {},
    () => {},
  );
  host.prefer('auto');
  const finish = async (): Promise<number> => {
    await until(() => inHand.length > 0);
    const { n, finish: go } = inHand.shift()!;
    go();
    return n;
  };
  return { host, analyser: engineAnalyser({ prepare }, host), log, inHand, losses, finish, letEngineStart };
}

const code = ({ analysis }: { readonly analysis: PhotoAnalysis }) => analysis.categoryCodes[0];

test('on a GPU photos are prepared side by side and go through the network one at a time', async () => {
  const { host, analyser, log, inHand, finish, letEngineStart } = scene('webgpu');
  letEngineStart();
  await host.network();
  const photos = [1, 2, 3].map((n) => analyser.analyse(photo(n)));
  await until(() => log.length === 4);
  expect(log.filter((entry) => entry.startsWith('prepared')).sort()).toEqual([
    'prepared 1',
    'prepared 2',
    'prepared 3',
  ]);
  expect(inHand).toHaveLength(1);
  for (let i = 0; i < 3; i++) await finish();
  expect((await Promise.all(photos)).map(code)).toEqual([1, 2, 3]);
  expect((await photos[0]!).version).toBe('version');
});

test('a photo that comes before the engine is prepared while the engine is built', async () => {
  const { analyser, log, finish, letEngineStart } = scene('webgpu');
  const first = analyser.analyse(photo(1));
  await until(() => log.length > 0);
  expect(log).toEqual(['prepared 1']);
  letEngineStart();
  await finish();
  expect(code(await first)).toBe(1);
});

test('what a person waits for goes before all that waits to be indexed', async () => {
  const { host, analyser, log, finish, letEngineStart } = scene('webgpu');
  letEngineStart();
  await host.network();
  const indexed: Promise<AnalysedPhoto>[] = [];
  for (const n of [1, 2, 3]) {
    indexed.push(analyser.analyse(photo(n)));
    await until(() => log.includes(`prepared ${n}`) && log.includes('network 1'));
  }
  const query = analyser.analyse(photo(9), { urgent: true });
  await until(() => log.includes('prepared 9'));
  const order = [await finish(), await finish(), await finish(), await finish()];
  expect(order).toEqual([1, 9, 2, 3]);
  expect(code(await query)).toBe(9);
  await Promise.all(indexed);
});

test('an abort takes a waiting photo out and stops the one in the network between its stages', async () => {
  const { host, analyser, log, finish, letEngineStart } = scene('webgpu');
  letEngineStart();
  await host.network();
  const stop = new AbortController();
  const running = analyser.analyse(photo(1), { signal: stop.signal });
  await until(() => log.includes('network 1'));
  const waiting = analyser.analyse(photo(2), { signal: stop.signal });
  await until(() => log.includes('prepared 2'));
  const outcomes = Promise.allSettled([running, waiting]);
  const other = analyser.analyse(photo(3));
  await until(() => log.includes('prepared 3'));
  stop.abort();
  await finish();
  await finish();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(code(await other)).toBe(3);
  expect(log.filter((entry) => !entry.startsWith('prepared'))).toEqual(['network 1', 'network 3', 'analysed 3']);
});

test('a photo whose device is lost is not prepared again and goes through the rebuilt engine', async () => {
  const { host, analyser, log, inHand, losses, finish, letEngineStart } = scene('webgpu');
  letEngineStart();
  await host.network();
  const lost = analyser.analyse(photo(1));
  await until(() => inHand.length === 1);
  inHand.length = 0;
  losses[0]!();
  await finish();
  expect(code(await lost)).toBe(1);
  expect(log.filter((entry) => entry !== 'analysed 1')).toEqual(['prepared 1', 'network 1', 'network 1']);
  expect(losses).toHaveLength(2);
});

test('on WASM a worker takes its photo all the way, several at a time', async () => {
  const { host, analyser, log, letEngineStart } = scene('wasm');
  letEngineStart();
  await host.network();
  const photos = await Promise.all([1, 2].map((n) => analyser.analyse(photo(n))));
  expect(photos.map(code)).toEqual([1, 2]);
  expect(log).toEqual(['prepared 1', 'prepared 2']);
});

test('on WASM a photo whose worker failed in the network is tried by the engine', async () => {
  const { host, analyser, log, finish, letEngineStart } = scene('wasm');
  letEngineStart();
  await host.network();
  const analysed = analyser.analyse(photo(13));
  await finish();
  expect(code(await analysed)).toBe(13);
  expect(log).toEqual(['prepared 13', 'network 13', 'analysed 13']);
});

test('both forms look inside the region alone, cut to the photo', async () => {
  const region = { x0: -1, y0: 0.25, x1: 0.5, y1: 0.75 };
  const { host, analyser, inHand, finish, letEngineStart } = scene('webgpu');
  letEngineStart();
  await host.network();
  const analysed = analyser.analyse(photo(1), { region });
  await until(() => inHand.length === 1);
  expect(inHand[0]!.within).toEqual([0, 0.25, 0.5, 0.75]);
  await finish();
  await analysed;
  const beside = { x0: 2, y0: 0, x1: 3, y1: 1 };
  await expect(analyser.analyse(photo(1), { region: beside })).rejects.toThrow(
    'wanted a rectangle that meets the photo',
  );
});
